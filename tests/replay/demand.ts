import { readFileSync } from 'node:fs'
import { type Draw, type Weighted, weighted } from '#shared/demo/history/draw.ts'

interface DemandFile {
  readonly reservationsPerBusinessDayByIsoWeekday: Readonly<Record<string, number>>
  readonly visitHourByIsoWeekday: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly leadHours: readonly { readonly from: number; readonly to: number | null; readonly count: number }[]
  readonly partySize: Readonly<Record<string, number>>
}

const longestLeadHours = 1000
const opensAt = 12
/** Hours before a karaoke venue opens become the late starts a restaurant does not have: 8–11 turn into 22–25. */
const lateBy = 14

/** How evening reservations are really spread (shared/data/demand-shape.json), to draw from. */
export interface Demand {
  weekdayShare(isoWeekday: number): number
  /** Hour of the business day, 12–31. */
  visitHour(isoWeekday: number, draw: Draw): number
  /** Hours between asking and coming at a quantile in [0, 1): the small ones first. */
  leadHoursAt(quantile: number): number
  partySize(draw: Draw): number
  /** A company of five and more. */
  groupSize(draw: Draw): number
}

export function readDemand(file: string): Demand {
  const shape = JSON.parse(readFileSync(file, 'utf8')) as DemandFile
  const days = Object.values(shape.reservationsPerBusinessDayByIsoWeekday)
  const mean = days.reduce((sum, count) => sum + count, 0) / days.length
  const hours = new Map<number, Weighted<number>>(
    Object.entries(shape.visitHourByIsoWeekday).map(([weekday, counts]) => [
      Number(weekday),
      weighted(Object.entries(counts).map(([hour, count]) => [eveningHour(Number(hour)), count] as const)),
    ]),
  )
  const leads = shape.leadHours.map(({ from, to, count }) => ({ from, to: to ?? longestLeadHours, count }))
  const leadTotal = leads.reduce((sum, { count }) => sum + count, 0)
  const sizes = Object.entries(shape.partySize).map(([size, count]) => [Number(size), count] as const)
  const anySize = weighted(sizes)
  const groupSizes = weighted(sizes.filter(([size]) => size >= 5))
  return {
    weekdayShare: (weekday) => (shape.reservationsPerBusinessDayByIsoWeekday[String(weekday)] ?? mean) / mean,
    visitHour: (weekday, draw) => hours.get(weekday)?.draw(draw) ?? 19,
    leadHoursAt(quantile) {
      let rest = quantile * leadTotal
      for (const { from, to, count } of leads) {
        if (rest < count) return from + (to - from) * (rest / count)
        rest -= count
      }
      return longestLeadHours
    },
    partySize: (draw) => anySize.draw(draw),
    groupSize: (draw) => groupSizes.draw(draw),
  }
}

const eveningHour = (hour: number): number => (hour < opensAt ? hour + lateBy : hour)
