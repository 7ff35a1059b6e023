import { toMinute } from '#shared/domain/booking/life.ts'
import { roomOf } from '#shared/domain/room/room-type.ts'
import { minute } from '#shared/domain/time/span.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { touchedKeys } from './touched-keys.ts'

const remembered = 7 * 24 * 60 * minute

/** The room is clean (清台完毕): what is left of its cleaning is free again. Refuses with STATE while a party is inside. */
export const roomCleaned = (
  desk: Desk,
): Command<{ readonly roomNo: string }, { readonly roomNo: string; readonly state: string }> => ({
  name: 'stay.cleaned',
  async run(tx, { roomNo }) {
    const now = toMinute(tx.now)
    if (!roomOf(desk.model.venue.at(now), roomNo)) return refuse('NOT_FOUND')
    const segments = await tx.read
      .selectFrom('segment')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('room_no', '=', roomNo)
      .where('start_at', '>', now - remembered)
      .execute()
    if (segments.some((segment) => segment.end_at === null)) return refuse('STATE', { state: 'inUse' })
    for (const segment of segments) {
      if (segment.cleaned_at !== null || segment.end_at === null) continue
      // Cleaning that had ended by itself keeps its own end.
      const over = segment.clean_due_at !== null && segment.clean_due_at <= now
      if (over) continue
      const cleaned = Math.max(segment.end_at, now)
      await tx.update('segment', { id: segment.id }, { cleaned_at: cleaned })
      const claim = await tx.read
        .selectFrom('claim')
        .selectAll()
        .where('venue_id', '=', venueId)
        .where('stay_id', '=', segment.stay_id)
        .where('room_no', '=', roomNo)
        .where('start_at', '=', segment.start_at)
        .where('active', '=', 1)
        .executeTakeFirst()
      if (claim && claim.occupied_until > cleaned)
        await tx.update('claim', { id: claim.id }, { occupied_until: Math.max(claim.end_at, cleaned) })
    }
    return done({ roomNo, state: 'free' }, touchedKeys({ rooms: [roomNo], others: ['waitlist'] }))
  },
})
