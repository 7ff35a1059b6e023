import type { z } from 'zod'
import type { commentContract } from '#shared/contract/comment.ts'
import { phoneKey } from '#shared/domain/customer/phone.ts'
import { proposalAfter } from '#shared/domain/feedback/proposal.ts'
import { saysSomething } from '#shared/domain/feedback/scores.ts'
import { offsetAt } from '#shared/domain/time/zone.ts'
import { type CommentDesk, type CommentView, commentRow, commentView, scoresOf } from '../queries/comment-view.ts'
import type { CommentCardTable } from '../store/guest-tables.ts'
import type { Role } from '../store/schema.ts'
import { type Command, done, type Outcome, refuse, type Tx } from '../store/tx.ts'
import { nothingOnIt, withScores, written } from './enter-comment.ts'
import { type CommentPlace, placeComment } from './place-comment.ts'

type CorrectInput = z.output<(typeof commentContract)['correct']['~orpc']['inputSchema'] & z.ZodType>

const supervising: readonly Role[] = ['supervisor', 'manager', 'admin']

/**
 * A card that may be changed: one that was not taken back, by whoever entered it or a supervisor, so that nobody quietly
 * betters what guests wrote about him.
 */
export async function ownComment(tx: Tx, id: string, version: number | undefined, desk: CommentDesk) {
  const row = await commentRow(tx.read, id)
  if (!row) return refuse('NOT_FOUND')
  if (row.created_by !== tx.actor.staffNo && !supervising.includes(tx.actor.role)) return refuse('FORBIDDEN')
  if (row.active === 0) return refuse('STATE', { why: 'takenBack' })
  if (version !== undefined && version !== row.version)
    return refuse('VERSION', { current: await commentView(tx.read, desk, row) })
  return { ok: true, result: row, keys: [] } satisfies Outcome<CommentCardTable>
}

/** Corrects a card; what is left out stays. Refuses with VERSION when it has changed since it was read. */
export const correctComment = (desk: CommentDesk): Command<CorrectInput, CommentView> => ({
  name: 'comment.correct',
  async run(tx, input) {
    const own = await ownComment(tx, input.id, input.version, desk)
    if (!own.ok) return own
    const row = own.result
    const scores = withScores(scoresOf(row), input.scores)
    const words = input.words === undefined ? row.words : written(input.words)
    if (!saysSomething(scores, words)) return nothingOnIt
    const place = await placeAgain(tx, desk, row, input)
    if (!place.ok) return place
    const phone = input.phone === undefined ? row.phone : input.phone === null ? null : phoneKey(input.phone)
    const changed = await tx.update(
      'comment_card',
      { id: row.id },
      {
        ...place.result,
        ...scores,
        words,
        contact: input.contact === undefined ? row.contact : written(input.contact),
        phone,
        proposal: proposalAfter(row.proposal, { scores, phone }),
        version: row.version + 1,
      },
    )
    return done(await commentView(tx.read, desk, changed), [`comment:${row.id}`])
  },
})

// Where a card belongs is looked for again only when something about it was corrected.
async function placeAgain(tx: Tx, desk: CommentDesk, row: CommentCardTable, input: CorrectInput) {
  const { date, roomNo, time, stayId } = input
  if ([date, roomNo, time, stayId].every((given) => given === undefined))
    return { ok: true, result: {}, keys: [] } satisfies Outcome<object>
  const room = roomNo === undefined ? row.room_no : roomNo
  const place: CommentPlace = {
    date: date ?? row.business_date,
    roomNo: room ?? undefined,
    time: time ?? timeOf(row, desk.model.venue.timeZone),
    stayId,
  }
  return placeComment(tx, desk, place)
}

// The time on the card itself; where the party is known its own time stands instead.
function timeOf({ at, stay_id }: CommentCardTable, zone: string): string | undefined {
  if (at === null || stay_id !== null) return undefined
  return new Date(at + offsetAt(at, zone)).toISOString().slice(11, 16)
}
