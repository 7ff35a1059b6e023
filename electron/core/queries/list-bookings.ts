import type { z } from 'zod'
import type { bookingContract } from '#shared/contract/booking.ts'
import { readBookingCode } from '#shared/domain/booking/code.ts'
import { phoneKey } from '#shared/domain/customer/phone.ts'
import { type BookingTable, venueId } from '../store/schema.ts'
import { foldForSearch, longestToken } from '../store/search-tokens.ts'
import type { Reader } from '../store/tx.ts'
import { type BookingView, bookingViews } from './booking-view.ts'

export type ListInput = z.output<(typeof bookingContract)['list']['~orpc']['inputSchema'] & z.ZodType>

const usualPage = 100
/** As many customers as one search may mean. */
const mostCustomers = 200

/** Customers a typed word may mean: part of the name, its pinyin or initials, the digits of a phone or its last ones. */
export async function customersFoundBy(read: Reader, typed: string, most = mostCustomers): Promise<string[]> {
  const word = [...foldForSearch(typed)].slice(0, longestToken).join('')
  if (word === '') return []
  const rows = await read
    .selectFrom('search_token')
    .select('entity_id')
    .distinct()
    .where('venue_id', '=', venueId)
    .where('entity', '=', 'customer')
    .where('token', '>=', word)
    // The highest character there is: everything that begins with the word.
    .where('token', '<', `${word}\u{10ffff}`)
    .limit(most)
    .execute()
  return rows.map((row) => row.entity_id)
}

/** Bookings by day, state, phone and search word, in order of their start; the newest first when no day is given. */
export async function listBookings(
  read: Reader,
  input: ListInput,
  zone: string,
): Promise<{ items: BookingView[]; next?: string }> {
  const limit = input.limit ?? usualPage
  const newestFirst = input.date === undefined
  let query = read.selectFrom('booking').selectAll().where('venue_id', '=', venueId)
  if (input.date !== undefined) query = query.where('business_date', '=', input.date)
  if (input.status !== undefined) query = query.where('status', '=', input.status)
  if (input.phone !== undefined) {
    const ids = await customersFoundBy(read, phoneKey(input.phone) || input.phone)
    if (ids.length === 0) return { items: [] }
    query = query.where('customer_id', 'in', ids)
  }
  const word = input.q?.trim()
  if (word) {
    const code = readBookingCode(word)
    const digits = /^\d{3,}$/.test(word.replace(/[\s-]/g, '')) ? word.replace(/[\s-]/g, '') : undefined
    const ids = await customersFoundBy(read, word)
    query = query.where((eb) =>
      eb.or([
        ...(ids.length > 0 ? [eb('customer_id', 'in', ids)] : []),
        ...(code !== undefined ? [eb('code', '=', code)] : []),
        ...(digits !== undefined
          ? [eb.and([eb('code_digits', '>=', digits), eb('code_digits', '<', `${digits}:`)])]
          : []),
        ...(/^[A-Za-z]\d/.test(word) && code === undefined
          ? [eb.and([eb('code', '>=', word.toUpperCase()), eb('code', '<', `${word.toUpperCase()}~`)])]
          : []),
        // The name the booking itself was made under; only within one day, which is a short list.
        ...(input.date !== undefined ? [eb('guest_name', 'like', `%${word.replace(/[%_]/g, '')}%`)] : []),
        // Nothing found by any of them: nothing.
        eb('code', '=', ''),
      ]),
    )
  }
  const after = cursorOf(input.cursor)
  if (after) {
    const beyond = newestFirst ? '<' : '>'
    query = query.where((eb) =>
      eb.or([
        eb('start_at', beyond, after.start),
        eb.and([eb('start_at', '=', after.start), eb('code', beyond, after.code)]),
      ]),
    )
  }
  const direction = newestFirst ? 'desc' : 'asc'
  const rows = await query
    .orderBy('start_at', direction)
    .orderBy('code', direction)
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await bookingViews(read, page, zone),
    ...(rows.length > limit && last && { next: cursorFor(last) }),
  }
}

const cursorFor = (row: BookingTable): string => `${row.start_at}.${row.code}`

function cursorOf(cursor: string | undefined): { readonly start: number; readonly code: string } | undefined {
  const found = /^(\d{1,15})\.([\w-]{1,20})$/.exec(cursor ?? '')
  return found ? { start: Number(found[1]), code: found[2] ?? '' } : undefined
}
