import type { z } from 'zod'
import type { waitlistContract } from '#shared/contract/waitlist.ts'
import { decide } from '#shared/domain/booking/decide.ts'
import { phoneKey } from '#shared/domain/customer/phone.ts'
import { typeOf } from '#shared/domain/room/room-type.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { type WaitlistView, waitlistView } from '../queries/waitlist-view.ts'
import { type Command, done } from '../store/tx.ts'
import { customerByPhone } from './customer-file.ts'
import type { Desk } from './desk.ts'
import { readRequest } from './read-request.ts'
import { refuseDecision } from './refuse-decision.ts'
import { touchedKeys } from './touched-keys.ts'
import { addPlace, addQueueJump } from './waiting-place.ts'

export type JoinInput = z.output<(typeof waitlistContract)['join']['~orpc']['inputSchema'] & z.ZodType>

/**
 * Puts a party on today's list (候位, booking.md §7), with its number and quoted wait. An approval puts it first and
 * into the ledger. Refuses with PARTY_TOO_BIG when no room of the type would ever seat it.
 */
export const joinWaitlist = (desk: Desk): Command<JoinInput, WaitlistView> => ({
  name: 'waitlist.join',
  async run(tx, input) {
    const zone = desk.model.venue.timeZone
    const { party, typeCode, minutes, phone } = input
    const wish = { party, typeCode, minutes, phone, start: isoIn(tx.now, zone), channel: 'walkIn' as const }
    const read = await readRequest(desk, tx.read, wish, tx)
    if (!read.ok) return read
    const { request, snapshot } = read.result
    const decision = decide(request, snapshot, tx.now)
    const seats = typeOf(snapshot.venue, decision.typeCode)?.maxSeats ?? 0
    if (seats < party) {
      const refused = { ...decision, outcome: 'refused' as const, reason: 'PARTY_TOO_BIG' as const, roomNo: undefined }
      return refuseDecision(
        decision.outcome === 'available' ? refused : { ...decision, reason: 'PARTY_TOO_BIG' },
        snapshot,
      )
    }
    const approver = tx.approver()
    const customer = phone === undefined ? undefined : await customerByPhone(tx.read, phone)
    const { entry, displaced } = await addPlace(tx, desk, snapshot, {
      typeCode: decision.typeCode,
      party,
      from: tx.now,
      minutes,
      name: input.name ?? customer?.name ?? null,
      phone: phone === undefined ? null : phoneKey(phone),
      customerId: customer?.id ?? null,
      bookingCode: null,
      priority: approver ? 'jump' : customer?.vip_tier ? 'vip' : 'normal',
    })
    if (approver) await addQueueJump(tx, approver, { entry, displaced })
    return done(
      waitlistView(entry, zone, tx.now),
      touchedKeys({ dates: [entry.business_date], others: ['waitlist', `waitlist:${entry.id}`] }),
    )
  },
})
