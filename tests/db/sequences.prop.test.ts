import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelBooking } from '#electron/core/commands/cancel-booking.ts'
import { changeBooking } from '#electron/core/commands/change-booking.ts'
import { saveBooking } from '#electron/core/commands/save-booking.ts'
import type { Core } from '#electron/core/core.ts'
import { journalLines, replayJournal } from '#electron/core/store/replay.ts'
import { type JournaledTable, primaryKeys } from '#electron/core/store/schema.ts'
import type { Reader } from '#electron/core/store/tx.ts'
import { startTestHost, type TestHost } from '#tests/builders/host.ts'
import { day, iso, minute, RandomDesk, type Saving, step } from '#tests/builders/random-desk.ts'
import { openTestStore, removeFolder } from '#tests/builders/store.ts'

let test: TestHost
let core: Core
/** Each run has a week of its own. */
let desk: RandomDesk

beforeAll(async () => {
  test = await startTestHost({ now: '2026-05-12T12:00:00+08:00' })
  core = test.host.core
  desk = new RandomDesk(core, core.clock.now(), holdToDecision)
})
afterAll(async () => {
  expect(test.defects).toEqual([])
  await test.close()
})

function holdToDecision({ decision, saved, taken }: Saving): void {
  // Property 4: available ⇔ saving, its needs met, succeeds under the same snapshot.
  expect(saved.ok).toBe(decision.outcome === 'available')
  if (saved.ok) expect(saved.result?.roomNo).toBe(decision.roomNo)
  // Property 3, through the whole program: an offer taken at once succeeds.
  if (taken)
    expect(taken.outcome).toMatchObject({
      ok: true,
      result: { typeCode: taken.offer.typeCode, roomNos: taken.offer.roomNos },
    })
}

/** Pairs of active claims that overlap on a room, found without the program's own means. */
async function overlaps(read: Reader): Promise<string[]> {
  const claims = await read
    .selectFrom('claim')
    .select(['id', 'room_no', 'start_at', 'end_at', 'occupied_until'])
    .where('active', '=', 1)
    .orderBy('room_no')
    .orderBy('start_at')
    .orderBy('occupied_until')
    .execute()
  return claims.flatMap((claim, at) => {
    const before = claims[at - 1]
    const overlap = before?.room_no === claim.room_no && before.occupied_until > claim.start_at
    return overlap ? [`${before.id} ${claim.id}`] : []
  })
}

/** Claims as the engine sees them, by room; what is left when nothing is on a room is nothing. */
const availability = () =>
  [...core.model.claimsByRoom(core.clock.now())]
    .map(([roomNo, claims]) => [
      roomNo,
      claims.map((claim) => [claim.kind, claim.start, claim.end, claim.occupiedUntil]),
    ])
    .filter(([, claims]) => claims?.length)
    .sort()

async function countParties(): Promise<void> {
  const stays = await core.reader.selectFrom('stay').select(['id', 'party', 'state']).execute()
  const open = await core.reader
    .selectFrom('segment')
    .select(['stay_id', 'room_no'])
    .where('end_at', 'is', null)
    .execute()
  const inside = new Set(open.map((segment) => segment.stay_id))
  const entered = stays.reduce((sum, stay) => sum + stay.party, 0)
  const left = stays.filter((stay) => stay.state === 'left').reduce((sum, stay) => sum + stay.party, 0)
  const seen = stays.filter((stay) => inside.has(stay.id)).reduce((sum, stay) => sum + stay.party, 0)
  // Property 8: parties in = parties out + parties inside; nobody in two places, no room with two parties.
  expect(entered).toBe(left + seen)
  expect(stays.filter((stay) => stay.state !== 'left').every((stay) => inside.has(stay.id))).toBe(true)
  expect(new Set(open.map((segment) => segment.room_no)).size).toBe(open.length)
}

async function beginWeek(): Promise<void> {
  desk.noon += 7 * day
  await desk.leaveAll()
  await desk.moveTo(desk.noon)
}

describe('any sequence of commands', () => {
  it('never puts two claims on one room, saves what is available and nothing else, and loses nobody', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        await beginWeek()
        for (const one of steps) await desk.take(one)
        expect(await overlaps(core.reader)).toEqual([])
        await countParties()
      }),
      { numRuns: 60 },
    )
  }, 600_000)

  it('cancelling a booking restores exactly the availability there was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), async (steps, party) => {
        await beginWeek()
        for (const one of steps) await desk.take(one)
        const before = availability()
        const request = { party, start: iso(desk.noon + day + 8 * 60 * minute) }
        const customer = { name: '反悔', phone: desk.newPhone() }
        const saved = await desk.run(saveBooking(core), { request, customer, deposit: 1_000_000 })
        if (!saved.ok) return
        expect(availability()).not.toEqual(before)
        const moved = await desk.run(changeBooking(core), { code: saved.result.code, version: 1, minutes: 120 })
        expect(moved.ok).toBe(true)
        await desk.run(cancelBooking(core), { code: saved.result.code, reason: 'guest' })
        expect(availability()).toEqual(before)
      }),
      { numRuns: 25 },
    )
  }, 600_000)

  it('gives the same tables again when its journal is replayed into an empty database', async () => {
    const copy = await openTestStore()
    try {
      const lines = await replayJournal(copy.store.writer, journalLines(core.reader), {
        dialect: copy.store.dialect,
        origins: [],
      })
      expect(lines).toBeGreaterThan(300)
      const rowsOf = async (read: Reader, table: JournaledTable) =>
        (await read.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort()
      for (const table of Object.keys(primaryKeys) as JournaledTable[])
        expect(await rowsOf(copy.store.reader, table), table).toEqual(await rowsOf(core.reader, table))
    } finally {
      await copy.close()
      removeFolder(copy.folder)
    }
  }, 600_000)
})
