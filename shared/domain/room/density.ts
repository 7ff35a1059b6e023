import type { Span } from '../time/span.ts'
import { minute } from '../time/span.ts'

export interface DensitySlot extends Span {
  /** Rooms that nothing holds for the whole slot. */
  readonly free: number
}

/**
 * Free rooms per slot, for the strip of a room type. A room counts as free in a slot when none of its claims (cleaning
 * among them) touches any minute of it.
 * @param rooms the claims of each room of the type, in any order
 */
export function densityOf(rooms: readonly (readonly Span[])[], day: Span, slotMinutes: number): readonly DensitySlot[] {
  const slot = slotMinutes * minute
  const count = Math.max(0, Math.ceil((day.end - day.start) / slot))
  const busy = new Array<number>(count).fill(0)
  for (const claims of rooms) {
    const taken = new Uint8Array(count)
    for (const claim of claims) {
      const from = Math.max(0, Math.floor((claim.start - day.start) / slot))
      const to = Math.min(count, Math.ceil((claim.end - day.start) / slot))
      for (let i = from; i < to; i += 1) taken[i] = 1
    }
    for (let i = 0; i < count; i += 1) if (taken[i]) busy[i] = (busy[i] ?? 0) + 1
  }
  return busy.map((taken, i) => ({
    start: day.start + i * slot,
    end: Math.min(day.end, day.start + (i + 1) * slot),
    free: rooms.length - taken,
  }))
}
