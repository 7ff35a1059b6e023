import type { ExpressionBuilder } from 'kysely'
import type { z } from 'zod'
import type { bookingContract } from '#shared/contract/booking.ts'
import { readBookingCode } from '#shared/domain/booking/code.ts'
import { phoneKey } from '#shared/domain/customer/phone.ts'
import type { Desk } from '../commands/desk.ts'
import { type BookingTable, type Tables, venueId } from '../store/schema.ts'
import { foldForSearch, longestToken } from '../store/search-tokens.ts'
import type { Reader } from '../store/tx.ts'
import { type BookingView, bookingViews } from './booking-view.ts'
import { matchWishes } from './match-wishes.ts'

export type ListInput = z.output<(typeof bookingContract)['list']['~orpc']['inputSchema'] & z.ZodType>

const usualPage = 100
/** As many customers as one search may mean. */
const mostCustomers = 200

const searchedWord = (typed: string): string => [...foldForSearch(typed)].slice(0, longestToken).join('')

/** The highest character there is: everything that begins with the word comes before it. */
const upTo = (word: string): string => `${word}\u{10ffff}`

// All of them, as part of the question: a common name has thousands, and the day or the state narrows them down.
const customersBy = (eb: ExpressionBuilder<Tables, 'booking'>, typed: string) => {
  const word = searchedWord(typed)
  return eb
    .selectFrom('search_token')
    .select('search_token.entity_id')
    .where('search_token.venue_id', '=', venueId)
    .where('search_token.entity', '=', 'customer')
    .where('search_token.token', '>=', word || '\u{10ffff}')
    .where('search_token.token', '<', upTo(word))
}

/** Customers a typed word may mean: part of the name, its pinyin or initials, the digits of a phone or its last ones. */
export async function customersFoundBy(read: Reader, typed: string, most = mostCustomers): Promise<string[]> {
  const word = searchedWord(typed)
  if (word === '') return []
  const rows = await read
    .selectFrom('search_token')
    .select('entity_id')
    .distinct()
    .where('venue_id', '=', venueId)
    .where('entity', '=', 'customer')
    .where('token', '>=', word)
    .where('token', '<', upTo(word))
    .limit(most)
    .execute()
  return rows.map((row) => row.entity_id)
}

/** Bookings by day, state, phone and search word, in order of their start; the newest first when no day is given. */
export async function listBookings(
  read: Reader,
  desk: Desk,
  input: ListInput,
  now: number,
): Promise<{ items: BookingView[]; next?: string }> {
  const limit = input.limit ?? usualPage
  const newestFirst = input.date === undefined
  let query = read.selectFrom('booking').selectAll().where('venue_id', '=', venueId)
  if (input.date !== undefined) query = query.where('business_date', '=', input.date)
  if (input.status !== undefined) query = query.where('status', '=', input.status)
  if (input.phone !== undefined) {
    const digits = phoneKey(input.phone) || input.phone
    query = query.where((eb) => eb('customer_id', 'in', customersBy(eb, digits)))
  }
  const word = input.q?.trim()
  if (word) {
    const code = readBookingCode(word)
    const digits = /^\d{3,}$/.test(word.replace(/[\s-]/g, '')) ? word.replace(/[\s-]/g, '') : undefined
    query = query.where((eb) =>
      eb.or([
        eb('customer_id', 'in', customersBy(eb, word)),
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
  // The whole book is read along the index of days, which has the same order; what is narrowed down is sorted.
  const wholeBook = newestFirst && input.status === undefined && input.phone === undefined && !word
  const after = cursorOf(input.cursor)
  if (after) {
    const beyond = newestFirst ? '<' : '>'
    if (wholeBook) query = query.where('business_date', '<=', after.date)
    query = query.where((eb) =>
      eb.or([
        eb('start_at', beyond, after.start),
        eb.and([eb('start_at', '=', after.start), eb('code', beyond, after.code)]),
      ]),
    )
  }
  const direction = newestFirst ? 'desc' : 'asc'
  const ordered = wholeBook ? query.orderBy('business_date', direction) : query
  const rows = await ordered
    .orderBy('start_at', direction)
    .orderBy('code', direction)
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const matches = await matchWishes(read, desk, page, now)
  const views = await bookingViews(read, page, desk.model.venue.timeZone)
  return {
    items: views.map((view) => {
      const matchedRoomNo = matches.get(view.code)
      return matchedRoomNo === undefined ? view : { ...view, matchedRoomNo }
    }),
    ...(rows.length > limit && last && { next: cursorFor(last) }),
  }
}

const cursorFor = (row: BookingTable): string => `${row.business_date}.${row.start_at}.${row.code}`

interface Cursor {
  readonly date: string
  readonly start: number
  readonly code: string
}

function cursorOf(cursor: string | undefined): Cursor | undefined {
  const [, date, start, code] = /^(\d{4}-\d\d-\d\d)\.(\d{1,15})\.([\w-]{1,20})$/.exec(cursor ?? '') ?? []
  return date && start && code ? { date, start: Number(start), code } : undefined
}
