import { type BusinessCalendar, businessDateOf, instantAt } from '#shared/domain/time/business-day.ts'
import { minute } from '#shared/domain/time/span.ts'
import { readClock } from '#shared/domain/venue/typed-setting.ts'

const day = 24 * 60

/**
 * When a party really left, out of the clock time that was typed (`22:30`, `2230`, `25:10`): the last such time not
 * after what was recorded. Undefined where that would be before it came in, or is no time at all.
 */
export function correctedLeaving(
  typed: string,
  cameAt: number,
  recorded: number,
  calendar: BusinessCalendar,
): number | undefined {
  const minutes = readClock(typed)
  if (minutes === undefined) return undefined
  const date = businessDateOf(recorded, calendar)
  const evening = instantAt(date, minutes < calendar.dayStart ? minutes + day : minutes, calendar)
  return [evening, evening - day * minute].find((instant) => instant <= recorded && instant >= cameAt)
}
