import type { Door } from './store/execute.ts'
import { venueId } from './store/schema.ts'
import { type Command, done, type Reader, systemActor } from './store/tx.ts'

/** A practice program was started on a real venue's folder, or the other way round. */
export class WrongKindOfFolder extends Error {
  override readonly name = 'WrongKindOfFolder'
}

/** Practice and real bookings never share a folder. */
export async function refuseOtherKind(reader: Reader, training: boolean): Promise<void> {
  const venue = await reader.selectFrom('venue').select('training').where('venue_id', '=', venueId).executeTakeFirst()
  if (!venue || (venue.training === 1) === training) return
  throw new WrongKindOfFolder(
    training
      ? 'this data folder holds a real venue; practice needs a folder of its own'
      : 'this data folder holds a practice venue; start it with --training or choose another folder',
  )
}

const clockKey = 'practice.clock'

export async function storedPracticeClock(reader: Reader): Promise<number | undefined> {
  const row = await reader
    .selectFrom('setting')
    .select('value')
    .where('venue_id', '=', venueId)
    .where('key', '=', clockKey)
    .executeTakeFirst()
  return row && Number(row.value)
}

const moveClock: Command<{ readonly to: number }, object> = {
  name: 'training.clock',
  async run(tx, { to }) {
    const known = await tx.read
      .selectFrom('setting')
      .select('value')
      .where('venue_id', '=', venueId)
      .where('key', '=', clockKey)
      .executeTakeFirst()
    if (known) await tx.update('setting', { key: clockKey }, { value: String(to) })
    else await tx.insert('setting', { key: clockKey, value: String(to) })
    return done({}, ['clock'])
  },
}

/** Keeps the practice clock over a restart. */
export async function storePracticeClock(door: Door, instant: number): Promise<void> {
  await door.execute(moveClock, { input: { to: instant }, actor: systemActor, station: 'system' })
}
