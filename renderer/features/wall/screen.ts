import type { Screen } from '#renderer/ui/screen.ts'

/** A wall for guests to see has no bars around it: `/wall?lobby=1`. */
const lobby = new URLSearchParams(location.search).get('lobby') === '1'

export const screen: Screen = {
  path: '/wall',
  load: () => import('./wall-screen.tsx'),
  entry: { icon: 'wall', word: 'nav.wall', order: 30 },
  bare: lobby && location.pathname === '/wall',
}
