import type { Screen } from '#renderer/ui/screen.ts'
import { useOpenProposals } from './use-comments.ts'

/** Cards that wait for a supervisor's word. */
function useBadge() {
  const open = useOpenProposals().data?.items.length ?? 0
  return { count: open }
}

export const screen: Screen = {
  path: '/comments',
  load: () => import('./comments-screen.tsx').then((module) => ({ Screen: module.CommentsScreen })),
  entry: { icon: 'comments', word: 'nav.comments', order: 86 },
  useBadge,
}
