/** The venue's clock. In practice it can be set and then stands still, so that a rule can be tried at any minute. */
export interface Clock {
  now(): number
  /** True when it stands still until it is moved. */
  readonly standing: boolean
}

export interface PracticeClock extends Clock {
  /** Forwards only; false when `instant` lies before the present one. */
  moveTo(instant: number): boolean
}

export const systemClock: Clock = { now: () => Date.now(), standing: false }

/** Runs with the system's clock until it is set; from then on it stands still. */
export function createPracticeClock(startAt?: number): PracticeClock {
  let standingAt = startAt
  return {
    now: () => standingAt ?? Date.now(),
    get standing() {
      return standingAt !== undefined
    },
    moveTo(instant) {
      if (instant < (standingAt ?? Date.now())) return false
      standingAt = instant
      return true
    },
  }
}
