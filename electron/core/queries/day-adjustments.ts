import type { Kysely } from 'kysely'
import { type DayFacts, type DayPart, dayParts } from '#shared/domain/reports/day-facts.ts'
import { keptFacts } from '#shared/domain/reports/kept-facts.ts'
import { cellsMinus, type TableKind } from '#shared/domain/reports/report-kinds.ts'
import type { Stretch } from '#shared/domain/reports/report-period.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { runCompiled } from '../store/compiled.ts'
import type { DayCloseTable } from '../store/day-tables.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'
import type { Words } from '../words.ts'
import { type CorrectionLine, correctionLines } from './corrections.ts'
import type { ReportSource } from './day-archive.ts'
import type { ReportFrame } from './report-frame.ts'
import { dateLabel } from './report-labels.ts'
import { staffNames } from './staff-names.ts'

type Version = Pick<
  DayCloseTable,
  'business_date' | 'version' | 'closed_at' | 'cause_seq' | 'cause_command' | 'cause_by'
>

/** A later version of a closed day beside the one before it. */
interface CorrectedDay {
  readonly date: BusinessDate
  readonly before: DayFacts
  readonly now: DayFacts
  /** What every adjustment says of itself. */
  readonly told: {
    readonly date: string
    readonly at: string
    readonly by: string
    readonly command: string
    readonly label: string
    readonly reasons: { reason: string; by: { staffNo: string; name: string }; at: string }[]
    readonly note: string
  }
}

/** What corrections have changed in a table since its days were closed, one line for each (reports.md §1). */
export async function adjustmentsOf<Part extends 'parties' | 'uses', Cell>(
  kind: TableKind<Part, Cell>,
  source: ReportSource,
  frame: ReportFrame,
  columns: readonly string[],
  words: Words,
) {
  const days = await correctedDays(source, frame.stretch, words)
  const totalOf = (date: BusinessDate, facts: DayFacts[Part]) =>
    kind.make([{ date, facts }], { keys: [], of: () => undefined }, columns, frame.filter).total
  return days.map(({ date, before, now, told }) => ({
    ...told,
    cells: cellsMinus(totalOf(date, now[kind.part]), totalOf(date, before[kind.part]), kind.minus),
  }))
}

/** The later versions of closed days, each with the one before it, and who corrected what for which reason. */
export async function correctedDays(
  { reader, model }: ReportSource,
  stretch: Stretch,
  words: Words,
): Promise<CorrectedDay[]> {
  const later = await laterVersions(reader, stretch)
  if (later.length === 0) return []
  const dates = [...new Set(later.map((row) => row.business_date))]
  const closes = await reader
    .selectFrom('day_close')
    .select(['business_date', 'closed_at'])
    .where('venue_id', '=', venueId)
    .where('business_date', 'in', dates)
    .where('version', '=', 1)
    .execute()
  const texts = await reader
    .selectFrom('day_facts')
    .select(['part', 'business_date', 'version', 'facts'])
    .where('venue_id', '=', venueId)
    .where('part', 'in', [...dayParts])
    .where('business_date', 'in', dates)
    .execute()
  const factsAt = (date: BusinessDate, version: number): DayFacts | undefined => {
    const textOf = (part: DayPart) =>
      texts.find((row) => row.part === part && row.business_date === date && row.version === version)?.facts
    const [parties, uses, desk] = [textOf('parties'), textOf('uses'), textOf('desk')]
    if (parties === undefined || uses === undefined || desk === undefined) return undefined
    return {
      parties: keptFacts('parties', parties),
      uses: keptFacts('uses', uses),
      desk: keptFacts('desk', desk),
    }
  }
  const nameOf = await staffNames(reader)
  const zone = model.venue.timeZone
  const days: CorrectedDay[] = []
  for (const row of later) {
    const { business_date: date, version } = row
    const [now, before] = [factsAt(date, version), factsAt(date, version - 1)]
    if (!now || !before) continue
    const closedAt = closes.find((one) => one.business_date === date)?.closed_at ?? row.closed_at
    const since = later.find((one) => one.business_date === date && one.version === version - 1)?.cause_seq ?? 0
    const lines = causesOf(
      (await correctionLines(reader, changedStays(now, before))).filter((line) => line.at >= closedAt),
      since,
      row.cause_seq ?? 0,
    )
    const reasons = lines.map((line) => ({
      reason: line.undoes === undefined ? line.reason : words('adjustmentUndone'),
      by: nameOf(line.by),
      at: isoIn(line.at, zone),
    }))
    days.push({
      date,
      before,
      now,
      told: {
        date,
        at: isoIn(row.closed_at, zone),
        by: row.cause_by ?? '',
        command: row.cause_command ?? '',
        label: words('adjustment', { date: dateLabel(date, words) }),
        reasons,
        note: noteOf(reasons, words),
      },
    })
  }
  return days
}

async function laterVersions(reader: Reader, { from, to }: Stretch): Promise<Version[]> {
  const build = () =>
    reader
      .selectFrom('day_close')
      .select(['business_date', 'version', 'closed_at', 'cause_seq', 'cause_command', 'cause_by'])
      .where('venue_id', '=', venueId)
      .where('business_date', '>=', from)
      .where('business_date', '<=', to)
      .where('version', '>', 1)
      .orderBy('business_date')
      .orderBy('version')
  return await runCompiled<Version>(reader as unknown as Kysely<never>, 'corrected days', build, [venueId, from, to, 1])
}

/** The parties of which two versions of a day tell different things. */
function changedStays(now: DayFacts, before: DayFacts): string[] {
  const told = ({ parties, uses }: DayFacts) =>
    Map.groupBy(
      [...parties.parties, ...parties.departures, ...parties.insideBefore, ...parties.insideAfter, ...uses.uses],
      (fact) => fact.stayId,
    )
  const [one, other] = [told(now), told(before)]
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (id) => JSON.stringify(one.get(id)) !== JSON.stringify(other.get(id)),
  )
}

// What was given since the version before; of what was taken back within it nothing is left to tell.
function causesOf(all: readonly CorrectionLine[], since: number, until: number): CorrectionLine[] {
  const lines = all.filter((line) => line.seq > since && line.seq <= until)
  const seqs = new Set(lines.map((line) => line.seq))
  const undone = new Set(lines.map((line) => line.undoes))
  return lines.filter((line) => (line.undoes === undefined ? !undone.has(line.seq) : !seqs.has(line.undoes)))
}

/** `王主管：少记两位；李主管：撤销`. */
function noteOf(reasons: CorrectedDay['told']['reasons'], words: Words): string {
  return [...new Set(reasons.map(({ by, reason }) => words('adjustmentBy', { name: by.name, reason })))].join(
    words('adjustmentJoin'),
  )
}
