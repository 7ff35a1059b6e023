import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#renderer/api/client.ts'
import { useSession } from '#renderer/api/session-store.ts'
import { useVenue } from '#renderer/api/venue.ts'
import type { promise, queueJump, refusal } from '#shared/contract/waitlist.ts'

export type PromiseView = z.output<typeof promise>
export type QueueJumpView = z.output<typeof queueJump>
export type RefusalView = z.output<typeof refusal>

/** Open promises, as the core knows them now. */
export function useOpenPromises() {
  const session = useSession()
  return useQuery({
    ...api.promise.list.queryOptions({ input: { state: 'open', limit: 500 } }),
    enabled: session !== undefined,
  })
}

/** The venue's own names for its types. */
export function useTypeName(): (code: string) => string {
  const venue = useVenue()
  return (code) => venue?.types.find((type) => type.code === code)?.name ?? code
}
