import { overlaps, type Span } from '#shared/domain/time/span.ts'

interface Use extends Span {
  readonly stayId: string
  readonly roomNo: string
}

/** Who was in which room from when to when, by the replay's own clock: what the hub says later is held against it. */
export class UseLedger {
  readonly #inside = new Map<string, { readonly since: number; readonly rooms: readonly string[] }>()
  readonly #uses: Use[] = []
  /** Rooms given to a second party while a first was still in: must stay empty. */
  readonly clashes: string[] = []

  enter(stayId: string, rooms: readonly string[], at: number): void {
    for (const [other, { rooms: taken }] of this.#inside)
      if (other !== stayId)
        for (const roomNo of rooms)
          if (taken.includes(roomNo)) this.clashes.push(`room ${roomNo}: ${stayId} let in while ${other} is inside`)
    this.#inside.set(stayId, { since: at, rooms })
  }

  move(stayId: string, rooms: readonly string[], at: number): void {
    this.leave(stayId, at)
    this.enter(stayId, rooms, at)
  }

  leave(stayId: string, at: number): void {
    const inside = this.#inside.get(stayId)
    if (!inside) return
    for (const roomNo of inside.rooms) this.#uses.push({ stayId, roomNo, start: inside.since, end: at })
    this.#inside.delete(stayId)
  }

  get inside(): number {
    return this.#inside.size
  }

  get count(): number {
    return this.#uses.length
  }

  /** Uses of one room that overlap, over the whole replay. */
  overlapping(): string[] {
    const found = [...this.clashes]
    for (const [roomNo, uses] of Map.groupBy(this.#uses, (use) => use.roomNo)) {
      const sorted = uses.sort((a, b) => a.start - b.start)
      for (const [i, use] of sorted.entries()) {
        const before = sorted[i - 1]
        if (before && overlaps(before, use)) found.push(`room ${roomNo}: ${before.stayId} and ${use.stayId}`)
      }
    }
    return found
  }
}
