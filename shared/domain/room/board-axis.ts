import { minute } from '../time/span.ts'

/** The board's time axis: x is minutes since opening times a scale. All instants in epoch ms. */
export interface BoardAxis {
  readonly start: number
  readonly end: number
  /** A whole hour of the venue's clock, at or before `start`: hour lines and the slot grid count from it. */
  readonly hourOrigin: number
  readonly pxPerMinute: number
}

const hour = 60 * minute

export const axisWidth = (axis: BoardAxis): number => ((axis.end - axis.start) / minute) * axis.pxPerMinute

/** Pixels from the axis start; outside the axis it goes on beyond 0 and the width. */
export const xOf = (axis: BoardAxis, at: number): number => ((at - axis.start) / minute) * axis.pxPerMinute

/** The instant under a pixel. */
export const atOf = (axis: BoardAxis, x: number): number => axis.start + (x / axis.pxPerMinute) * minute

/** The part of `[start, end)` on the axis in px, or undefined when nothing of it is there. */
export function extentOf(axis: BoardAxis, start: number, end: number): { left: number; width: number } | undefined {
  const from = Math.max(start, axis.start)
  const to = Math.min(end, axis.end)
  if (from >= to) return undefined
  return { left: xOf(axis, from), width: ((to - from) / minute) * axis.pxPerMinute }
}

/** The nearest instant on the slot grid of the venue's clock. */
export function snapToSlot(axis: BoardAxis, at: number, slotMinutes: number): number {
  const slot = slotMinutes * minute
  return axis.hourOrigin + Math.round((at - axis.hourOrigin) / slot) * slot
}

/** Every whole hour of the venue's clock on the axis. */
export function hoursOf(axis: BoardAxis): number[] {
  const hours: number[] = []
  for (let at = axis.hourOrigin; at < axis.end; at += hour) if (at >= axis.start) hours.push(at)
  return hours
}
