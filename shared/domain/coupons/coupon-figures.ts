import { addDays, type BusinessDate } from '../time/business-day.ts'
import { type CouponBatch, type CouponMove, movesOf } from './coupon-batch.ts'
import { stockOf } from './coupon-stock.ts'
import { countOf, difference, intersection, merged, sizeOf } from './serial-range.ts'

/** Redemptions of one day by one person, of coupons of one handing out. */
export interface RedeemedCount {
  /** The handing out they come from. */
  readonly handId: string
  readonly on: BusinessDate
  readonly by: string
  readonly count: number
}

/** A batch with all that has happened to it, redemptions counted. */
export interface CountedBatch {
  readonly batch: CouponBatch
  readonly moves: readonly CouponMove[]
  readonly redeemed: readonly RedeemedCount[]
}

export interface CouponPeriod {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

/**
 * Coupons over a period (appendix 07, reports.md §4), by business date. `opening` + `issued` − `redeemed` − `voided` −
 * `expired` = `outstanding` = `inHouse` + `withGuests`.
 */
export interface CouponFigures {
  /** 期初结存: outstanding when the period begins. */
  readonly opening: number
  readonly issued: number
  readonly stamped: number
  readonly handed: number
  readonly redeemed: number
  readonly voided: number
  /** On the day after the last valid one. */
  readonly expired: number
  /** 期末结存. */
  readonly outstanding: number
  /** Of these not handed out yet. */
  readonly inHouse: number
  readonly withGuests: number
}

/**
 * The same by person. Acts are whose they are: issued, stamped, handed, and `accepted` (兑付经手) and `voiding` (作废经手).
 * Opening, redeemed, voided, expired and outstanding are of the coupons this person handed out, so that
 * `opening` + `handed` − `redeemed` − `voided` − `expired` = `outstanding`.
 */
export interface PersonFigures extends CouponFigures {
  readonly accepted: number
  readonly voiding: number
}

export interface CouponTable {
  readonly batches: readonly { readonly batch: CouponBatch; readonly figures: CouponFigures }[]
  /** By staff number. */
  readonly persons: readonly { readonly staffNo: string; readonly figures: PersonFigures }[]
  /** 未发放: coupons nobody has handed out. */
  readonly house: PersonFigures
  readonly total: CouponFigures
}

export const couponFigures = [
  'opening',
  'issued',
  'stamped',
  'handed',
  'redeemed',
  'voided',
  'expired',
  'outstanding',
  'inHouse',
  'withGuests',
] as const satisfies readonly (keyof CouponFigures)[]
const personFigures = [...couponFigures, 'accepted', 'voiding'] as const satisfies readonly (keyof PersonFigures)[]

type Sums = { -readonly [Figure in keyof PersonFigures]: number }

const nothing = (): Sums => Object.fromEntries(personFigures.map((figure) => [figure, 0])) as Sums

/** Something that happened to some coupons, by whom, and in whose account they stood; undefined: not handed out. */
interface Entry {
  readonly what: 'issued' | 'stamped' | 'handed' | 'redeemed' | 'voided'
  readonly on: BusinessDate
  readonly by: string
  readonly holder?: string
  readonly count: number
}

function entriesOf({ batch, moves, redeemed }: CountedBatch): Entry[] {
  const hands = movesOf(moves, 'hand')
  const handed = merged(hands)
  const holders = [...Map.groupBy(hands, (hand) => hand.by)].map(([holder, own]) => [holder, merged(own)] as const)
  const handedBy = new Map(hands.map((hand) => [hand.id, hand.by]))
  const entries: Entry[] = [{ what: 'issued', on: batch.issuedOn, by: batch.issuedBy, count: sizeOf(batch) }]
  for (const { act, on, by, from, to } of moves) {
    if (act === 'stamp') entries.push({ what: 'stamped', on, by, count: to - from + 1 })
    else if (act === 'hand') entries.push({ what: 'handed', on, by, holder: by, count: to - from + 1 })
    else {
      const range = [{ from, to }]
      entries.push({ what: 'voided', on, by, count: countOf(difference(range, handed)) })
      for (const [holder, own] of holders)
        entries.push({ what: 'voided', on, by, holder, count: countOf(intersection(range, own)) })
    }
  }
  for (const { handId, on, by, count } of redeemed) {
    const holder = handedBy.get(handId)
    entries.push({ what: 'redeemed', on, by, ...(holder !== undefined && { holder }), count })
  }
  return entries.filter((entry) => entry.count > 0)
}

// What an account gains and loses: the house by printing and handing out, a person by handing out.
function changeOf({ what, count }: Entry, holder: string | undefined): number {
  if (what === 'stamped') return 0
  if (what === 'issued') return count
  if (what === 'handed') return holder === undefined ? -count : count
  return -count
}

const concerns = (entry: Entry, holder: string | undefined): boolean =>
  entry.holder === holder || (holder === undefined && entry.what === 'handed')

/** Counted by serials, where all else is counted by adding up: the two have to agree. */
function outstandingAt({ batch, moves, redeemed }: CountedBatch, date: BusinessDate): number {
  if (batch.issuedOn > date) return 0
  const counts = redeemed.filter((one) => one.on <= date).reduce((sum, one) => sum + one.count, 0)
  const until = moves.filter((move) => move.on <= date)
  return stockOf(batch, until, counts, date).outstanding
}

interface Span {
  readonly before: BusinessDate
  readonly until: BusinessDate
}

/** What stood in an account at the end of a day, before any expiry. */
const balance = (entries: readonly Entry[], holder: string | undefined, date: BusinessDate): number =>
  entries.reduce((sum, entry) => (entry.on <= date && concerns(entry, holder) ? sum + changeOf(entry, holder) : sum), 0)

function addAccount(sums: Sums, batch: CouponBatch, entries: readonly Entry[], holder: string | undefined, span: Span) {
  const at = (date: BusinessDate) => (date > batch.validUntil ? 0 : balance(entries, holder, date))
  const isIn = (date: BusinessDate) => date > span.before && date <= span.until
  const end = at(span.until)
  sums.opening += at(span.before)
  sums[holder === undefined ? 'inHouse' : 'withGuests'] += end
  if (isIn(addDays(batch.validUntil, 1))) sums.expired += balance(entries, holder, batch.validUntil)
  for (const entry of entries)
    if (entry.holder === holder && isIn(entry.on) && (entry.what === 'redeemed' || entry.what === 'voided'))
      sums[entry.what] += entry.count
}

/** The table of a period, as far as it has come: what expires after today has not expired yet. */
export function couponTable(batches: readonly CountedBatch[], period: CouponPeriod, today: BusinessDate): CouponTable {
  const [until = today] = [period.to, today].sort()
  const [before = today] = [addDays(period.from, -1), today].sort()
  const span = { before, until }
  const isIn = (entry: Entry) => entry.on > before && entry.on <= until
  const house = nothing()
  const persons = new Map<string, Sums>()
  const personOf = (staffNo: string): Sums => {
    const known = persons.get(staffNo) ?? nothing()
    persons.set(staffNo, known)
    return known
  }
  const rows = batches.map((counted) => {
    const { batch } = counted
    const entries = entriesOf(counted)
    const figures = nothing()
    for (const entry of entries.filter(isIn)) {
      if (entry.what === 'redeemed') personOf(entry.by).accepted += entry.count
      else if (entry.what === 'voided') personOf(entry.by).voiding += entry.count
      else {
        figures[entry.what] += entry.count
        personOf(entry.by)[entry.what] += entry.count
      }
    }
    for (const holder of new Set([undefined, ...entries.map((entry) => entry.holder)])) {
      addAccount(figures, batch, entries, holder, span)
      addAccount(holder === undefined ? house : personOf(holder), batch, entries, holder, span)
    }
    figures.outstanding = outstandingAt(counted, until)
    return { batch, figures: pick(figures) }
  })
  for (const sums of [house, ...persons.values()]) sums.outstanding = sums.inHouse + sums.withGuests
  const isAny = (sums: Sums) => personFigures.some((figure) => sums[figure] !== 0)
  return {
    batches: rows,
    persons: [...persons]
      .filter(([, sums]) => isAny(sums))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([staffNo, figures]) => ({ staffNo, figures })),
    house,
    total: totalOf(rows.map((row) => row.figures)),
  }
}

