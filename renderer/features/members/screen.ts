import type { Screen } from '#renderer/ui/screen.ts'

export const screen: Screen = {
  path: '/members',
  load: () => import('./members-screen.tsx').then((module) => ({ Screen: module.MembersScreen })),
  entry: { icon: 'members', word: 'nav.members', order: 82 },
}
