import type { z } from 'zod'
import type { booking, promiseBrief } from '#shared/contract/booking.ts'
import { maskPhone } from '#shared/domain/customer/phone.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { type BookingTable, type PromiseTable, venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

export type BookingView = z.output<typeof booking>
type Flow = BookingView['flow']

/** A transfer promise in brief, as it stands on a booking or a stay. */
export const promiseBriefOf = (
  row: Pick<PromiseTable, 'id' | 'from_type_code' | 'to_type_code' | 'state'>,
): z.output<typeof promiseBrief> => ({
  id: row.id,
  fromTypeCode: row.from_type_code,
  toTypeCode: row.to_type_code,
  state: row.state,
})

/** Bookings as outside programs see them: phones masked, with tier, promise and place in the list. */
export async function bookingViews(read: Reader, rows: readonly BookingTable[], zone: string): Promise<BookingView[]> {
  if (rows.length === 0) return []
  const customerIds = [...new Set(rows.map((row) => row.customer_id))]
  const customers = await read
    .selectFrom('customer')
    .select(['id', 'title', 'vip_tier'])
    .where('venue_id', '=', venueId)
    .where('id', 'in', customerIds)
    .execute()
  const withPromise = rows.filter((row) => row.flow === '10' || row.flow === '11').map((row) => row.code)
  const promises =
    withPromise.length === 0
      ? []
      : await read
          .selectFrom('promise')
          .select(['id', 'booking_code', 'from_type_code', 'to_type_code', 'state'])
          .where('venue_id', '=', venueId)
          .where('booking_code', 'in', withPromise)
          .execute()
  const entryIds = rows.flatMap((row) => row.waitlist_id ?? [])
  const entries =
    entryIds.length === 0
      ? []
      : await read
          .selectFrom('waitlist_entry')
          .select(['id', 'number', 'quoted_minutes'])
          .where('venue_id', '=', venueId)
          .where('id', 'in', entryIds)
          .execute()
  const customerById = new Map(customers.map((row) => [row.id, row]))
  const promiseByCode = new Map(promises.map((row) => [row.booking_code, row]))
  const entryById = new Map(entries.map((row) => [row.id, row]))
  return rows.map((row): BookingView => {
    const customer = customerById.get(row.customer_id)
    const promise = promiseByCode.get(row.code)
    const entry = row.waitlist_id === null ? undefined : entryById.get(row.waitlist_id)
    return {
      code: row.code,
      status: row.status,
      flow: row.flow as Flow,
      source: row.source,
      typeCode: row.type_code,
      requestedTypeCode: row.requested_type_code,
      roomNo: row.room_no,
      roomNos: [row.room_no, row.second_room_no].filter((roomNo) => roomNo !== null),
      specifiedRoom: row.specified === 1,
      party: row.party,
      start: isoIn(row.start_at, zone),
      end: isoIn(row.end_at, zone),
      holdUntil: row.hold_until === null ? null : isoIn(row.hold_until, zone),
      customer: {
        id: row.customer_id,
        name: row.guest_name,
        phone: maskPhone(row.phone),
        ...(customer?.title && { title: customer.title }),
        ...(customer?.vip_tier && { vipTier: customer.vip_tier }),
      },
      ...(row.deposit !== null && { deposit: row.deposit }),
      ...(promise && { promise: promiseBriefOf(promise) }),
      ...(row.stay_id !== null && { stayId: row.stay_id }),
      ...(row.notes !== null && { notes: row.notes }),
      ...(row.cancel_reason !== null && { cancelReason: row.cancel_reason }),
      quote: { total: row.quote_total },
      ...(entry && { waitlist: { id: entry.id, number: entry.number, quotedMinutes: entry.quoted_minutes } }),
      version: row.version,
      createdAt: isoIn(row.created_at, zone),
      createdBy: row.created_by,
    }
  })
}

/** One booking as outside programs see it. */
export async function bookingView(read: Reader, row: BookingTable, zone: string): Promise<BookingView> {
  const [view] = await bookingViews(read, [row], zone)
  if (!view) throw new Error('a booking has a view')
  return view
}

/** The row of a booking by its code. */
export const bookingRow = (read: Reader, code: string): Promise<BookingTable | undefined> =>
  read.selectFrom('booking').selectAll().where('venue_id', '=', venueId).where('code', '=', code).executeTakeFirst()
