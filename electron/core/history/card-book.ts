import type { Kysely } from 'kysely'
import type { HistoryDay } from '#shared/demo/history/history-day.ts'
import { type HistoryCard, VipCards } from '#shared/demo/history/vip-cards.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { CardTable } from '../store/guest-tables.ts'
import { type Tables, venueId } from '../store/schema.ts'
import { systemActor } from '../store/tx.ts'
import { customerIdOf, desks, type Put, supervisor } from './history-rows.ts'

/** Below any journal line's: what a venue does with these cards later comes after what was made up. */
const seqOf = ({ version }: HistoryCard): number => version - 1_000

const rowOf = (card: HistoryCard): CardTable => ({
  venue_id: venueId,
  card_no: card.cardNo,
  customer_id: customerIdOf(card.guest),
  tier: card.tier,
  state: card.state,
  issued_on: card.issuedOn,
  valid_until: card.validUntil,
  replaces: card.replaces,
  replaced_by: card.replacedBy,
  created_at: card.createdAt,
  created_by: supervisor,
  version: card.version,
})

const cardOf = (row: CardTable): HistoryCard => ({
  cardNo: row.card_no,
  guest: Number.parseInt(row.customer_id.slice(2), 36),
  tier: row.tier,
  state: row.state,
  issuedOn: row.issued_on,
  validUntil: row.valid_until,
  replaces: row.replaces,
  replacedBy: row.replaced_by,
  createdAt: row.created_at,
  version: row.version,
})

/** Keeps the VIP cards of a made-up history: what happened goes into the events, how they stand at the end of a stretch into the cards. */
export class CardBook {
  readonly #db: Kysely<Tables>
  readonly #before: readonly HistoryCard[]
  readonly #count: number
  readonly #touched = new Map<string, HistoryCard>()
  /** How often the tier of a guest's file has changed in this stretch. */
  readonly #turns = new Map<number, number>()
  #cards: VipCards | undefined

  private constructor(db: Kysely<Tables>, count: number, before: readonly HistoryCard[]) {
    this.#db = db
    this.#count = count
    this.#before = before
  }

  /** Takes up the cards where an earlier stretch has left them. */
  static async open(db: Kysely<Tables>): Promise<CardBook> {
    const counter = await db
      .selectFrom('counter')
      .select('value')
      .where('venue_id', '=', venueId)
      .where('name', '=', 'card')
      .executeTakeFirst()
    const rows = await db
      .selectFrom('card')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('customer_id', '>=', 'hc')
      .where('customer_id', '<', 'hd')
      .execute()
    const made = rows.map(cardOf).sort((a, b) => Number(a.cardNo) - Number(b.cardNo))
    return new CardBook(db, Number(counter?.value ?? 0), made)
  }

  /** Lives through a day. Answers what happened, in short. @param closes minutes after the day at which it is closed; undefined while it is not */
  live(day: HistoryDay, seed: number, closes: number | undefined, put: Put): string {
    this.#cards ??= new VipCards(seed, this.#count, this.#before)
    const cards = this.#cards
    const told: string[] = []
    // A file that is opened today has its tier from the beginning.
    const known = new Set(day.parties.flatMap(({ guest = -1 }) => (cards.tierBy(guest) === undefined ? [] : [guest])))
    for (const { card, kind, was, date, minute: at, note } of cards.live(day, closes !== undefined)) {
      this.#touched.set(card.cardNo, card)
      const gives = card.state === 'active' ? card.tier : null
      const before = was === 'active' ? card.tier : null
      const isFirst = kind === 'issued' && !known.has(card.guest)
      if (gives !== before && !isFirst) this.#turns.set(card.guest, (this.#turns.get(card.guest) ?? 0) + 1)
      told.push(`${card.cardNo} ${kind}`)
      put('card_event', {
        venue_id: venueId,
        card_no: card.cardNo,
        seq: seqOf(card),
        customer_id: customerIdOf(card.guest),
        kind,
        tier: card.tier,
        was,
        was_tier: was === null ? null : card.tier,
        business_date: date,
        at: day.dayStart + (kind === 'expired' ? day.length + (closes ?? 0) : at) * minute,
        by: kind === 'expired' ? systemActor.staffNo : kind === 'lost' ? desks[0] : supervisor,
        note,
        valid_until: card.validUntil,
      })
    }
    return told.join()
  }

  /** Writes how the cards of this stretch stand now, and lets their holders' files follow. Answers how many cards. */
  async keep(): Promise<number> {
    const db = this.#db
    for (const card of this.#touched.values()) {
      const { card_no, venue_id, ...rest } = rowOf(card)
      await db
        .insertInto('card')
        .values({ venue_id, card_no, ...rest })
        .onConflict((conflict) => conflict.columns(['venue_id', 'card_no']).doUpdateSet(rest))
        .execute()
    }
    for (const [guest, turns] of this.#turns)
      await db
        .updateTable('customer')
        .set((eb) => ({ vip_tier: this.#cards?.tierBy(guest) ?? null, version: eb('version', '+', turns) }))
        .where('venue_id', '=', venueId)
        .where('id', '=', customerIdOf(guest))
        .execute()
    const count = this.#touched.size
    this.#touched.clear()
    this.#turns.clear()
    await this.#countCards()
    return count
  }

  async #countCards(): Promise<void> {
    const value = this.#cards?.count ?? this.#count
    await this.#db
      .insertInto('counter')
      .values({ venue_id: venueId, name: 'card', value })
      .onConflict((conflict) => conflict.columns(['venue_id', 'name']).doUpdateSet({ value }))
      .execute()
  }
}
