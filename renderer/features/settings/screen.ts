import type { Screen } from '#renderer/ui/screen.ts'

export const screen: Screen = {
  path: '/settings',
  load: () => import('./settings-screen.tsx').then((module) => ({ Screen: module.SettingsScreen })),
  entry: { icon: 'settings', word: 'nav.settings', order: 900 },
}
