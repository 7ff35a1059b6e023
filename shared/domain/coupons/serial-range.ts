/** Serial numbers from one to another, both included. */
export interface SerialRange {
  readonly from: number
  readonly to: number
}

export const sizeOf = ({ from, to }: SerialRange): number => to - from + 1

/** Serials in all ranges together; one that stands in two of them counts twice. */
export const countOf = (ranges: readonly SerialRange[]): number => ranges.reduce((sum, range) => sum + sizeOf(range), 0)

/** The same serials as few ranges in order: none overlaps or touches another. */
export function merged(ranges: readonly SerialRange[]): SerialRange[] {
  const runs: { from: number; to: number }[] = []
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = runs.at(-1)
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to)
    else runs.push({ from, to })
  }
  return runs
}

/** Serials that stand in both; both sides merged. */
export function intersection(some: readonly SerialRange[], others: readonly SerialRange[]): SerialRange[] {
  const shared: SerialRange[] = []
  let [a, b] = [0, 0]
  for (;;) {
    const [one, other] = [some[a], others[b]]
    if (!one || !other) return shared
    const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)]
    if (from <= to) shared.push({ from, to })
    if (one.to < other.to) a += 1
    else b += 1
  }
}

/** Serials of `some` that do not stand in `others`; both sides merged. */
export function difference(some: readonly SerialRange[], others: readonly SerialRange[]): SerialRange[] {
  const left: SerialRange[] = []
  let at = 0
  for (const range of some) {
    let { from } = range
    while (at < others.length && (others[at] as SerialRange).to < from) at += 1
    for (let next = at; ; next += 1) {
      const other = others[next]
      if (!other || other.from > range.to) break
      if (other.from > from) left.push({ from, to: other.from - 1 })
      from = other.to + 1
    }
    if (from <= range.to) left.push({ from, to: range.to })
  }
  return left
}

export const holds = ({ from, to }: SerialRange, serial: number): boolean => from <= serial && serial <= to
