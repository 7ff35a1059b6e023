import type { Screen } from '#renderer/ui/screen.ts'

export const screen: Screen = {
  path: '/board',
  load: () => import('./board-screen.tsx'),
  entry: { icon: 'board', word: 'nav.board', order: 20 },
  keys: [{ keys: 'F4', word: 'nav.boardKey', status: 4 }],
}
