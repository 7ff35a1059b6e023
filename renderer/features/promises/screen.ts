import type { Screen } from '#renderer/ui/screen.ts'
import { useOpenPromises } from './use-promises.ts'

/** Red while a right-sized room is ready for an open promise. */
function useBadge() {
  const open = useOpenPromises().data?.items ?? []
  const ready = open.filter((promise) => promise.roomReady !== undefined).length
  return { count: ready > 0 ? ready : open.length, alert: ready > 0 }
}

export const screen: Screen = {
  path: '/promises',
  load: () => import('./promises-screen.tsx').then((module) => ({ Screen: module.PromisesScreen })),
  entry: { icon: 'promises', word: 'nav.promises', order: 60 },
  keys: [{ keys: 'F6', word: 'nav.promisesKey', status: 60 }],
  useBadge,
}
