import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { useVenue } from '#renderer/api/venue.ts'
import type { booking, bookingStatus, historyEntry } from '#shared/contract/booking.ts'

export type BookingView = z.output<typeof booking>
export type BookingStatus = z.output<typeof bookingStatus>
export type HistoryView = z.output<typeof historyEntry>

/** Rooms of a booking as one reads them: `305`, `201 + 202`, or what it waits for. */
export const roomsOf = (view: BookingView): string =>
  view.roomNos.length > 0 ? view.roomNos.join(' + ') : (view.roomNo ?? '—')

/** The venue's own names for its types. */
export function useTypeName(): (code: string) => string {
  const venue = useVenue()
  return (code) => venue?.types.find((type) => type.code === code)?.name ?? code
}

/** Minutes a booking lasts. */
export const minutesOf = (view: BookingView): number =>
  Math.round((Date.parse(view.end) - Date.parse(view.start)) / 60_000)

const chips: Record<BookingStatus, string> = {
  confirmed: 'tag tag-accent',
  arrived: 'tag tag-good',
  done: 'tag',
  cancelled: 'tag',
  released: 'tag tag-bad',
  advance: 'tag tag-gold',
  standby: 'tag tag-gold',
  waiting: 'tag tag-gold',
}
export const statusClass = (status: BookingStatus): string => chips[status]

/** Status in the reader's language. */
export function useStatusWord(): (status: BookingStatus) => string {
  const { t } = useTranslation('bookings')
  return (status) => t(`status.${status}`)
}