const pick = (sums: Sums): CouponFigures =>
  Object.fromEntries(couponFigures.map((figure) => [figure, sums[figure]])) as unknown as CouponFigures

const totalOf = (rows: readonly CouponFigures[]): CouponFigures =>
  pick(
    rows.reduce<Sums>((sums, row) => {
      for (const figure of couponFigures) sums[figure] += row[figure]
      return sums
    }, nothing()),
  )

/** A rule the figures must keep, and whether they do. */
export interface CouponCheck {
  readonly name: 'identity' | 'whereabouts' | 'persons'
  readonly ok: boolean
  readonly values: Readonly<Record<string, number>>
}

/** The checks at the foot (appendix 07): the identity, where the outstanding ones are, and that both tables agree. */
export function couponChecks({ batches, persons, house, total }: CouponTable): CouponCheck[] {
  const keeps = (row: CouponFigures) =>
    row.opening + row.issued - row.redeemed - row.voided - row.expired === row.outstanding
  const { opening, issued, redeemed, voided, expired, outstanding, inHouse, withGuests } = total
  const held = (figure: keyof CouponFigures) =>
    persons.reduce((sum, person) => sum + person.figures[figure], house[figure])
  const agree = couponFigures.every((figure) => held(figure) === total[figure])
  return [
    {
      name: 'identity',
      ok: [...batches.map((row) => row.figures), total].every(keeps),
      values: { opening, issued, redeemed, voided, expired, outstanding },
    },
    {
      name: 'whereabouts',
      ok: [...batches.map((row) => row.figures), total].every(
        (row) => row.inHouse + row.withGuests === row.outstanding && row.inHouse >= 0 && row.withGuests >= 0,
      ),
      values: { outstanding, inHouse, withGuests },
    },
    { name: 'persons', ok: agree, values: { persons: held('outstanding'), batches: outstanding } },
  ]
}
