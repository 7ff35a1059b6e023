import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { CouponPlans } from '#shared/demo/history/coupon-plan.ts'
import { type DemoGuest, demoGuest } from '#shared/demo/history/guests.ts'
import { historyDay } from '#shared/demo/history/history.ts'
import type { HistoryDay, HistoryParty } from '#shared/demo/history/history-day.ts'
import { dayParts } from '#shared/domain/reports/day-facts.ts'
import { factsOfDay } from '#shared/domain/reports/facts-of-day.ts'
import { keepFacts } from '#shared/domain/reports/kept-facts.ts'
import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'
import { minute } from '#shared/domain/time/span.ts'
import { houseOn } from '../queries/day-house.ts'
import { BadRecipe, type Made, type Origin } from '../store/origin.ts'
import { RowFiller } from '../store/row-filler.ts'
import { type Tables, venueId } from '../store/schema.ts'
import { tokensOfCustomer, tokensOfPhone } from '../store/search-tokens.ts'
import { type Reader, systemActor } from '../store/tx.ts'
import type { SearchTokenTable } from '../store/unjournaled-tables.ts'
import { VenueModel } from '../store/venue-model.ts'
import { CardBook } from './card-book.ts'
import { putGuestDay } from './guest-rows.ts'
import { rowsForFacts } from './history-facts.ts'
import { customerIdOf, type Put, putDay } from './history-rows.ts'

/**
 * Raised whenever other days come out of the same seed: what another program made cannot be made again here, and replay
 * says so instead of making something else. A test holds this number to what the generator makes.
 */
export const historyGenerator = 2

/** What a stretch of made-up days is made from, together with the venue as the tables have it. */
export interface HistoryRecipe {
  readonly generator: number
  readonly seed: number
  readonly from: BusinessDate
  readonly to: BusinessDate
  /** First day of the whole history, and the day after its last. */
  readonly since: BusinessDate
  readonly until: BusinessDate
  /** Last date that is closed; days after it are closed by the clock. */
  readonly closed: BusinessDate
  readonly closeAfterMinutes: number
  /** The venue's booking counter before the stretch. */
  readonly bookings: number
}

/** Days between two breaths: whoever wants the program to stop is heard. */
const daysAtOnce = 8

/** Past evenings of a practice venue: rows as the commands of those evenings would have left them, days closed. */
export const madeHistory: Origin<HistoryRecipe> = {
  command: 'made.history',
  tables: [
    'booking',
    'claim',
    'stay',
    'segment',
    'waitlist_entry',
    'promise',
    'queue_jump',
    'refusal',
    'block',
    'customer',
    'customer_phone',
    'search_token',
    'card',
    'card_event',
    'comment_card',
    'coupon_batch',
    'coupon_move',
    'coupon_redemption',
    'call',
    'counter',
    'day_close',
    'day_facts',
  ],
  async begin(db) {
    const venues = new VenueModel(db as unknown as Reader)
    await venues.load()
    const scribe = new Scribe(db, venues, await guestsMet(db), await CardBook.open(db))
    return (recipe) => scribe.follow(recipe)
  },
}

/** Guests of a made-up history who have a file already. */
async function guestsMet(db: Kysely<Tables>): Promise<Set<string>> {
  const rows = await db
    .selectFrom('customer')
    .select('id')
    .where('venue_id', '=', venueId)
    .where('id', '>=', 'hc')
    .where('id', '<', 'hd')
    .execute()
  return new Set(rows.map((row) => row.id))
}

class Scribe {
  readonly #db: Kysely<Tables>
  readonly #venues: VenueModel
  readonly #met: Set<string>
  readonly #guests = new Map<number, DemoGuest>()
  readonly #filler: RowFiller
  readonly #cards: CardBook
  #coupons: CouponPlans | undefined
  #before: HistoryDay | undefined
  /** What the guests met in this stretch can be found by. */
  #words: SearchTokenTable[] = []

  constructor(db: Kysely<Tables>, venues: VenueModel, met: Set<string>, cards: CardBook) {
    this.#db = db
    this.#cards = cards
    this.#venues = venues
    this.#met = met
    this.#filler = new RowFiller(db)
  }

