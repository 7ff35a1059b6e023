import type { z } from 'zod'
import type { customer, customerContract } from '#shared/contract/customer.ts'
import { maskPhone, phoneKey } from '#shared/domain/customer/phone.ts'
import { minute } from '#shared/domain/time/span.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { LiveModel } from '../store/live-model.ts'
import { type CustomerTable, venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'
import { customersFoundBy } from './list-bookings.ts'
import { livingCards } from './living-card.ts'

export type CustomerView = z.output<typeof customer>
type ListInput = z.output<(typeof customerContract)['list']['~orpc']['inputSchema'] & z.ZodType>

const usualPage = 50
const day = 24 * 60 * minute

/** The row of a customer. */
export const customerRow = (read: Reader, id: string): Promise<CustomerTable | undefined> =>
  read.selectFrom('customer').selectAll().where('venue_id', '=', venueId).where('id', '=', id).executeTakeFirst()

/** Customers as the desk sees them at a glance: tier, visits, no-shows, last visit, open bookings. Phones masked. */
export async function customerViews(
  read: Reader,
  model: LiveModel,
  rows: readonly CustomerTable[],
  now: number,
  unmasked = false,
): Promise<CustomerView[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const zone = model.venue.timeZone
  const since = now - model.venue.at(now).policy.noShow.days * day
  const phones = await read
    .selectFrom('customer_phone')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('customer_id', 'in', ids)
    .orderBy('position')
    .execute()
  const bookings = await read
    .selectFrom('booking')
    .select(['code', 'customer_id', 'status', 'start_at', 'room_no', 'type_code', 'party', 'business_date'])
    .where('venue_id', '=', venueId)
    .where('customer_id', 'in', ids)
    .where('start_at', '>', since)
    .orderBy('start_at')
    .execute()
  // The stay of a booking is counted by the booking, of a walk-in by itself.
  const stays = await read
    .selectFrom('stay')
    .innerJoin('segment', (join) =>
      join.onRef('segment.stay_id', '=', 'stay.id').onRef('segment.venue_id', '=', 'stay.venue_id'),
    )
    .select([
      'stay.id',
      'stay.customer_id',
      'stay.business_date',
      'stay.opened_at',
      'segment.room_no',
      'stay.type_code',
    ])
    .where('stay.venue_id', '=', venueId)
    .where('stay.customer_id', 'in', ids)
    .orderBy('segment.start_at')
    .execute()
  const cards = await livingCards(read, ids, model.venue.businessDateOf(now))
  return rows.map((row): CustomerView => {
    const card = cards.get(row.id)
    const own = bookings.filter((booking) => booking.customer_id === row.id)
    const visits = stays.filter((stay) => stay.customer_id === row.id)
    const last = visits.at(-1)
    return {
      id: row.id,
      name: row.name,
      ...(row.title !== null && { title: row.title }),
      phones: phones
        .filter((phone) => phone.customer_id === row.id)
        .map(({ phone }) => (unmasked ? phone : maskPhone(phone))),
      vipTier: row.vip_tier,
      ...(card && {
        card: {
          cardNo: card.card_no,
          tier: card.tier,
          state: card.state as 'active',
          issuedOn: card.issued_on,
          validUntil: card.valid_until,
        },
      }),
      flags: JSON.parse(row.flags) as string[],
      tags: JSON.parse(row.tags) as string[],
      ...(row.notes !== null && { notes: row.notes }),
      visits: new Set(visits.map((stay) => stay.id)).size,
      noShows: own.filter((booking) => booking.status === 'released').length,
      ...(last && { lastVisit: { date: last.business_date, roomNo: last.room_no, typeCode: last.type_code } }),
      openBookings: own
        .filter((booking) => ['confirmed', 'waiting', 'standby', 'advance'].includes(booking.status))
        .map((booking) => ({
          code: booking.code,
          start: isoIn(booking.start_at, zone),
          roomNo: booking.room_no,
          typeCode: booking.type_code,
          party: booking.party,
          status: booking.status,
        })),
      version: row.version,
      createdAt: isoIn(row.created_at, zone),
    }
  })
}

/** One customer as the desk sees him. */
export async function customerView(
  read: Reader,
  model: LiveModel,
  row: CustomerTable,
  now: number,
  unmasked = false,
): Promise<CustomerView> {
  const [view] = await customerViews(read, model, [row], now, unmasked)
  if (!view) throw new Error('a customer has a view')
  return view
}

/** Customers found by name, pinyin, initials or digits of a phone; all of them, the latest first, without a word. */
export async function listCustomers(
  read: Reader,
  model: LiveModel,
  input: ListInput,
  now: number,
): Promise<{ items: CustomerView[]; next?: string }> {
  const limit = input.limit ?? usualPage
  const from = Number(/^\d{1,9}$/.exec(input.cursor ?? '')?.[0] ?? 0)
  const word = input.q?.trim() || (input.phone === undefined ? undefined : phoneKey(input.phone) || input.phone)
  let query = read.selectFrom('customer').selectAll().where('venue_id', '=', venueId)
  if (word) {
    const ids = await customersFoundBy(read, word)
    if (ids.length === 0) return { items: [] }
    query = query.where('id', 'in', ids)
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(from)
    .limit(limit + 1)
    .execute()
  return {
    items: await customerViews(read, model, rows.slice(0, limit), now),
    ...(rows.length > limit && { next: String(from + limit) }),
  }
}
