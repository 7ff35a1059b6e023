import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrive } from '#electron/core/commands/arrive.ts'
import { cancelBooking } from '#electron/core/commands/cancel-booking.ts'
import { changeBooking } from '#electron/core/commands/change-booking.ts'
import { extendStay } from '#electron/core/commands/extend-stay.ts'
import { joinWaitlist } from '#electron/core/commands/join-waitlist.ts'
import { leaveStay } from '#electron/core/commands/leave-stay.ts'
import { openStay } from '#electron/core/commands/open-stay.ts'
import { readRequest } from '#electron/core/commands/read-request.ts'
import { roomCleaned } from '#electron/core/commands/room-cleaned.ts'
import { saveBooking } from '#electron/core/commands/save-booking.ts'
import { seatWaitlist } from '#electron/core/commands/seat-waitlist.ts'
import { settleStay } from '#electron/core/commands/settle-stay.ts'
import { transferStay } from '#electron/core/commands/transfer-stay.ts'
import type { Core } from '#electron/core/core.ts'
import { journalLines, replayJournal } from '#electron/core/store/replay.ts'
import { type JournaledTable, primaryKeys } from '#electron/core/store/schema.ts'
import type { Command, Reader } from '#electron/core/store/tx.ts'
import { decide } from '#shared/domain/booking/decide.ts'
import { startTestHost, type TestHost } from '#tests/builders/host.ts'
import { openTestStore, removeFolder, someone } from '#tests/builders/store.ts'

const minute = 60_000
const day = 24 * 60 * minute
const zoneMs = 8 * 60 * minute

let test: TestHost
let core: Core
/** Noon of the day a run plays on; each run has a week of its own. */
let noon = Date.parse('2026-05-12T12:00:00+08:00')
let phones = 0

beforeAll(async () => {
  test = await startTestHost({ now: '2026-05-12T12:00:00+08:00' })
  core = test.host.core
})
afterAll(async () => {
  expect(test.defects).toEqual([])
  await test.close()
})

async function run<Input, Result extends object>(command: Command<Input, Result>, input: Input) {
  return core.door.execute(command, { input, actor: someone, station: 'desk 1' })
}

const iso = (at: number): string => `${new Date(at + zoneMs).toISOString().slice(0, 19)}+08:00`

