import type { Screen } from '#renderer/ui/screen.ts'

export const screen: Screen = {
  path: '/desk',
  load: () => import('./desk-screen.tsx').then((module) => ({ Screen: module.DeskScreen })),
  entry: { icon: 'desk', word: 'nav.desk', order: 10 },
  keys: [{ keys: 'F2', word: 'nav.newBooking', status: 20 }],
}
