import type { z } from 'zod'
import type { operationsReport } from '#shared/contract/report.ts'

/** Every figure of the overview that may be counted of any days. */
export type OperationsFigures = Pick<
  z.output<typeof operationsReport>,
  'parties' | 'rooms' | 'stays' | 'due' | 'waits' | 'refusals' | 'promises'
>

type FigureUnit = z.output<typeof operationsReport>['adjustments'][number]['figures'][number]['unit']

/** A figure by the name its text has (`operations.row`), its value, and what it is. */
export type Figure = readonly [name: string, value: number | null, unit: FigureUnit]

/** The single figures of the overview, each once, in the groups in which they are read. */
export const groupsOf = ({ parties, rooms, stays, due, waits, refusals, promises }: OperationsFigures) =>
  ({
    parties: [
      ['parties', parties.parties, 'count'],
      ['guests', parties.guests, 'count'],
      ['seatRate', parties.seatRate, 'rate'],
      ['vip', parties.vip.parties, 'count'],
      ['vipShare', parties.vip.share, 'rate'],
      ['out', stays.out, 'count'],
      ['meanStay', stays.mean, 'mean'],
      ['medianStay', stays.median, 'mean'],
      ['extended', stays.extended, 'count'],
      ['extendedRate', stays.extendedRate, 'rate'],
    ],
    rooms: [
      ['opened', rooms.opened, 'count'],
      ['uses', rooms.uses, 'count'],
      ['used', rooms.minutes / 60, 'hours'],
      ['sellable', rooms.sellable / 60, 'hours'],
      ['rate', rooms.rate, 'rate'],
      ['rateAll', rooms.rateAll, 'rate'],
      ['openRate', rooms.openRate, 'rate'],
      ['turnover', rooms.turnover, 'decimal'],
    ],
    due: [
      ['due', due.due, 'count'],
      ['arrived', due.arrived, 'count'],
      ['late', due.late, 'count'],
      ['arrivedRate', due.arrivedRate, 'rate'],
      ['released', due.released, 'count'],
      ['releasedRate', due.releasedRate, 'rate'],
    ],
    waits: [
      ['joined', waits.joined, 'count'],
      ['seated', waits.seated, 'count'],
      ['left', waits.left, 'count'],
      ['waiting', waits.waiting, 'count'],
      ['medianWait', waits.median, 'mean'],
      ['p90Wait', waits.p90, 'mean'],
      ['beyondQuoted', waits.beyondQuoted, 'mean'],
    ],
    // On paper these two stand in a table of their own, by reason.
    refusals: [
      ['denials', refusals.denials, 'count'],
      ['regrets', refusals.regrets, 'count'],
    ],
    mismatch: [
      ['larger', parties.larger, 'count'],
      ['smaller', parties.smaller, 'count'],
      ['spareSeatHours', rooms.spareSeatHours, 'hours'],
    ],
    promises: [
      ['kept', promises.kept, 'count'],
      ['lapsed', promises.lapsed, 'count'],
      ['declined', promises.declined, 'count'],
      ['keptRate', promises.keptRate, 'rate'],
    ],
  }) satisfies Readonly<Record<string, readonly Figure[]>>
