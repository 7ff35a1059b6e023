import { toMinute } from '#shared/domain/booking/life.ts'
import { extensionRefusal } from '#shared/domain/stay/extension.ts'
import { minute } from '#shared/domain/time/span.ts'
import { extensionLimits, extensionView, roomsInUse } from '../queries/extension.ts'
import { type StayView, stayRow, stayView } from '../queries/stay-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { activeClaims, cleaningMinutesOf } from './claim-rows.ts'
import { type Desk, snapshotFor } from './desk.ts'
import { refuseRoom } from './stay-refusal.ts'
import { openSegments } from './stay-rows.ts'
import { touchedKeys } from './touched-keys.ts'

/**
 * Lets a party stay on (续时), past the longest session too (booking.md §6). Refuses with ROOM_TAKEN or CLEANING_BUFFER
 * when the next claim and its cleaning leave no space, CLOSED past closing unless a supervisor agrees, STATE when the
 * party has left; says the longest that is possible.
 */
export const extendStay = (desk: Desk): Command<{ readonly id: string; readonly minutes: number }, StayView> => ({
  name: 'stay.extend',
  async run(tx, input) {
    const stay = await stayRow(tx.read, input.id)
    if (!stay) return refuse('NOT_FOUND')
    if (stay.state === 'left') return refuse('STATE', { state: stay.state })
    // From the planned end on; from now where even that has passed: no extension ends before it is given.
    const now = toMinute(tx.now)
    const from = stay.planned_end + input.minutes * minute > now ? stay.planned_end : now
    const end = from + input.minutes * minute
    const snapshot = snapshotFor(desk, tx.now, from - 1, input.minutes, tx.station)
    const segments = await openSegments(tx.read, stay.id)
    const roomNos = segments.map((segment) => segment.room_no)
    const rooms = roomsInUse(roomNos, snapshot)
    const limits = extensionLimits(from, snapshot)
    const refusalWhen = (approved: boolean) => extensionRefusal(rooms, stay.id, from, end, limits, approved)
    let refusal = refusalWhen(false)
    if (refusal?.reason === 'CLOSED' && tx.approver()) refusal = refusalWhen(true)
    if (refusal) {
      const refused = {
        reason: refusal.reason,
        roomNo: refusal.roomNo ?? roomNos[0] ?? '',
        span: { start: from, end },
        claim: refusal.claim,
        ...(refusal.reason === 'CLOSED' && end <= limits.dayEnd && { needs: ['supervisor'] as const }),
      }
      return refuseRoom(refused, snapshot, { ...extensionView(stay, roomNos, snapshot) })
    }
    for (const claim of await activeClaims(tx.read, { stayId: stay.id })) {
      const segment = segments.find((one) => one.room_no === claim.room_no && one.start_at === claim.start_at)
      if (!segment) continue
      const cleaned = end + cleaningMinutesOf(snapshot.venue, segment.type_code) * minute
      await tx.update('claim', { id: claim.id }, { end_at: end, occupied_until: cleaned })
    }
    // A party that has paid and stays on is no longer about to leave.
    const changed = await tx.update(
      'stay',
      { id: stay.id },
      { planned_end: end, state: 'open', settled_at: null, extended: stay.extended + 1, version: stay.version + 1 },
    )
    return done(
      await stayView(tx.read, changed, snapshot.venue.timeZone),
      touchedKeys({ stays: [stay.id], rooms: roomNos, bookings: [stay.booking_code], dates: [stay.business_date] }),
    )
  },
})
