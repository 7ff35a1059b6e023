import type { Screen } from '#renderer/ui/screen.ts'

export const screen: Screen = {
  path: '/customers',
  load: () => import('./customers-screen.tsx').then((module) => ({ Screen: module.CustomersScreen })),
  entry: { icon: 'customers', word: 'nav.customers', order: 80 },
}
