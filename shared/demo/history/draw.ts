/** A source of chance that gives the same draws for the same seed, on every machine. */
export interface Draw {
  /** In [0, 1). */
  next(): number
  /** A whole number in [0, limit). */
  below(limit: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
}

/** Mixes numbers and words into one 32-bit seed (FNV-1a with a final avalanche). */
export function seedOf(...parts: readonly (number | string)[]): number {
  let hash = 0x811c9dc5
  for (const part of parts) {
    for (const character of `${part}|`) {
      hash ^= character.codePointAt(0) ?? 0
      hash = Math.imul(hash, 0x01000193)
    }
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  return hash >>> 0
}

/** The same for three numbers, where it is asked for by the million. */
export function seedOfNumbers(a: number, b: number, c: number): number {
  let hash = 0x811c9dc5
  for (const part of [a, b, c]) {
    hash = Math.imul(hash ^ (part & 0xffff), 0x01000193)
    hash = Math.imul(hash ^ (part >>> 16), 0x01000193)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Mulberry32: small, fast, good enough for made-up evenings. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick(items) {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      return items[below(items.length)] as (typeof items)[number]
    },
  }
}

/** A table of weighted values, drawn from by halving. */
export interface Weighted<Value> {
  draw(draw: Draw): Value
}

/** @param entries value and weight; weights need not sum to one */
export function weighted<Value>(entries: readonly (readonly [Value, number])[]): Weighted<Value> {
  const sums: number[] = []
  let total = 0
  for (const [, weight] of entries) {
    total += weight
    sums.push(total)
  }
  if (total <= 0) throw new RangeError('weights must sum to more than nothing')
  return {
    draw(draw) {
      const point = draw.next() * total
      let low = 0
      let high = sums.length - 1
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((sums[middle] as number) > point) high = middle
        else low = middle + 1
      }
      return (entries[low] as readonly [Value, number])[0]
    },
  }
}
