import type { Screen } from '#renderer/ui/screen.ts'

export const screen: Screen = {
  path: '/coupons',
  load: () => import('./coupons-screen.tsx').then((module) => ({ Screen: module.CouponsScreen })),
  entry: { icon: 'coupons', word: 'nav.coupons', order: 84 },
}
