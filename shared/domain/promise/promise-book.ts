/** Transfer promises of flows 10 and 11: who is asked first when a right-sized room frees, and how well we keep them. */

export interface OpenPromise {
  readonly id: string
  readonly toTypeCode: string
  readonly party: number
  readonly createdAt: number
}

/**
 * Gives each ready room to the oldest promise for its type that it seats; a room is offered to one party at a time.
 * @returns room number by promise id
 */
export function matchPromises(
  promises: readonly OpenPromise[],
  readyRooms: readonly { readonly roomNo: string; readonly typeCode: string; readonly maxSeats: number }[],
): Map<string, string> {
  const matched = new Map<string, string>()
  const taken = new Set<string>()
  const oldestFirst = [...promises].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  for (const promise of oldestFirst) {
    const room = readyRooms.find(
      (candidate) =>
        candidate.typeCode === promise.toTypeCode &&
        candidate.maxSeats >= promise.party &&
        !taken.has(candidate.roomNo),
    )
    if (!room) continue
    taken.add(room.roomNo)
    matched.set(promise.id, room.roomNo)
  }
  return matched
}

/** Share of promises kept among those kept or lapsed; what the guest declined counts for neither. Null when none. */
export function keptRate(counts: Readonly<Record<'kept' | 'lapsed', number>>): number | null {
  const closed = counts.kept + counts.lapsed
  return closed === 0 ? null : counts.kept / closed
}
