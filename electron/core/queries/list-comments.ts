import type { z } from 'zod'
import type { cardStay, commentContract } from '#shared/contract/comment.ts'
import { commentItems } from '#shared/domain/feedback/scores.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { CommentCardTable } from '../store/guest-tables.ts'
import { venueId } from '../store/schema.ts'
import { foldForSearch } from '../store/search-tokens.ts'
import type { Reader } from '../store/tx.ts'
import { staysInRoom } from './comment-place.ts'
import { type CommentDesk, type CommentView, commentViews } from './comment-view.ts'

type ListInput = z.output<(typeof commentContract)['list']['~orpc']['inputSchema'] & z.ZodType>
type StayOfCard = z.output<typeof cardStay>

const usualPage = 100
/** Cards that are looked through for a word: the latest, which is years of them. */
const mostRead = 20_000

/** Cards that were not taken back, the latest date and the latest entry first. */
export async function listComments(
  read: Reader,
  desk: CommentDesk,
  input: ListInput,
): Promise<{ items: CommentView[]; next?: string }> {
  const limit = input.limit ?? usualPage
  const from = Number(/^\d{1,9}$/.exec(input.cursor ?? '')?.[0] ?? 0)
  const word = foldForSearch(input.q ?? '')
  const found =
    word === ''
      ? await commentRows(read, input, from, limit + 1)
      : (await commentRows(read, input, 0, mostRead))
          .filter((row) => [row.words, row.contact].some((text) => text !== null && foldForSearch(text).includes(word)))
          .slice(from, from + limit + 1)
  return {
    items: await commentViews(read, desk, found.slice(0, limit)),
    ...(found.length > limit && { next: String(from + limit) }),
  }
}

type CommentFilter = Pick<ListInput, 'from' | 'to' | 'roomNo' | 'low' | 'proposal'> & {
  readonly floor?: string | undefined
}

function commentsUnder(read: Reader, { from, to, roomNo, low, proposal, floor }: CommentFilter) {
  let query = read.selectFrom('comment_card').where('venue_id', '=', venueId).where('active', '=', 1)
  if (from !== undefined) query = query.where('business_date', '>=', from)
  if (to !== undefined) query = query.where('business_date', '<=', to)
  if (roomNo !== undefined) query = query.where('room_no', '=', roomNo)
  if (floor !== undefined) query = query.where('floor', '=', floor)
  if (proposal !== undefined) query = query.where('proposal', '=', proposal)
  if (low !== undefined) query = query.where((eb) => eb.or(commentItems.map((item) => eb(item, '<=', 2))))
  return query
}

/** Rows of cards under a filter, in the order of the list. */
export const commentRows = (
  read: Reader,
  filter: CommentFilter,
  offset: number,
  most: number,
): Promise<CommentCardTable[]> =>
  commentsUnder(read, filter)
    .selectAll()
    .orderBy('business_date', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(most)
    .execute()

/** How many cards there are under a filter. */
export async function countComments(read: Reader, filter: CommentFilter): Promise<number> {
  const row = await commentsUnder(read, filter)
    .select(({ fn }) => fn.countAll<number>().as('cards'))
    .executeTakeFirst()
  return Number(row?.cards ?? 0)
}

/** The parties a card of this room and date may belong to, with how many cards of each are in already. */
export async function staysOfComment(
  read: Reader,
  desk: CommentDesk,
  { date, roomNo }: { readonly date: string; readonly roomNo: string },
): Promise<{ items: StayOfCard[] }> {
  const zone = desk.model.venue.timeZone
  const stays = await staysInRoom(read, desk.model, date, roomNo)
  const cards = stays.length === 0 ? [] : await commentRows(read, { from: date, to: date, roomNo }, 0, mostRead)
  return {
    items: stays.map((stay) => ({
      stayId: stay.stayId,
      roomNo: stay.roomNo,
      typeCode: stay.typeCode,
      start: isoIn(stay.start, zone),
      ...(stay.end !== undefined && { end: isoIn(stay.end, zone) }),
      party: stay.party,
      ...(stay.name !== null && { name: stay.name }),
      cards: cards.filter((card) => card.stay_id === stay.stayId).length,
    })),
  }
}
