import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#renderer/api/client.ts'
import { mayApprove, useSession } from '#renderer/api/session-store.ts'
import { useVenue } from '#renderer/api/venue.ts'
import type { cardStay, commentCard } from '#shared/contract/comment.ts'
import type { commentsReport } from '#shared/contract/comment-report.ts'

export type CommentView = z.output<typeof commentCard>
export type StayOfCard = z.output<typeof cardStay>
export type CommentsReport = z.output<typeof commentsReport>

/** Proposed complaints nobody has decided about, as the core knows them now; asked for supervisors only. */
export function useOpenProposals() {
  const session = useSession()
  return useQuery({
    ...api.comment.list.queryOptions({ input: { proposal: 'open', limit: 100 } }),
    enabled: session !== undefined && mayApprove(session.staff.role),
  })
}

/** The venue's own names for its types. */
export function useTypeName(): (code: string) => string {
  const venue = useVenue()
  return (code) => venue?.types.find((type) => type.code === code)?.name ?? code
}

/** Whether the person signed in decides about proposed complaints, and may change anybody's card. */
export function useSupervises(): boolean {
  const session = useSession()
  return session !== undefined && mayApprove(session.staff.role)
}
