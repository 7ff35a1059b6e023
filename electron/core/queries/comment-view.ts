import type { z } from 'zod'
import type { commentCard } from '#shared/contract/comment.ts'
import { maskPhone, maskPhonesIn } from '#shared/domain/customer/phone.ts'
import { lowItems, type Scores } from '#shared/domain/feedback/scores.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { Auth } from '../auth/auth.ts'
import type { CommentCardTable } from '../store/guest-tables.ts'
import type { LiveModel } from '../store/live-model.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'
import { shiftOf } from './comment-place.ts'

export type CommentView = z.output<typeof commentCard>

/** What a card is shown with besides the database. */
export interface CommentDesk {
  readonly model: LiveModel
  readonly auth: Pick<Auth, 'nameOf'>
}

/** The scores of a row. */
export const scoresOf = ({ service, food, sound, environment, price }: CommentCardTable): Scores => ({
  service,
  food,
  sound,
  environment,
  price,
})

/** The row of a card, taken back or not. */
export const commentRow = (read: Reader, id: string): Promise<CommentCardTable | undefined> =>
  read.selectFrom('comment_card').selectAll().where('venue_id', '=', venueId).where('id', '=', id).executeTakeFirst()

/** Cards as outside programs see them; telephone numbers masked, those within the words too, unless someone gave a reason. */
export async function commentViews(
  read: Reader,
  { model, auth }: CommentDesk,
  rows: readonly CommentCardTable[],
  unmasked = false,
): Promise<CommentView[]> {
  const zone = model.venue.timeZone
  const stays = await staysById(read, [...new Set(rows.flatMap((row) => row.stay_id ?? []))])
  const text = (written: string) => (unmasked ? written : maskPhonesIn(written))
  return rows.map((row): CommentView => {
    const stay = row.stay_id === null ? undefined : stays.get(row.stay_id)
    const shift = row.at === null ? undefined : shiftOf(model, row.at, row.business_date)
    const scores = scoresOf(row)
    return {
      id: row.id,
      date: row.business_date,
      ...(row.at !== null && { at: isoIn(row.at, zone) }),
      ...(row.room_no !== null && { roomNo: row.room_no }),
      ...(row.type_code !== null && { typeCode: row.type_code }),
      ...(row.floor !== null && { floor: row.floor }),
      ...(shift !== undefined && { shift }),
      ...(stay && {
        stay: {
          id: stay.id,
          start: isoIn(stay.opened_at, zone),
          party: stay.party,
          ...(stay.name !== null && { name: stay.name }),
        },
      }),
      scores,
      low: lowItems(scores),
      ...(row.words !== null && { words: text(row.words) }),
      ...(row.contact !== null && { contact: text(row.contact) }),
      ...(row.phone !== null && { phone: unmasked ? row.phone : maskPhone(row.phone) }),
      ...proposalOf(row, auth, zone),
      active: row.active === 1,
      enteredAt: isoIn(row.created_at, zone),
      enteredBy: row.created_by,
      ...named('enteredByName', auth.nameOf(row.created_by)),
      version: row.version,
    }
  })
}

/** One card as outside programs see it. */
export async function commentView(
  read: Reader,
  desk: CommentDesk,
  row: CommentCardTable,
  unmasked = false,
): Promise<CommentView> {
  const [view] = await commentViews(read, desk, [row], unmasked)
  if (!view) throw new Error('a card has a view')
  return view
}

const named = <Key extends string>(key: Key, name: string | undefined): { [key in Key]?: string } =>
  name === undefined ? {} : ({ [key]: name } as { [key in Key]: string })

function proposalOf(row: CommentCardTable, auth: CommentDesk['auth'], zone: string): Pick<CommentView, 'proposal'> {
  if (row.proposal === null) return {}
  return {
    proposal: {
      state: row.proposal,
      ...(row.proposal_by !== null && { by: row.proposal_by, ...named('byName', auth.nameOf(row.proposal_by)) }),
      ...(row.proposal_at !== null && { at: isoIn(row.proposal_at, zone) }),
      ...(row.proposal_note !== null && { note: row.proposal_note }),
    },
  }
}

async function staysById(read: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await read
    .selectFrom('stay')
    .select(['id', 'opened_at', 'party', 'name'])
    .where('venue_id', '=', venueId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
