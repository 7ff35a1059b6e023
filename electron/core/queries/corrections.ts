import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { correctedRow } from '#shared/contract/report.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { runCompiled } from '../store/compiled.ts'
import { venueId } from '../store/schema.ts'
import type { Change, Reader } from '../store/tx.ts'
import type { ReportSource } from './day-archive.ts'
import { staffNames } from './staff-names.ts'

/** A journal line that corrected a party that had gone, or took such a line back. */
export interface CorrectionLine {
  readonly stayId: string
  readonly seq: number
  readonly at: number
  readonly by: string
  /** Empty where a correction was taken back: nobody is asked why. */
  readonly reason: string
  /** The line that was taken back. */
  readonly undoes?: number
  readonly before?: Recorded
  readonly after?: Recorded
}

interface Recorded {
  readonly party: number
  readonly left_at: number
}

/** Keys asked for at once: well below what a statement takes. */
const keysAtOnce = 500

/** All corrections of some parties, and what was taken back of them, in the order in which they were given. */
export async function correctionLines(read: Reader, stayIds: readonly string[]): Promise<CorrectionLine[]> {
  const lines: CorrectionLine[] = []
  for (let from = 0; from < stayIds.length; from += keysAtOnce) {
    const keys = stayIds.slice(from, from + keysAtOnce).map((id) => `stay:${id}`)
    const rows = await read
      .selectFrom('journal_key')
      .innerJoin('journal', (join) =>
        join.onRef('journal.venue_id', '=', 'journal_key.venue_id').onRef('journal.seq', '=', 'journal_key.seq'),
      )
      .select(['journal_key.key', 'journal.seq', 'journal.at', 'journal.actor', 'journal.command', 'journal.input'])
      .select('journal.changes')
      .where('journal_key.venue_id', '=', venueId)
      .where('journal_key.key', 'in', keys)
      .where('journal.command', 'in', ['stay.correct', 'journal.undo'])
      .orderBy('journal.seq')
      .execute()
    for (const { key, seq, at, actor: by, command, input, changes } of rows) {
      const stayId = key.slice('stay:'.length)
      const given = JSON.parse(input) as { readonly reason?: string; readonly seq?: number }
      if (command === 'journal.undo') {
        if (given.seq !== undefined) lines.push({ stayId, seq, at, by, reason: '', undoes: given.seq })
        continue
      }
      const change = (JSON.parse(changes) as Change[]).find((one) => one.table === 'stay')
      const [before, after] = [change?.before, change?.after] as unknown as [Recorded?, Recorded?]
      if (before && after) lines.push({ stayId, seq, at, by, reason: given.reason ?? '', before, after })
    }
  }
  // An undo of anything else is none of theirs.
  const corrections = new Set(lines.filter((line) => line.undoes === undefined).map((line) => line.seq))
  return lines.filter((line) => line.undoes === undefined || corrections.has(line.undoes))
}

/** Those that still stand: neither taken back, nor a taking back. */
export function standing(lines: readonly CorrectionLine[]): CorrectionLine[] {
  const undone = new Set(lines.map((line) => line.undoes))
  return lines.filter((line) => line.undoes === undefined && !undone.has(line.seq))
}

/** When days were closed, of those which something has touched since; the others hold nothing that was corrected. */
async function closesOfTouched(
  read: Reader,
  dates: readonly BusinessDate[],
): Promise<ReadonlyMap<BusinessDate, number>> {
  const [first, last] = [dates.toSorted()[0], dates.toSorted().at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const build = () =>
    read
      .selectFrom('day_close')
      .select(['business_date', 'closed_at'])
      .where('venue_id', '=', venueId)
      .where('business_date', '>=', first)
      .where('business_date', '<=', last)
      .where('version', '=', 1)
      .where(({ or, exists, selectFrom }) =>
        or([
          exists(
            selectFrom('day_close as later')
              .select('later.version')
              .whereRef('later.venue_id', '=', 'day_close.venue_id')
              .whereRef('later.business_date', '=', 'day_close.business_date')
              .where('later.version', '=', 2),
          ),
          exists(
            selectFrom('day_mark')
              .select('day_mark.business_date')
              .whereRef('day_mark.venue_id', '=', 'day_close.venue_id')
              .whereRef('day_mark.business_date', '=', 'day_close.business_date'),
          ),
        ]),
      )
  // A list of years asks this for each of its days.
  const rows = await runCompiled<{ business_date: BusinessDate; closed_at: number }>(
    read as unknown as Kysely<never>,
    'closes of touched days',
    build,
    [venueId, first, last, 1, 2],
  )
  const wanted = new Set(dates)
  return new Map(rows.flatMap((row) => (wanted.has(row.business_date) ? [[row.business_date, row.closed_at]] : [])))
}

/** What of a party was corrected since its day was closed: what the frozen figures say, and what is right. */
export interface Corrected {
  readonly party?: { readonly from: number; readonly to: number }
  readonly leftAt?: { readonly from: number; readonly to: number }
  readonly lines: readonly CorrectionLine[]
}

/**
 * The parties among these that were corrected after the day they are counted on was closed, by date and stay
 * (`correctedKey`). A day nothing has touched costs no look into the journal.
 */
export async function correctedSinceClose(
  read: Reader,
  counted: readonly { readonly date: BusinessDate; readonly stayId: string }[],
): Promise<ReadonlyMap<string, Corrected>> {
  const closes = await closesOfTouched(read, [...new Set(counted.map((one) => one.date))])
  const inTouched = counted.filter((one) => closes.has(one.date))
  const lines = standing(await correctionLines(read, [...new Set(inTouched.map((one) => one.stayId))]))
  const byStay = Map.groupBy(lines, (line) => line.stayId)
  const found = new Map<string, Corrected>()
  for (const { date, stayId } of inTouched) {
    const close = closes.get(date) ?? Number.POSITIVE_INFINITY
    const later = (byStay.get(stayId) ?? []).filter((line) => line.at >= close)
    const [from, to] = [later[0]?.before, later.at(-1)?.after]
    // Corrected there and back again leaves nothing to show.
    if (!from || !to || (from.party === to.party && from.left_at === to.left_at)) continue
    found.set(correctedKey(date, stayId), {
      ...(from.party !== to.party && { party: { from: from.party, to: to.party } }),
      ...(from.left_at !== to.left_at && { leftAt: { from: from.left_at, to: to.left_at } }),
      lines: later,
    })
  }
  return found
}

export const correctedKey = (date: BusinessDate, stayId: string): string => `${date} ${stayId}`

/** Writes what was corrected as the API answers it, with names for staff numbers. */
export async function correctedWriter({
  reader,
  model,
}: ReportSource): Promise<(corrected: Corrected) => z.output<typeof correctedRow>> {
  const nameOf = await staffNames(reader)
  const zone = model.venue.timeZone
  return ({ party, leftAt, lines }) => ({
    ...(party && { party }),
    ...(leftAt && { leftAt: { from: isoIn(leftAt.from, zone), to: isoIn(leftAt.to, zone) } }),
    reasons: lines.map((line) => ({ reason: line.reason, by: nameOf(line.by), at: isoIn(line.at, zone) })),
  })
}