  async follow(recipe: HistoryRecipe): Promise<Made> {
    if (recipe.generator !== historyGenerator)
      throw new BadRecipe(
        `this practice history was made by generator ${recipe.generator}; this program has ${historyGenerator}. Begin a new practice folder.`,
      )
    const rowsBefore = this.#filler.rows
    const digest = createHash('sha256')
    let bookings = recipe.bookings
    let [parties, entries, days] = [0, 0, 0]
    for (let date = recipe.from; date <= recipe.to; date = addDays(date, 1)) {
      const day = this.#dayOf(date, recipe)
      bookings += this.#keepDay(day, recipe, bookings, digest)
      parties += day.parties.length
      entries += day.parties.filter((party) => party.stay !== undefined).length
      this.#before = day
      days += 1
      await this.#filler.drain()
      if (days % daysAtOnce === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    this.#keepWords()
    await this.#filler.flush()
    await this.#countBookings(bookings)
    const rows = this.#filler.rows - rowsBefore + (await this.#cards.keep()) + 2
    return { result: { days, parties, entries, bookings, rows, digest: digest.digest('hex') }, keys: [] }
  }

  #dayOf(date: BusinessDate, { seed, until }: HistoryRecipe): HistoryDay {
    return historyDay(date, { venue: this.#venues.on(date), seed, until })
  }

  // Writes a day with its close. Answers how many bookings it has.
  #keepDay(day: HistoryDay, recipe: HistoryRecipe, bookings: number, digest: ReturnType<typeof createHash>): number {
    const { date } = day
    const { seed, since } = recipe
    const venue = this.#venues.on(date)
    const yesterday = addDays(date, -1)
    if (this.#before?.date !== yesterday) this.#before = yesterday < since ? undefined : this.#dayOf(yesterday, recipe)
    for (const party of day.parties) this.#keepGuest(party, day, seed)
    const guest = (number: number) => this.#guestOf(number, seed)
    const put: Put = (table, row) => this.#filler.put(table, row)
    const count = putDay(day, { venue, guest, bookings }, put)
    this.#coupons ??= new CouponPlans(seed, since)
    putGuestDay(day, { venue, guest, bookings, seed, since, until: recipe.until, coupons: this.#coupons }, put)
    const isClosed = date <= recipe.closed
    digest.update(this.#cards.live(day, seed, isClosed ? recipe.closeAfterMinutes : undefined, put))
    if (!isClosed) return count
    const rows = rowsForFacts(day, this.#before, { since, bookings })
    const facts = factsOfDay(rows, houseOn(this.#venues, date, Number.POSITIVE_INFINITY))
    this.#filler.put('day_close', {
      venue_id: venueId,
      business_date: date,
      version: 1,
      closed_at: day.dayStart + (day.length + recipe.closeAfterMinutes) * minute,
      closed_by: systemActor.staffNo,
      cause_seq: null,
      cause_command: null,
      cause_by: null,
    })
    for (const part of dayParts) {
      const text = keepFacts(part, facts[part])
      digest.update(text)
      this.#filler.put('day_facts', { venue_id: venueId, part, business_date: date, version: 1, facts: text })
    }
    return count
  }

  #guestOf(number: number, seed: number): DemoGuest {
    const known = this.#guests.get(number)
    if (known) return known
    const guest = demoGuest(number, seed)
    this.#guests.set(number, guest)
    return guest
  }

  // The file is opened with the first call, or as the party comes in.
  #keepGuest({ guest: number, tier, booking, wait, stay }: HistoryParty, { dayStart }: HistoryDay, seed: number): void {
    if (number === undefined) return
    const id = customerIdOf(number)
    if (this.#met.has(id)) return
    this.#met.add(id)
    const guest = this.#guestOf(number, seed)
    const at = booking?.askedAt ?? wait?.since ?? stay?.openedAt ?? 0
    this.#filler.put('customer', {
      venue_id: venueId,
      id,
      name: guest.name,
      pinyin: guest.pinyin,
      initials: guest.initials,
      title: guest.title ?? null,
      vip_tier: tier ?? null,
      flags: '[]',
      tags: '[]',
      notes: null,
      version: 1,
      created_at: dayStart + at * minute,
      created_by: '1001',
    })
    this.#filler.put('customer_phone', { venue_id: venueId, phone: guest.phone, customer_id: id, position: 0 })
    for (const token of [...tokensOfCustomer(guest), ...tokensOfPhone(guest)])
      this.#words.push({ venue_id: venueId, entity: 'customer', token, entity_id: id })
  }

  // The table is kept in the order of its words: in their order they go in twice as fast.
  #keepWords(): void {
    this.#words.sort((a, b) => (a.token < b.token ? -1 : a.token > b.token ? 1 : 0))
    for (const word of this.#words) this.#filler.put('search_token', word)
    this.#words = []
  }

  async #countBookings(value: number): Promise<void> {
    await this.#db
      .insertInto('counter')
      .values({ venue_id: venueId, name: 'booking', value })
      .onConflict((conflict) => conflict.columns(['venue_id', 'name']).doUpdateSet({ value }))
      .execute()
  }
}