/** One step at the desk; `pick` chooses among what there is. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      party: fc.integer({ min: 1, max: 60 }),
      slot: fc.integer({ min: 0, max: 80 }),
      days: fc.constantFrom(0, 0, 0, 1, 2),
      minutes: fc.constantFrom(undefined, 60, 120, 180, 240),
      roomNo: fc.constantFrom(undefined, undefined, '302', '303', '601', '701'),
      typeCode: fc.constantFrom(undefined, undefined, 'M', 'XL', 'P'),
      offer: fc.integer({ min: 0, max: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('walkIn' as const),
      party: fc.integer({ min: 1, max: 40 }),
      minutes: fc.constantFrom(undefined, 60, 90, 180),
      roomNo: fc.constantFrom(undefined, '302', '701'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'cancel' as const,
        'change' as const,
        'arrive' as const,
        'extend' as const,
        'transfer' as const,
        'settle' as const,
        'leave' as const,
        'clean' as const,
        'join' as const,
        'seat' as const,
      ),
      pick: fc.nat({ max: 1000 }),
      minutes: fc.integer({ min: 15, max: 300 }),
      roomNo: fc.constantFrom('302', '303', '501', '601', '701', '702'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 90 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const openBookings = () =>
  core.reader
    .selectFrom('booking')
    .select(['code', 'version'])
    .where('status', '=', 'confirmed')
    .orderBy('code')
    .execute()
const openStays = () =>
  core.reader.selectFrom('stay').select(['id', 'party']).where('state', '<>', 'left').orderBy('id').execute()
const waiting = () =>
  core.reader.selectFrom('waitlist_entry').select('id').where('state', '=', 'waiting').orderBy('id').execute()

const pickOf = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % Math.max(1, items.length)]

async function save(wish: Step & { kind: 'save' }): Promise<void> {
  const now = core.clock.now()
  const phone = `139${String(++phones).padStart(8, '0')}`
  const request = {
    party: wish.party,
    start: iso(noon + wish.days * day + wish.slot * 15 * minute),
    ...(wish.minutes !== undefined && { minutes: wish.minutes }),
    ...(wish.roomNo !== undefined
      ? { roomNo: wish.roomNo }
      : wish.typeCode !== undefined && { typeCode: wish.typeCode }),
  }
  const read = await readRequest(core, core.reader, request, { now, station: 'desk 1' })
  if (!read.ok) throw new Error('a request of the test is well formed')
  const decision = decide(read.result.request, read.result.snapshot, now)
  const met = { deposit: 1_000_000, headCount: 1, transferConsent: wish.party % 2 === 0 }
  const customer = { name: `客${phones}`, phone }
  const saved = await run(saveBooking(core), { request, customer, ...met })
  // Property 4: available ⇔ saving, its needs met, succeeds under the same snapshot.
  expect(saved.ok).toBe(decision.outcome === 'available')
  if (saved.ok) expect(saved.result.roomNo).toBe(decision.roomNo)
  const offer = decision.offers[wish.offer]
  if (!saved.ok && offer) {
    // Property 3, through the whole program: an offer taken at once succeeds.
    const taken = await run(saveBooking(core), { request, customer, offerId: offer.offerId, ...met })
    expect(taken).toMatchObject({ ok: true, result: { typeCode: offer.typeCode, roomNos: offer.roomNos } })
  }
}

async function take(one: Step): Promise<void> {
  if (one.kind === 'save') return save(one)
  if (one.kind === 'walkIn') {
    const { kind: _, ...wish } = one
    await run(openStay(core), wish)
    return
  }
  if (one.kind === 'wait') {
    await core.moveClock?.(core.clock.now() + one.minutes * minute)
    await core.runDue()
    return
  }
  const { kind, pick, minutes, roomNo } = one
  const booking = pickOf(await openBookings(), pick)
  const stay = pickOf(await openStays(), pick)
  const entry = pickOf(await waiting(), pick)
  if (kind === 'cancel' && booking) await run(cancelBooking(core), { code: booking.code, reason: 'guest' })
  if (kind === 'change' && booking)
    await run(changeBooking(core), { ...booking, start: iso(noon + Math.floor(pick / 15) * 15 * minute), minutes })
  if (kind === 'arrive' && booking) await run(arrive(core), { code: booking.code })
  if (kind === 'extend' && stay) await run(extendStay(core), { id: stay.id, minutes })
  if (kind === 'transfer' && stay)
    await run(transferStay(core), { id: stay.id, roomNo, reason: 'guest', charge: 'keep' })
  if (kind === 'settle' && stay) await run(settleStay(core), { id: stay.id })
  if (kind === 'leave' && stay) await run(leaveStay(core), { id: stay.id })
  if (kind === 'clean') await run(roomCleaned(core), { roomNo })
  if (kind === 'join') await run(joinWaitlist(core), { party: (pick % 30) + 1 })
  if (kind === 'seat' && entry) await run(seatWaitlist(core), { id: entry.id })
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
  noon += 7 * day
  for (const stay of await openStays()) await run(leaveStay(core), { id: stay.id })
  await core.moveClock?.(noon)
  await core.runDue()
}

describe('any sequence of commands', () => {
  it('never puts two claims on one room, saves what is available and nothing else, and loses nobody', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        await beginWeek()
        for (const one of steps) await take(one)
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
        for (const one of steps) await take(one)
        const before = availability()
        const request = { party, start: iso(noon + day + 8 * 60 * minute) }
        const customer = { name: '反悔', phone: `137${String(++phones).padStart(8, '0')}` }
        const saved = await run(saveBooking(core), { request, customer, deposit: 1_000_000 })
        if (!saved.ok) return
        expect(availability()).not.toEqual(before)
        const moved = await run(changeBooking(core), { code: saved.result.code, version: 1, minutes: 120 })
        expect(moved.ok).toBe(true)
        await run(cancelBooking(core), { code: saved.result.code, reason: 'guest' })
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
