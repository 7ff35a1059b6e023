import type { ExpressionBuilder } from 'kysely'
import type { z } from 'zod'
import type { card, cardContract } from '#shared/contract/card.ts'
import { maskPhone } from '#shared/domain/customer/phone.ts'
import { cardStates, livingStates, stateOn } from '#shared/domain/members/card-life.ts'
import { readCardNo } from '#shared/domain/members/card-number.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { Auth } from '../auth/auth.ts'
import type { CardTable } from '../store/guest-tables.ts'
import type { LiveModel } from '../store/live-model.ts'
import { type Tables, venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'
import { visitsOf } from './holder-visits.ts'
import { customersFoundBy } from './list-bookings.ts'

export type CardView = z.output<typeof card>
export type CardLife = z.output<(typeof cardContract)['find']['~orpc']['outputSchema'] & z.ZodType>
type ListInput = z.output<(typeof cardContract)['list']['~orpc']['inputSchema'] & z.ZodType>
type CardList = z.output<(typeof cardContract)['list']['~orpc']['outputSchema'] & z.ZodType>

const usualPage = 100

/** The row of a card by its number as it is stored. */
export const cardRow = (read: Reader, cardNo: string): Promise<CardTable | undefined> =>
  read.selectFrom('card').selectAll().where('venue_id', '=', venueId).where('card_no', '=', cardNo).executeTakeFirst()

/** What is said of a person besides his card; the phone masked. */
interface Person {
  readonly id: string
  readonly name: string
  readonly title?: string
  readonly phone: string
  readonly vipTier: 'gold' | 'silver' | null
}

/** Customers by their ids: name, first phone masked, tier. */
export async function peopleById(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (ids.length === 0) return new Map()
  const customers = await read
    .selectFrom('customer')
    .select(['id', 'name', 'title', 'vip_tier'])
    .where('venue_id', '=', venueId)
    .where('id', 'in', ids)
    .execute()
  const phones = await read
    .selectFrom('customer_phone')
    .select(['customer_id', 'phone'])
    .where('venue_id', '=', venueId)
    .where('customer_id', 'in', ids)
    .orderBy('position', 'desc')
    .execute()
  // The first phone comes last, and stays.
  const firstPhones = new Map(phones.map((row) => [row.customer_id, row.phone]))
  return new Map(
    customers.map((row) => {
      const phone = firstPhones.get(row.id)
      return [
        row.id,
        {
          id: row.id,
          name: row.name,
          ...(row.title !== null && { title: row.title }),
          phone: phone === undefined ? '' : maskPhone(phone),
          vipTier: row.vip_tier,
        },
      ]
    }),
  )
}

/** Cards as the desk sees them, each with its holder and when he was last here. */
export async function cardViews(
  read: Reader,
  model: LiveModel,
  rows: readonly CardTable[],
  now: number,
): Promise<CardView[]> {
  const ids = [...new Set(rows.map((row) => row.customer_id))]
  const people = await peopleById(read, ids)
  const visits = await visitsOf(read, ids, { to: now + 1 })
  const today = model.venue.businessDateOf(now)
  return rows.map((row) => {
    const holder = people.get(row.customer_id)
    const visit = visits.get(row.customer_id)
    return {
      cardNo: row.card_no,
      customer: {
        id: row.customer_id,
        name: holder?.name ?? '',
        ...(holder?.title !== undefined && { title: holder.title }),
        phone: holder?.phone ?? '',
      },
      tier: row.tier,
      state: stateOn({ state: row.state, validUntil: row.valid_until }, today),
      issuedOn: row.issued_on,
      validUntil: row.valid_until,
      ...(row.replaces !== null && { replaces: row.replaces }),
      ...(row.replaced_by !== null && { replacedBy: row.replaced_by }),
      ...(visit && { lastVisit: model.venue.businessDateOf(visit.last) }),
      version: row.version,
    }
  })
}

/** One card as the desk sees it. */
export async function cardView(read: Reader, model: LiveModel, row: CardTable, now: number): Promise<CardView> {
  const [view] = await cardViews(read, model, [row], now)
  if (!view) throw new Error('a card has a view')
  return view
}

/** A card with all that happened to it, in order. */
export async function cardLife(
  read: Reader,
  model: LiveModel,
  auth: Auth,
  row: CardTable,
  now: number,
): Promise<CardLife> {
  const events = await read
    .selectFrom('card_event')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('card_no', '=', row.card_no)
    .orderBy('seq')
    .execute()
  return {
    ...(await cardView(read, model, row, now)),
    events: events.map((event) => {
      const byName = auth.nameOf(event.by)
      return {
        seq: event.seq,
        kind: event.kind,
        tier: event.tier,
        ...(event.was_tier !== null && event.was_tier !== event.tier && { wasTier: event.was_tier }),
        businessDate: event.business_date,
        at: isoIn(event.at, model.venue.timeZone),
        by: event.by,
        ...(byName !== undefined && { byName }),
        ...(event.note !== null && { note: event.note }),
        validUntil: event.valid_until,
      }
    }),
  }
}

/** Cards by state, tier, holder and search word, the latest number first; and how many there are in each state. */
export async function listCards(read: Reader, model: LiveModel, input: ListInput, now: number): Promise<CardList> {
  const limit = input.limit ?? usualPage
  const from = Number(/^\d{1,9}$/.exec(input.cursor ?? '')?.[0] ?? 0)
  let query = read.selectFrom('card').selectAll().where('venue_id', '=', venueId)
  if (input.state !== undefined) query = query.where('state', '=', input.state)
  if (input.tier !== undefined) query = query.where('tier', '=', input.tier)
  if (input.customerId !== undefined) query = query.where('customer_id', '=', input.customerId)
  if (input.until !== undefined)
    query = query.where('state', 'in', livingStates).where('valid_until', '<=', input.until)
  const word = input.q?.trim()
  if (word) {
    const holders = await customersFoundBy(read, word)
    query = query.where((eb) => eb.or([...numbersLike(eb, word), eb('customer_id', 'in', ['', ...holders])]))
  }
  const rows = await query
    .orderBy('card_no', 'desc')
    .offset(from)
    .limit(limit + 1)
    .execute()
  return {
    items: await cardViews(read, model, rows.slice(0, limit), now),
    counts: await countsByState(read),
    ...(rows.length > limit && { next: String(from + limit) }),
  }
}

// A whole number, or what a number begins with.
function numbersLike(eb: ExpressionBuilder<Tables, 'card'>, word: string) {
  const digits = readCardNo(word) ?? word.normalize('NFKC').replace(/[\s-]/g, '')
  if (!/^\d{2,12}$/.test(digits)) return []
  return [eb.and([eb('card_no', '>=', digits), eb('card_no', '<', `${digits}:`)])]
}

async function countsByState(read: Reader): Promise<CardList['counts']> {
  const rows = await read
    .selectFrom('card')
    .select(({ fn }) => ['state', fn.countAll<number>().as('cards')])
    .where('venue_id', '=', venueId)
    .groupBy('state')
    .execute()
  const counts = new Map(rows.map((row) => [row.state, Number(row.cards)]))
  return Object.fromEntries(cardStates.map((state) => [state, counts.get(state) ?? 0])) as CardList['counts']
}
