import { addDays, type BusinessDate, daysBetween } from '#shared/domain/time/business-day.ts'

/** Dates from one to another, both included. */
export interface Stretch {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

const firstOf = (year: number, month: number): BusinessDate =>
  `${year + Math.floor(month / 12)}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}-01`

/** The month a date lies in, or one so many months later. */
export function monthOf(date: BusinessDate, later = 0): Stretch {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const index = month - 1 + later
  return { from: firstOf(year, index), to: addDays(firstOf(year, index + 1), -1) }
}

/** True for exactly one month of the calendar. */
export const isMonth = ({ from, to }: Stretch): boolean => from.endsWith('-01') && monthOf(from).to === to

/** The stretch right before or after: a month by months, any other dates by their own length. */
export function stepped(stretch: Stretch, direction: -1 | 1): Stretch {
  if (isMonth(stretch)) return monthOf(stretch.from, direction)
  const days = (daysBetween(stretch.from, stretch.to) + 1) * direction
  return { from: addDays(stretch.from, days), to: addDays(stretch.to, days) }
}
