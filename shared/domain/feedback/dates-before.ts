import { type Base, basesOf, type Period, type Stretch, stretchOf } from '../reports/report-period.ts'
import type { BusinessDate } from '../time/business-day.ts'

/** Whether a stretch is one day, one ISO week or one calendar month, or else just any dates. */
export function periodOf(stretch: Stretch): Period {
  for (const period of ['day', 'week', 'month'] as const) {
    const whole = stretchOf(period, stretch.from)
    if (whole.from === stretch.from && whole.to === stretch.to) return period
  }
  return 'range'
}

const noHolidays: Readonly<Record<BusinessDate, string>> = {}

/** The dates before, with which cards are compared: the month before a month, else as many days right before. */
export function datesBefore(stretch: Stretch): Base {
  const previous = basesOf(periodOf(stretch), stretch, noHolidays).find((base) => base.name === 'previous')
  if (previous === undefined) throw new Error(`no dates before ${stretch.from}`)
  return previous
}
