/** How a wait stands against what was quoted: minutes still to go, or over it. */
export interface WaitClock {
  readonly minutes: number
  readonly over: boolean
}

const minute = 60_000

/** Runs down to the quoted time, then up; whole minutes, and over only from the first full one. */
export function waitClock(since: number, quotedMinutes: number, now: number): WaitClock {
  const left = since + quotedMinutes * minute - now
  if (left > -minute) return { minutes: Math.max(0, Math.ceil(left / minute)), over: false }
  return { minutes: Math.floor(-left / minute), over: true }
}

/** Milliseconds until a call lapses; below zero once it has. */
export const callLeft = (calledAt: number, callMinutes: number, now: number): number =>
  calledAt + callMinutes * minute - now
