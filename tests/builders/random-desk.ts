import fc from 'fast-check'
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
import type { Command } from '#electron/core/store/tx.ts'
import { decide } from '#shared/domain/booking/decide.ts'
import type { Decision } from '#shared/domain/booking/decision.ts'
import { someone } from './store.ts'

export const minute = 60_000
export const day = 24 * 60 * minute
const zoneMs = 8 * 60 * minute

/** The instant as a program outside writes it, on the practice venue's clock. */
export const iso = (at: number): string => `${new Date(at + zoneMs).toISOString().slice(0, 19)}+08:00`

/** One step at the desk; `pick` chooses among what there is. */
export const step = fc.oneof(
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
type Wish = Step & { kind: 'save' }

/** What became of a call: what was decided, whether it was saved so, and what came of an offer taken at once. */
export interface Saving {
  readonly decision: Decision
  readonly saved: { readonly ok: boolean; readonly result?: { readonly roomNo: string | null } }
  readonly taken?: { readonly offer: Decision['offers'][number]; readonly outcome: unknown }
}

/** Works at a practice desk step by step, through the commands alone. */
export class RandomDesk {
  /** Noon of the day the steps are told from. */
  noon: number
  readonly #core: Core
  readonly #onSave: (saving: Saving) => void
  #phones = 0

  constructor(core: Core, noon: number, onSave: (saving: Saving) => void = () => undefined) {
    this.#core = core
    this.noon = noon
    this.#onSave = onSave
  }

  run<Input, Result extends object>(command: Command<Input, Result>, input: Input) {
    return this.#core.door.execute(command, { input, actor: someone, station: 'desk 1' })
  }

  newPhone(): string {
    this.#phones += 1
    return `139${String(this.#phones).padStart(8, '0')}`
  }

  openStays = () =>
    this.#core.reader.selectFrom('stay').select(['id', 'party']).where('state', '<>', 'left').orderBy('id').execute()

  async moveTo(instant: number): Promise<void> {
    await this.#core.moveClock?.(instant)
    await this.#core.runDue()
  }

  async leaveAll(): Promise<void> {
    for (const stay of await this.openStays()) await this.run(leaveStay(this.#core), { id: stay.id })
  }

  async take(one: Step): Promise<void> {
    const core = this.#core
    if (one.kind === 'save') return this.#save(one)
    if (one.kind === 'walkIn') {
      const { kind: _, ...wish } = one
      await this.run(openStay(core), wish)
      return
    }
    if (one.kind === 'wait') return this.moveTo(core.clock.now() + one.minutes * minute)
    const { kind, pick, minutes, roomNo } = one
    const booking = pickOf(await this.#confirmed(), pick)
    const stay = pickOf(await this.openStays(), pick)
    const entry = pickOf(await this.#waiting(), pick)
    if (kind === 'cancel' && booking) await this.run(cancelBooking(core), { code: booking.code, reason: 'guest' })
    if (kind === 'change' && booking) {
      const start = iso(this.noon + Math.floor(pick / 15) * 15 * minute)
      await this.run(changeBooking(core), { ...booking, start, minutes })
    }
    if (kind === 'arrive' && booking) await this.run(arrive(core), { code: booking.code })
    if (kind === 'extend' && stay) await this.run(extendStay(core), { id: stay.id, minutes })
    if (kind === 'transfer' && stay)
      await this.run(transferStay(core), { id: stay.id, roomNo, reason: 'guest', charge: 'keep' })
    if (kind === 'settle' && stay) await this.run(settleStay(core), { id: stay.id })
    if (kind === 'leave' && stay) await this.run(leaveStay(core), { id: stay.id })
    if (kind === 'clean') await this.run(roomCleaned(core), { roomNo })
    if (kind === 'join') await this.run(joinWaitlist(core), { party: (pick % 30) + 1 })
    if (kind === 'seat' && entry) await this.run(seatWaitlist(core), { id: entry.id })
  }

  async #save(wish: Wish): Promise<void> {
    const core = this.#core
    const now = core.clock.now()
    const phone = this.newPhone()
    const request = {
      party: wish.party,
      start: iso(this.noon + wish.days * day + wish.slot * 15 * minute),
      ...(wish.minutes !== undefined && { minutes: wish.minutes }),
      ...(wish.roomNo !== undefined
        ? { roomNo: wish.roomNo }
        : wish.typeCode !== undefined && { typeCode: wish.typeCode }),
    }
    const read = await readRequest(core, core.reader, request, { now, station: 'desk 1' })
    if (!read.ok) throw new Error('a request of the test is well formed')
    const decision = decide(read.result.request, read.result.snapshot, now)
    const met = { deposit: 1_000_000, headCount: 1, transferConsent: wish.party % 2 === 0 }
    const customer = { name: `客${this.#phones}`, phone }
    const saved = await this.run(saveBooking(core), { request, customer, ...met })
    const offer = decision.offers[wish.offer]
    if (saved.ok || !offer) return this.#onSave({ decision, saved })
    const outcome = await this.run(saveBooking(core), { request, customer, offerId: offer.offerId, ...met })
    this.#onSave({ decision, saved, taken: { offer, outcome } })
  }

  #confirmed = () =>
    this.#core.reader
      .selectFrom('booking')
      .select(['code', 'version'])
      .where('status', '=', 'confirmed')
      .orderBy('code')
      .execute()

  #waiting = () =>
    this.#core.reader.selectFrom('waitlist_entry').select('id').where('state', '=', 'waiting').orderBy('id').execute()
}

const pickOf = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % Math.max(1, items.length)]
