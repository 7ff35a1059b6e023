import { type BusinessDate, daysBetween, isoWeekday } from '#shared/domain/time/business-day.ts'
import { createDraw, type Draw, seedOf } from './draw.ts'
import { feastOn } from './festivals.ts'
import { demandShapes } from './shapes.ts'

/** Parties that want a room on an average evening, for each room of the house. */
const wishesARoom = 3.06
/** Saturdays ask for 2.5 times what Mondays do in the data; a little less swings here, where afternoons sell too. */
const weekdaySwing = 0.9
/** Each year before `until`, one per cent fewer come. */
const growthAYear = 0.01
/** Evenings differ by a tenth for no reason anybody knows. */
const noise = 0.1

export interface Demand {
  /** Parties that want a room. */
  readonly wishes: number
  /** Whose hours the day keeps: its own weekday's, a Saturday's on feasts. */
  readonly likeWeekday: number
  readonly noSchool: boolean
  /** A storm: fewer come, more call off. */
  readonly storm: boolean
}

/** Season by day: from the middle of one month to the middle of the next in a straight line. */
function seasonOn(date: BusinessDate): number {
  const month = Number(date.slice(5, 7)) - 1
  const across = (Number(date.slice(8)) - 15) / 30
  const { season } = demandShapes
  const at = (index: number) => season[(index + 12) % 12] ?? 1
  return across < 0
    ? at(month) + across * (at(month) - at(month - 1))
    : at(month) + across * (at(month + 1) - at(month))
}

// The sum of four even draws is close enough to a bell. Nothing here takes a root or a logarithm: sums and products come
// out the same to the last bit on every machine, and so do the days made of them.
const bell = (draw: Draw): number => draw.next() + draw.next() + draw.next() + draw.next() - 2

/**
 * How many parties want a room on a date. @param until growth is counted back from here
 */
export function demandOn(date: BusinessDate, rooms: number, until: BusinessDate, seed: number): Demand {
  const draw = createDraw(seedOf('demand', seed, date))
  const own = isoWeekday(date)
  const feast = feastOn(date)
  const { weekday } = demandShapes
  const weightOf = (day: number) => 1 + weekdaySwing * ((weekday[day - 1] ?? 1) - 1)
  const weight = feast.free ? Math.max(weightOf(own), weightOf(5)) : weightOf(own)
  // Typhoons come from July to September, and hardly at all otherwise.
  const month = date.slice(5, 7)
  const storm = draw.chance(month >= '07' && month <= '09' ? 0.03 : 0.004)
  const years = daysBetween(date, until) / 365.25
  const expected =
    wishesARoom *
    rooms *
    weight *
    seasonOn(date) *
    feast.factor *
    (1 / (1 + growthAYear * years)) *
    (1 + noise * 1.7 * bell(draw)) *
    (storm ? 0.68 : 1)
  return {
    wishes: Math.floor(expected + draw.next()),
    likeWeekday: feast.free && own < 5 ? 5 : own,
    noSchool: feast.noSchool || own >= 6,
    storm,
  }
}
