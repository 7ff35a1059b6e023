import type { Screen } from '#renderer/ui/screen.ts'
import { useWaiting } from './use-waiting.ts'

/** Red while a room is ready for somebody who waits. */
function useBadge() {
  const waiting = useWaiting()
  return { count: waiting.length, alert: waiting.some((entry) => entry.matchedRoomNo !== undefined) }
}

export const screen: Screen = {
  path: '/waitlist',
  load: () => import('./waitlist-screen.tsx').then((module) => ({ Screen: module.WaitlistScreen })),
  entry: { icon: 'waitlist', word: 'nav.waitlist', order: 50 },
  keys: [{ keys: 'F5', word: 'nav.waitlistKey', status: 50 }],
  useBadge,
}
