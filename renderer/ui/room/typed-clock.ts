import {
  type BusinessCalendar,
  type BusinessDate,
  businessDateOf,
  instantAt,
  wallMinutesOf,
} from '#shared/domain/time/business-day.ts'

/** `2030`, `20:30`, `8:5`, `25:30`: a time typed for a business date; before the day starts it is the next morning's. */
export function typedClock(text: string, date: BusinessDate, calendar: BusinessCalendar): number | undefined {
  const found = /^\s*(\d{1,2})[:：.]?(\d{1,2})?\s*$/.exec(text.length === 3 && /^\d{3}$/.test(text) ? `0${text}` : text)
  if (!found) return undefined
  const hours = Number(found[1])
  const minutes = Number(found[2] ?? '0')
  if (hours > 32 || minutes > 59) return undefined
  const wall = hours * 60 + minutes
  return instantAt(date, wall < calendar.dayStart ? wall + 1440 : wall, calendar)
}

/** `2030`, `2530`, `3-8 2030`: an instant as the booking line of the desk takes it. */
export function typedTime(at: number, now: number, calendar: BusinessCalendar): string {
  const date = businessDateOf(at, calendar)
  const wall = Math.floor(wallMinutesOf(at, date, calendar))
  const clock = `${String(Math.floor(wall / 60)).padStart(2, '0')}${String(wall % 60).padStart(2, '0')}`
  if (date === businessDateOf(now, calendar)) return clock
  return `${Number(date.slice(5, 7))}-${Number(date.slice(8, 10))} ${clock}`
}
