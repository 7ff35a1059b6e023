import type { Kysely } from 'kysely'
import type { DayFacts } from '#shared/domain/reports/day-facts.ts'
import { keptFacts } from '#shared/domain/reports/kept-facts.ts'
import { cellsMinus, type TableKind } from '#shared/domain/reports/report-kinds.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { runCompiled } from '../store/compiled.ts'
import type { DayCloseTable } from '../store/day-tables.ts'
import { venueId } from '../store/schema.ts'
import type { Words } from '../words.ts'
import type { ReportSource } from './day-archive.ts'
import type { ReportFrame } from './report-frame.ts'
import { dateLabel } from './report-labels.ts'

type Corrected = Pick<DayCloseTable, 'business_date' | 'version' | 'closed_at' | 'cause_command' | 'cause_by'>

/** What corrections have changed in a table since its days were closed, one line for each (reports.md §1). */
export async function adjustmentsOf<Part extends 'parties' | 'uses', Cell>(
  kind: TableKind<Part, Cell>,
  source: ReportSource,
  frame: ReportFrame,
  columns: readonly string[],
  words: Words,
) {
  const { reader, model } = source
  const { from, to } = frame.stretch
  const build = () =>
    reader
      .selectFrom('day_close')
      .select(['business_date', 'version', 'closed_at', 'cause_command', 'cause_by'])
      .where('venue_id', '=', venueId)
      .where('business_date', '>=', from)
      .where('business_date', '<=', to)
      .where('version', '>', 1)
      .orderBy('business_date')
      .orderBy('version')
  const corrected = await runCompiled<Corrected>(reader as unknown as Kysely<never>, 'corrected days', build, [
    venueId,
    from,
    to,
    1,
  ])
  if (corrected.length === 0) return []
  const texts = await reader
    .selectFrom('day_facts')
    .select(['business_date', 'version', 'facts'])
    .where('venue_id', '=', venueId)
    .where('part', '=', kind.part)
    .where('business_date', 'in', [...new Set(corrected.map((row) => row.business_date))])
    .execute()
  const totalOf = (date: string, version: number) => {
    const text = texts.find((row) => row.business_date === date && row.version === version)?.facts
    if (text === undefined) return undefined
    const facts = keptFacts(kind.part, text) as DayFacts[Part]
    return kind.make([{ date, facts }], { keys: [], of: () => undefined }, columns, frame.filter).total
  }
  const zone = model.venue.timeZone
  return corrected.flatMap((row) => {
    const [now, before] = [totalOf(row.business_date, row.version), totalOf(row.business_date, row.version - 1)]
    if (!now || !before) return []
    return [
      {
        date: row.business_date,
        at: isoIn(row.closed_at, zone),
        by: row.cause_by ?? '',
        command: row.cause_command ?? '',
        label: words('adjustment', { date: dateLabel(row.business_date, words) }),
        cells: cellsMinus(now, before, kind.minus),
      },
    ]
  })
}
