import { overlaps, type Span } from '#shared/domain/time/span.ts'

/** A room somebody is talking about: seen by the other stations, stored nowhere, gone by itself. */
export interface Hold extends Span {
  readonly roomNo: string
  readonly staffNo: string
  readonly staffName: string
  readonly station: string
  /** By the real clock: a conversation takes real seconds, also in practice. */
  readonly expiresAt: number
}

export const holdMs = 90_000

export interface HoldsDeps {
  readonly realNow: () => number
  readonly onChange: (roomNos: readonly string[]) => void
}

/** Soft holds, one to a station. */
export class Holds {
  readonly #deps: HoldsDeps
  readonly #byStation = new Map<string, Hold>()
  readonly #timers = new Map<string, NodeJS.Timeout>()

  constructor(deps: HoldsDeps) {
    this.#deps = deps
  }

  /** Holds a room for the station and lets go of the one it held before. */
  take(hold: Omit<Hold, 'expiresAt'>): Hold {
    const before = this.#byStation.get(hold.station)
    const taken = { ...hold, expiresAt: this.#deps.realNow() + holdMs }
    this.#byStation.set(hold.station, taken)
    clearTimeout(this.#timers.get(hold.station))
    this.#timers.set(hold.station, setTimeout(() => this.letGo(hold.station), holdMs).unref())
    this.#deps.onChange([...new Set([...(before ? [before.roomNo] : []), hold.roomNo])])
    return taken
  }

  /** True when the station held something. */
  letGo(station: string): boolean {
    const before = this.#byStation.get(station)
    if (!before) return false
    this.#byStation.delete(station)
    clearTimeout(this.#timers.get(station))
    this.#timers.delete(station)
    this.#deps.onChange([before.roomNo])
    return true
  }

  current(): readonly Hold[] {
    const now = this.#deps.realNow()
    return [...this.#byStation.values()].filter((hold) => hold.expiresAt > now)
  }

  /** Rooms other stations hold for a time that touches the span. */
  roomsHeldFromOthers(span: Span, station: string): ReadonlySet<string> {
    if (this.#byStation.size === 0) return none
    return new Set(
      this.current()
        .filter((hold) => hold.station !== station && overlaps(hold, span))
        .map((hold) => hold.roomNo),
    )
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    this.#byStation.clear()
  }
}

const none: ReadonlySet<string> = new Set()
