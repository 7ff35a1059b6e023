import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#renderer/api/client.ts'
import { useSession } from '#renderer/api/session-store.ts'
import type { waitlistEntry } from '#shared/contract/waitlist.ts'

export type WaitlistView = z.output<typeof waitlistEntry>

/** Everybody of today's list, in the order the core gives. */
export function useWaitlist() {
  const session = useSession()
  return useQuery({ ...api.waitlist.list.queryOptions({ input: { limit: 500 } }), enabled: session !== undefined })
}

/** Those who are waiting or have been called. */
export const isWaiting = (entry: WaitlistView): boolean => entry.state === 'waiting' || entry.state === 'called'

export function useWaiting(): readonly WaitlistView[] {
  return useWaitlist().data?.items.filter(isWaiting) ?? []
}
