import type { DemoGuest } from '#shared/demo/history/guests.ts'
import type { HistoryParty } from '#shared/demo/history/history.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { type Command, done, type Tx } from '../store/tx.ts'
import { rowsOfParty } from './history-rows.ts'

/** A party of a made-up day with its guest, who may be new to the house. */
export interface PastParty {
  readonly party: HistoryParty
  readonly guest: DemoGuest
  readonly isNew: boolean
}

const bookingCounter = 'booking'

/** Writes past parties into the practice venue as the commands of their evening would have left them. */
export const keepHistory = (
  venue: Venue,
  parties: readonly PastParty[],
): Command<{ readonly date: string; readonly parties: number }, { readonly kept: number }> => ({
  name: 'training.history',
  async run(tx, { date }) {
    const counter = await tx.read
      .selectFrom('counter')
      .select('value')
      .where('name', '=', bookingCounter)
      .executeTakeFirst()
    let count = counter?.value ?? 0
    for (const { party, guest, isNew } of parties) {
      if (isNew) await keepGuest(tx, guest, party)
      count += 1
      const { booking, claims, stay, segment } = rowsOfParty(party, count, date, guest, venue)
      if (booking) await tx.insert('booking', booking)
      for (const claim of claims) await tx.insert('claim', claim)
      if (stay) await tx.insert('stay', stay)
      if (segment) await tx.insert('segment', segment)
    }
    if (counter) await tx.update('counter', { name: bookingCounter }, { value: count })
    else await tx.insert('counter', { name: bookingCounter, value: count })
    return done({ kept: parties.length }, [`date:${date}`])
  },
})

async function keepGuest(tx: Tx, guest: DemoGuest, party: HistoryParty): Promise<void> {
  const id = `hc${party.guest.toString(36)}`
  await tx.insert('customer', {
    id,
    name: guest.name,
    pinyin: guest.pinyin,
    initials: guest.initials,
    title: guest.title ?? null,
    vip_tier: guest.vipTier ?? null,
    flags: '[]',
    tags: '[]',
    notes: null,
    version: 1,
    created_at: party.bookedAt,
    created_by: '1001',
  })
  await tx.insert('customer_phone', { phone: guest.phone, customer_id: id, position: 0 })
}
