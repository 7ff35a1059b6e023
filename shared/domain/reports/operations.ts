import type { DayDesk, DayParties, DayUses, DueFact, PartyFact, WaitFact } from './day-facts.ts'
import { hourIndexOf } from './day-hours.ts'
import { distributionOf, meanOf, medianOf, quantileOf } from './distribution.ts'
import { type DayOf, partiesCounted } from './entries-table.ts'
import { counts, type ReportFilter } from './report-filter.ts'
import type { Check } from './table-checks.ts'

/** A share of a whole; null where the whole is nothing. */
export const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** Parties and guests of one kind, and their share of all parties. */
export interface PartyShare {
  readonly parties: number
  readonly guests: number
  readonly share: number | null
}

/** 来源, VIP share, 上座率, booked type × used type, 小用大 / 大用小 (reports.md §1). */
export interface PartyFigures {
  readonly parties: number
  readonly guests: number
  /** guests ÷ seats of the rooms they were let into. */
  readonly seatRate: number | null
  readonly bySource: Readonly<Record<string, PartyShare>>
  readonly vip: PartyShare
  /** Parties by the type asked for, then by the type used first. */
  readonly cross: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** 小用大 and 大用小, in parties. */
  readonly larger: number
  readonly smaller: number
}

export function partyFigures(days: readonly DayOf<DayParties>[], filter: ReportFilter): PartyFigures {
  const parties = days.flatMap((day) => partiesCounted(day, filter))
  const seats = sum(parties, (party) => party.seats)
  const part = (some: readonly PartyFact[]): PartyShare => ({
    parties: some.length,
    guests: sum(some, (party) => party.guests),
    share: share(some.length, parties.length),
  })
  const cross: Record<string, Record<string, number>> = {}
  for (const { requestedTypeCode: asked, typeCode: used } of parties) {
    const row = cross[asked] ?? {}
    row[used] = (row[used] ?? 0) + 1
    cross[asked] = row
  }
  return {
    parties: parties.length,
    guests: sum(parties, (party) => party.guests),
    seatRate: share(
      sum(parties, (party) => party.guests),
      seats,
    ),
    bySource: Object.fromEntries(
      [...Map.groupBy(parties, (party) => party.source)].map(([source, some]) => [source, part(some)]),
    ),
    vip: part(parties.filter((party) => party.vipTier !== '')),
    cross,
    larger: parties.filter((party) => party.mismatch === 'larger').length,
    smaller: parties.filter((party) => party.mismatch === 'smaller').length,
  }
}

/** 平均停留, its median, 续时率, over the parties that went (reports.md §1). Minutes. */
export interface StayFigures {
  readonly out: number
  readonly mean: number | null
  readonly median: number | null
  readonly extended: number
  readonly extendedRate: number | null
}

export function stayFigures(days: readonly DayOf<DayParties>[], filter: ReportFilter): StayFigures {
  const departures = days.flatMap((day) => day.facts.departures.filter((fact) => counts(fact, filter)))
  const stayed = distributionOf(departures.map((departure) => departure.stayed))
  const extended = sum(departures, (departure) => departure.extended)
  return {
    out: departures.length,
    mean: meanOf(stayed),
    median: medianOf(stayed),
    extended,
    extendedRate: share(extended, departures.length),
  }
}

/** Hours of seats left empty by parties smaller than their rooms are meant for (小用大). */
export const spareSeatHours = (days: readonly DayOf<DayUses>[], filter: ReportFilter): number =>
  days.reduce(
    (hours, { facts }) =>
      hours +
      sum(
        facts.uses.filter((use) => counts(use, filter)),
        (use) => (use.spareSeats * (use.to - use.from)) / 60,
      ),
    0,
  )

/** 到场率, 未到率: due = confirmed when its grace ran out, or come before (reports.md §1). */
export interface DueFigures {
  readonly due: number
  /** Came in time, or after the release. */
  readonly arrived: number
  /** Of those, came after the room had been released. */
  readonly late: number
  readonly released: number
  readonly arrivedRate: number | null
  readonly releasedRate: number | null
}

export function dueFigures(days: readonly DayOf<DayDesk>[], filter: ReportFilter): DueFigures {
  const due = days.flatMap((day) => day.facts.due.filter((fact) => counts(fact, filter)))
  const with_ = (outcome: DueFact['outcome']) => due.filter((fact) => fact.outcome === outcome).length
  const [late, released] = [with_('late'), with_('released')]
  const arrived = with_('arrived') + late
  return {
    due: due.length,
    arrived,
    late,
    released,
    arrivedRate: share(arrived, due.length),
    releasedRate: share(released, due.length),
  }
}

