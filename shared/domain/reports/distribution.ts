/** How often each whole number occurs: lengths of stay, minutes waited. Adds up over days and still gives its median. */
export type Distribution = ReadonlyMap<number, number>

export function distributionOf(values: Iterable<number>): Distribution {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

export const countOf = (distribution: Distribution): number =>
  [...distribution.values()].reduce((sum, count) => sum + count, 0)

export const sumOf = (distribution: Distribution): number =>
  [...distribution].reduce((sum, [value, count]) => sum + value * count, 0)

export function meanOf(distribution: Distribution): number | null {
  const count = countOf(distribution)
  return count > 0 ? sumOf(distribution) / count : null
}

// The value in a place of the sorted values, from 0.
function valueAt(sorted: readonly (readonly [number, number])[], place: number): number {
  let passed = 0
  for (const [value, count] of sorted) {
    passed += count
    if (passed > place) return value
  }
  throw new RangeError('a place beyond the last value')
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
export function medianOf(distribution: Distribution): number | null {
  const count = countOf(distribution)
  if (count === 0) return null
  const sorted = [...distribution].sort(([a], [b]) => a - b)
  return (valueAt(sorted, Math.floor((count - 1) / 2)) + valueAt(sorted, Math.floor(count / 2))) / 2
}

/** The least value that at least `share` of all values do not exceed (P90: share 0.9); null of nothing. */
export function quantileOf(distribution: Distribution, share: number): number | null {
  const count = countOf(distribution)
  if (count === 0) return null
  const sorted = [...distribution].sort(([a], [b]) => a - b)
  return valueAt(sorted, Math.max(0, Math.ceil(count * share) - 1))
}
