import { maskPhone } from '#shared/domain/customer/phone.ts'
import { minute } from '#shared/domain/time/span.ts'
import { isoIn, offsetAt } from '#shared/domain/time/zone.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import type { Words } from '../words.ts'

/** What turns a stored value into what a reader reads. */
export interface ListWriter {
  /** A text of the catalogue under `list.`; a code the catalogue does not know is shown as it is. */
  readonly word: (group: string, code: string | null) => string | null
  /** A text of the catalogue with its holes filled. */
  readonly text: (key: string, values: Readonly<Record<string, string | number>>) => string
  readonly typeName: (code: string | null) => string | null
  /** `2026-03-06T18:42` of the venue's wall clock. */
  readonly moment: (instant: number | null) => string | null
  /** With its middle hidden: a list never gives a whole number away. */
  readonly phone: (digits: string | null) => string | null
  readonly businessDate: (instant: number) => string
  /** Whole minutes from one to the other; null while one of them is open. */
  readonly minutes: (from: number | null, to: number | null) => number | null
}

/** Texts and names are asked for once each: a hundred thousand rows say the same few words. */
export function listWriter({ model, now }: ReportSource, words: Words): ListWriter {
  const zone = model.venue.timeZone
  const known = new Map<string, string>()
  const names = new Map(model.venue.at(now).types.map((type) => [type.code, type.name]))
  const wordOf = (key: string, code: string): string => {
    const found = known.get(key)
    if (found !== undefined) return found
    const text = words(key)
    const shown = text === key ? code : text
    known.set(key, shown)
    return shown
  }
  const momentOf = momentWriter(zone)
  return {
    word: (group, code) => (code === null || code === '' ? null : wordOf(`${group}.${code}`, code)),
    text: words,
    typeName: (code) => (code === null ? null : (names.get(code) ?? code)),
    moment: (instant) => (instant === null ? null : momentOf(instant)),
    phone: (digits) => (digits === null || digits === '' ? null : maskPhone(digits)),
    businessDate: (instant) => model.venue.businessDateOf(instant),
    minutes: (from, to) => (from === null || to === null ? null : Math.max(0, Math.round((to - from) / minute))),
  }
}

const day = 24 * 60 * minute
const clocks = Array.from({ length: 24 * 60 }, (_, at) => {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`
})

/** Moments of years of evenings, a few days at a time: each day's date and offset are asked for once. */
function momentWriter(zone: string): (instant: number) => string {
  const offsets = new Map<number, number | undefined>()
  const dates = new Map<number, string>()
  const offsetOn = (instant: number): number => {
    const at = Math.floor(instant / day)
    let offset = offsets.get(at)
    if (offset === undefined && !offsets.has(at)) {
      const [first, last] = [offsetAt(at * day, zone), offsetAt((at + 1) * day - 1, zone)]
      // On the day the clocks change each moment is asked for by itself.
      offset = first === last ? first : undefined
      offsets.set(at, offset)
    }
    return offset ?? offsetAt(instant, zone)
  }
  return (instant) => {
    const wall = instant + offsetOn(instant)
    const at = Math.floor(wall / day)
    let date = dates.get(at)
    if (date === undefined) {
      date = isoIn(at * day, 'UTC').slice(0, 10)
      dates.set(at, date)
    }
    return `${date}T${clocks[Math.floor((wall - at * day) / minute)]}`
  }
}