/** 候位: joined, seated, left; median and P90 wait of those seated; actual − quoted (reports.md §1). Minutes. */
export interface WaitFigures {
  readonly joined: number
  readonly seated: number
  readonly left: number
  readonly waiting: number
  readonly median: number | null
  readonly p90: number | null
  /** Mean of actual − quoted over those seated: above nothing, they waited longer than they were told. */
  readonly beyondQuoted: number | null
}

export function waitFigures(days: readonly DayOf<DayDesk>[]): WaitFigures {
  const waits = days.flatMap((day) => day.facts.waits)
  const of = (outcome: WaitFact['outcome']) => waits.filter((wait) => wait.outcome === outcome)
  const seated = of('seated')
  const waited = distributionOf(seated.map((wait) => wait.waited))
  return {
    joined: waits.length,
    seated: seated.length,
    left: of('left').length,
    waiting: of('waiting').length,
    median: medianOf(waited),
    p90: quantileOf(waited, 0.9),
    beyondQuoted: seated.length > 0 ? sum(seated, (wait) => wait.waited - wait.quoted) / seated.length : null,
  }
}

/** 婉拒: callers who went without, by reason, type and hour asked for (reports.md §1). */
export interface RefusalFigures {
  readonly denials: number
  readonly regrets: number
  readonly byReason: readonly { readonly kind: 'denial' | 'regret'; readonly reason: string; readonly calls: number }[]
  readonly byType: Readonly<Record<string, { readonly denials: number; readonly regrets: number }>>
  readonly byHour: Readonly<Record<string, { readonly denials: number; readonly regrets: number }>>
}

export function refusalFigures(days: readonly DayOf<DayDesk>[]): RefusalFigures {
  const refusals = days.flatMap(({ facts }) =>
    facts.refusals.map((refusal) => ({
      ...refusal,
      hour: String(facts.hours.first + hourIndexOf(refusal.minute, facts.hours)),
    })),
  )
  const of = (some: readonly { readonly kind: string }[], kind: 'denial' | 'regret') =>
    some.filter((refusal) => refusal.kind === kind).length
  const by = (key: (refusal: (typeof refusals)[number]) => string) =>
    Object.fromEntries(
      [...Map.groupBy(refusals, key)].map(([name, some]) => [
        name,
        { denials: of(some, 'denial'), regrets: of(some, 'regret') },
      ]),
    )
  return {
    denials: of(refusals, 'denial'),
    regrets: of(refusals, 'regret'),
    byReason: [...Map.groupBy(refusals, (refusal) => `${refusal.kind} ${refusal.reason}`).values()]
      .map((some) => ({ kind: some[0]?.kind ?? 'denial', reason: some[0]?.reason ?? '', calls: some.length }))
      .sort((a, b) => b.calls - a.calls || (a.reason < b.reason ? -1 : 1)),
    byType: by((refusal) => refusal.typeCode),
    byHour: by((refusal) => refusal.hour),
  }
}

/** 承诺兑现率: kept ÷ (kept + lapsed); what the guest declined counts for neither (reports.md §1). */
export interface PromiseFigures {
  readonly kept: number
  readonly declined: number
  readonly lapsed: number
  readonly keptRate: number | null
}

export function promiseFigures(days: readonly DayOf<DayDesk>[]): PromiseFigures {
  const promises = days.flatMap((day) => day.facts.promises)
  const of = (outcome: string) => promises.filter((promise) => promise.outcome === outcome).length
  const [kept, declined, lapsed] = [of('kept'), of('declined'), of('lapsed')]
  return { kept, declined, lapsed, keptRate: share(kept, kept + lapsed) }
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0)
}

/** Checks of 经营概览: sources, who was due, and who waited, each adds up to its whole. */
export function checkOperations(parties: PartyFigures, due: DueFigures, waits: WaitFigures): Check[] {
  const sources = sum(Object.values(parties.bySource), (part) => part.parties)
  return [
    { name: 'sources', ok: sources === parties.parties, values: { sources, parties: parties.parties } },
    {
      name: 'due',
      ok: due.arrived + due.released === due.due,
      values: { arrived: due.arrived, released: due.released, due: due.due },
    },
    {
      name: 'waits',
      ok: waits.seated + waits.left + waits.waiting === waits.joined,
      values: { seated: waits.seated, left: waits.left, waiting: waits.waiting, joined: waits.joined },
    },
  ]
}
