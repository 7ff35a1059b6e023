import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'
import { closesAt } from '../jobs/close-due.ts'
import type { Door } from '../store/execute.ts'
import type { LiveModel } from '../store/live-model.ts'
import { venueId } from '../store/schema.ts'
import { type Reader, systemActor } from '../store/tx.ts'
import { type HistoryRecipe, historyGenerator, madeHistory } from './made-history.ts'

const seed = 1

/** How far a history has come. */
export interface HistoryProgress {
  /** Months made so far, and months in all. */
  readonly months: number
  readonly of: number
}

/** What was made, over all recipes. */
export interface KeptHistory {
  readonly days: number
  readonly parties: number
  readonly entries: number
  readonly rows: number
}

interface Deps {
  readonly door: Door
  readonly reader: Reader
  readonly model: LiveModel
  readonly now: number
}

/**
 * Gives the practice venue the evenings of the past months, the same ones every time, their days closed. They end where
 * the venue's own days begin. Only for a venue nobody has booked in yet: what people practise with is never mixed up
 * afterwards. All of it is there, or nothing: a start that was broken off begins anew.
 */
export async function keepDemoHistory(
  { door, reader, model, now }: Deps,
  months: number,
  onProgress: (progress: HistoryProgress) => void = () => undefined,
): Promise<KeptHistory | undefined> {
  if (months === 0 || (await isInUse(reader))) return undefined
  const recipes = recipesOf(model, now, months)
  const sum = { days: 0, parties: 0, entries: 0, rows: 0 }
  let done = 0
  await door.make(
    madeHistory,
    (made) => {
      if (made) {
        done += 1
        for (const name of ['days', 'parties', 'entries', 'rows'] as const) sum[name] += Number(made.result[name])
        onProgress({ months: done, of: months })
      }
      const recipe = recipes[done]
      return recipe && { ...recipe, bookings: Number(made?.result.bookings ?? 0) }
    },
    { actor: systemActor, station: 'system' },
  )
  await model.load(now)
  return sum
}

/** Whoever has written into one of these practises already. */
const practised = ['booking', 'stay', 'refusal', 'card', 'coupon_batch', 'comment_card', 'call'] as const

async function isInUse(reader: Reader): Promise<boolean> {
  const first = (table: (typeof practised)[number]) =>
    reader.selectFrom(table).select('venue_id').where('venue_id', '=', venueId).limit(1).executeTakeFirst()
  for (const table of practised) if (await first(table)) return true
  return false
}

/** A recipe a month, the oldest first. */
function recipesOf(model: LiveModel, now: number, months: number): Omit<HistoryRecipe, 'bookings'>[] {
  const until = model.closedDays.first ?? model.venue.businessDateOf(now)
  const since = monthsBefore(until, months)
  const last = addDays(until, -1)
  // Yesterday may still have to wait for its half hour (日结).
  const closed = closesAt({ model }, last) <= now ? last : addDays(last, -1)
  const { closeAfterMinutes } = model.reportSettings
  return Array.from({ length: months }, (_, at) => ({
    generator: historyGenerator,
    seed,
    from: monthsBefore(until, months - at),
    to: addDays(monthsBefore(until, months - at - 1), -1),
    since,
    until,
    closed,
    closeAfterMinutes,
  }))
}

/** The same day so many calendar months before; the last of a shorter month. */
export function monthsBefore(date: BusinessDate, months: number): BusinessDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months
  const month = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  const next = `${Math.floor((count + 1) / 12)}-${String(((count + 1) % 12) + 1).padStart(2, '0')}-01`
  const last = addDays(next, -1)
  const same = `${month}-${date.slice(8)}`
  return same < last ? same : last
}
