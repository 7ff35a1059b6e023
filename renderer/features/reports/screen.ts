import type { Screen } from '#renderer/ui/screen.ts'

export const screen: Screen = {
  path: '/reports',
  load: () => import('./reports-screen.tsx').then((module) => ({ Screen: module.ReportsScreen })),
  entry: { icon: 'reports', word: 'nav.reports', order: 90, after: 'rule' },
}
