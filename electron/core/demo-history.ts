import { type DemoGuest, demoGuest } from '#shared/demo/history/guests.ts'
import { historyDays } from '#shared/demo/history/history.ts'
import { addDays } from '#shared/domain/time/business-day.ts'
import { keepHistory } from './commands/keep-history.ts'
import type { Door } from './store/execute.ts'
import type { LiveModel } from './store/live-model.ts'
import { venueId } from './store/schema.ts'
import { type Reader, systemActor } from './store/tx.ts'

const seed = 1
const guests = 4_000
const busyness = 0.6
/** Parties in one transaction: enough to be quick, few enough that a journal line stays small. */
const partiesAtOnce = 60

/**
 * Gives the practice venue the evenings of the past months, the same ones every time. Only on a venue nobody has booked
 * in yet: what people practise with is never mixed up afterwards.
 */
export async function keepDemoHistory(
  door: Door,
  reader: Reader,
  model: LiveModel,
  now: number,
  days: number,
): Promise<void> {
  const known = await reader
    .selectFrom('booking')
    .select('code')
    .where('venue_id', '=', venueId)
    .limit(1)
    .executeTakeFirst()
  if (known || days === 0) return
  const venue = model.venue.at(now)
  const today = model.venue.businessDateOf(now)
  const met = new Map<number, DemoGuest>()
  for (const { date, parties } of historyDays(addDays(today, -days), days, { venue, seed, guests, busyness }))
    for (let at = 0; at < parties.length; at += partiesAtOnce) {
      const part = parties.slice(at, at + partiesAtOnce).map((party) => {
        const guest = met.get(party.guest) ?? demoGuest(party.guest, seed)
        const isNew = !met.has(party.guest)
        met.set(party.guest, guest)
        return { party, guest, isNew }
      })
      const input = { date, parties: part.length }
      const answer = await door.execute(keepHistory(venue, part), { input, actor: systemActor, station: 'system' })
      if (!answer.ok) throw new Error(`the made-up history was refused: ${answer.refusal.code}`)
    }
  await model.refreshHabits(now)
}
