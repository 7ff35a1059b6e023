/** Milliseconds, sorted or not; what a run of one job gave. */
export interface Timing {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  readonly mean: number
}

/** The value below which `share` of the sorted values lie (nearest rank). */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN

export function timingOf(values: readonly number[]): Timing {
  const sorted = Float64Array.from(values).sort() as unknown as number[]
  return {
    count: sorted.length,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
    max: sorted.at(-1) ?? Number.NaN,
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
  }
}

/** How often, after how many unmeasured runs. */
export interface Rounds {
  readonly count: number
  readonly warmUp: number
}

/** Times something that answers at once. */
export function time(rounds: Rounds, job: (round: number) => unknown): Timing {
  for (let i = 0; i < rounds.warmUp; i += 1) job(i)
  const values = new Array<number>(rounds.count)
  for (let i = 0; i < rounds.count; i += 1) {
    const begun = performance.now()
    job(rounds.warmUp + i)
    values[i] = performance.now() - begun
  }
  return timingOf(values)
}

/** Times something that answers later; one after the other. */
export async function timeAsync(rounds: Rounds, job: (round: number) => Promise<unknown>): Promise<Timing> {
  for (let i = 0; i < rounds.warmUp; i += 1) await job(i)
  const values = new Array<number>(rounds.count)
  for (let i = 0; i < rounds.count; i += 1) {
    const begun = performance.now()
    await job(rounds.warmUp + i)
    values[i] = performance.now() - begun
  }
  return timingOf(values)
}

/** `0.42`, `3.1`, `128`: three figures are enough for a time. */
export const ms = (value: number): string =>
  Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
