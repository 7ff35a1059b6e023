import type { Screen } from '#renderer/ui/screen.ts'

export const screen: Screen = {
  path: '/help',
  load: () => import('./help-screen.tsx').then((module) => ({ Screen: module.HelpScreen })),
  entry: { icon: 'help', word: 'nav.help', order: 990 },
}
