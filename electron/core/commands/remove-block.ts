import { venueId } from '../store/schema.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { touchedKeys } from './touched-keys.ts'

/** Puts a room back on sale. Refuses with STATE when that has been done already. */
export const removeBlock = (desk: Desk): Command<{ readonly id: string }, { readonly id: string }> => ({
  name: 'board.removeBlock',
  async run(tx, { id }) {
    const block = await tx.read
      .selectFrom('block')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!block) return refuse('NOT_FOUND')
    if (block.active === 0) return refuse('STATE', { state: 'removed' })
    const claims = await tx.read
      .selectFrom('claim')
      .select('id')
      .where('venue_id', '=', venueId)
      .where('room_no', '=', block.room_no)
      .where('kind', '=', 'block')
      .where('block_id', '=', id)
      .execute()
    for (const claim of claims) await tx.update('claim', { id: claim.id }, { active: 0 })
    await tx.update('block', { id }, { active: 0, removed_at: tx.now, removed_by: tx.actor.staffNo })
    const dates = [desk.model.venue.businessDateOf(block.start_at)]
    return done({ id }, touchedKeys({ rooms: [block.room_no], dates, others: [`block:${id}`, 'waitlist'] }))
  },
})
