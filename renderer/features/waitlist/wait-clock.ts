/** How a wait stands against what was quoted: minutes still to go, or over it. */
export interface WaitClock {
  readonly minutes: number
  readonly over: boolean
}

const minute = 60_000

/** Runs down to the quoted time, then up; whole minutes, the running one counted as still to go. */
export function waitClock(since: number, quotedMinutes: number, now: number): WaitClock {
  const left = since + quotedMinutes * minute - now
  return left >= 0
    ? { minutes: Math.ceil(left / minute), over: false }
    : { minutes: Math.floor(-left / minute), over: true }
}

/** Milliseconds until a call lapses; below zero once it has. */
export const callLeft = (calledAt: number, callMinutes: number, now: number): number =>
  calledAt + callMinutes * minute - now
