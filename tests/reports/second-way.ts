/**
 * The figures of the reports computed a second way: straight from the journal's lines, minute by minute and party by
 * party, without anything of the program's own reports. Slow and plain on purpose. For the practice venue's clock alone:
 * Shanghai, business days from 08:00, open from 12:00 to 06:00.
 */

type Row = Readonly<Record<string, unknown>>

interface Line {
  readonly command: string
  readonly changes: readonly { readonly table: string; readonly before: Row | null; readonly after: Row | null }[]
}

const minute = 60_000
const hour = 60 * minute

/** When a business date begins, and the date an instant belongs to. */
export const begins = (date: string): number => Date.parse(`${date}T08:00:00+08:00`)
export const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

const keys: Readonly<Record<string, string>> = {
  stay: 'id',
  segment: 'id',
  block: 'id',
  booking: 'code',
  waitlist_entry: 'id',
  refusal: 'id',
  promise: 'id',
  customer: 'id',
  room: 'room_no',
  room_type: 'code',
}

export interface Only {
  readonly floor?: string
  readonly source?: string
  readonly vip?: boolean
}

export interface Counts {
  readonly entries: number
  readonly guests: number
}

export class SecondWay {
  readonly #tables = new Map<string, Map<string, Row>>()
  readonly #extended = new Map<string, number>()

  /** Takes in journal lines in their order. */
  hear(lines: readonly Line[]): void {
    for (const { command, changes } of lines) {
      for (const { table, before, after } of changes) {
        const key = keys[table]
        if (key === undefined) continue
        const rows = this.#tables.get(table) ?? new Map<string, Row>()
        this.#tables.set(table, rows)
        const name = String((after ?? before)?.[key])
        if (after) rows.set(name, after)
        else rows.delete(name)
        if (table === 'stay' && command === 'stay.extend') this.#extended.set(name, (this.#extended.get(name) ?? 0) + 1)
      }
    }
  }

  #rows(table: string): Row[] {
    return [...(this.#tables.get(table)?.values() ?? [])]
  }

  #floorOf(roomNo: unknown): string {
    return String(this.#tables.get('room')?.get(String(roomNo))?.floor ?? '')
  }

  // A party may be moved within the minute it came: then the journal's order tells which room was first. Ids do not,
  // for `10` comes after `z`.
  #segmentsOf(stayId: unknown): Row[] {
    return this.#rows('segment')
      .filter((segment) => segment.stay_id === stayId)
      .sort((a, b) => (a.start_at as number) - (b.start_at as number))
  }

  #isVip(stay: Row): boolean {
    return (this.#tables.get('customer')?.get(String(stay.customer_id))?.vip_tier ?? null) !== null
  }

  #counts(stay: Row, roomNo: unknown, only: Only): boolean {
    return (
      (only.floor === undefined || this.#floorOf(roomNo) === only.floor) &&
      (only.source === undefined || stay.source === only.source) &&
      (only.vip === undefined || this.#isVip(stay) === only.vip)
    )
  }

  /** Entries and guests of a date by `hour type`, up to an instant. */
  entries(date: string, until: number, only: Only = {}): Map<string, Counts> {
    const cells = new Map<string, Counts>()
    for (const stay of this.#rows('stay')) {
      const opened = stay.opened_at as number
      if (opened < begins(date) || opened >= begins(date) + 24 * hour || opened > until) continue
      const [first] = this.#segmentsOf(stay.id)
      if (!first || !this.#counts(stay, first.room_no, only)) continue
      const clock = 8 + Math.floor((opened - begins(date)) / hour)
      const guests = stay.party as number
      for (const key of [`${clock} ${first.type_code}`, `${clock} total`, `all ${first.type_code}`, 'all total']) {
        const cell = cells.get(key) ?? { entries: 0, guests: 0 }
        cells.set(key, { entries: cell.entries + 1, guests: cell.guests + guests })
      }
    }
    return cells
  }

  /** Minutes in use of a date by `hour type`, counted one by one, up to an instant. */
  minutes(date: string, until: number, only: Only = {}): Map<string, number> {
    const cells = new Map<string, number>()
    this.#walk(date, until, only, (instant, segment) => {
      const clock = 8 + Math.floor((instant - begins(date)) / hour)
      for (const key of [`${clock} ${segment.type_code}`, `${clock} total`, `all ${segment.type_code}`, 'all total'])
        cells.set(key, (cells.get(key) ?? 0) + 1)
    })
    return cells
  }

  /** Rooms occupied at the half hour by `hour type`. */
  occupied(date: string, until: number): Map<string, number> {
    const cells = new Map<string, number>()
    this.#walk(date, until, {}, (instant, segment) => {
      if (Math.floor((instant - begins(date)) / minute) % 60 !== 30) return
      const clock = 8 + Math.floor((instant - begins(date)) / hour)
      for (const key of [`${clock} ${segment.type_code}`, `${clock} total`]) cells.set(key, (cells.get(key) ?? 0) + 1)
    })
    return cells
  }

  #walk(date: string, until: number, only: Only, see: (instant: number, segment: Row) => void): void {
    const end = Math.min(begins(date) + 24 * hour, until)
    for (const segment of this.#rows('segment')) {
      const stay = this.#tables.get('stay')?.get(String(segment.stay_id))
      if (!stay || !this.#counts(stay, segment.room_no, only)) continue
      const last = Math.min(end, (segment.end_at as number | null) ?? Number.POSITIVE_INFINITY)
      for (let at = Math.max(begins(date), segment.start_at as number); at < last; at += minute) see(at, segment)
    }
  }

  /** Minutes for sale of a date by type, blocked minutes taken out one by one. */
  sellable(date: string, until: number): Map<string, number> {
    const cells = new Map<string, number>()
    const add = (type: unknown, minutes: number) => {
      for (const key of [String(type), 'total']) cells.set(key, (cells.get(key) ?? 0) + minutes)
    }
    const [opens, closes] = [begins(date) + 4 * hour, Math.min(begins(date) + 22 * hour, until)]
    for (const room of this.#rows('room')) {
      add(room.type_code, Math.max(0, (closes - opens) / minute))
      const blocked = new Set<number>()
      for (const block of this.#rows('block').filter((one) => one.room_no === room.room_no)) {
        const end = Math.min(block.end_at as number, (block.removed_at as number | null) ?? Number.POSITIVE_INFINITY)
        for (let at = Math.max(opens, block.start_at as number); at < Math.min(closes, end); at += minute)
          blocked.add(at)
      }
      add(room.type_code, -blocked.size)
    }
    return cells
  }

  /** 开房数, transfers in, and the rooms used. */
  uses(date: string, until: number) {
    const [from, to] = [begins(date), Math.min(begins(date) + 24 * hour, until + 1)]
    const begun = this.#rows('segment').filter(
      (segment) => (segment.start_at as number) >= from && (segment.start_at as number) < to,
    )
    const lasting = this.#rows('segment').filter((segment) => {
      const end = (segment.end_at as number | null) ?? Number.POSITIVE_INFINITY
      return (segment.start_at as number) < to && ((segment.start_at as number) >= from || end > from)
    })
    return {
      opened: begun.filter((segment) => segment.reason === null).length,
      transfers: begun.filter((segment) => segment.reason !== null).length,
      rooms: new Set(lasting.map((segment) => segment.room_no)).size,
    }
  }

  /** Lengths of stay of the parties that went on a date, and how many of them had stayed on. */
  departures(date: string, until: number) {
    const gone = this.#rows('stay').filter((stay) => {
      const left = stay.left_at as number | null
      const opened = stay.opened_at as number
      if (left === null || left > until) return false
      // At the very edge one leaves the day that ends, unless one came in that minute.
      const edge = left === opened ? left : left - 1
      return edge >= begins(date) && edge < begins(date) + 24 * hour
    })
    return {
      stayed: gone
        .map((stay) => ((stay.left_at as number) - (stay.opened_at as number)) / minute)
        .sort((a, b) => a - b),
      extended: gone.filter((stay) => (this.#extended.get(String(stay.id)) ?? 0) > 0).length,
    }
  }

  /** Parties inside at an instant that came before it. */
  inside(instant: number, cameBefore: (opened: number) => boolean): number {
    return this.#rows('stay').filter((stay) => {
      const left = stay.left_at as number | null
      return cameBefore(stay.opened_at as number) && (left === null || left > instant)
    }).length
  }

  /** Bookings of a date by what became of them. */
  due(date: string) {
    const bookings = this.#rows('booking').filter((one) => one.business_date === date && one.waitlist_id === null)
    const came = bookings.filter((one) => one.status === 'arrived' || one.status === 'done')
    return {
      arrived: came.length,
      late: came.filter((one) => one.arrived_late === 1).length,
      released: bookings.filter((one) => one.status === 'released').length,
    }
  }

  /** Waits in minutes of those seated, and how the others of the date's list went. */
  waits(date: string) {
    const entries = this.#rows('waitlist_entry').filter((one) => one.business_date === date)
    const seated = entries.filter((one) => one.state === 'seated')
    return {
      joined: entries.length,
      left: entries.filter((one) => one.state === 'left' || one.state === 'expired').length,
      waited: seated.map((one) => Math.round(((one.seated_at as number) - (one.since as number)) / minute)),
      beyond: seated.map(
        (one) =>
          Math.round(((one.seated_at as number) - (one.since as number)) / minute) - (one.quoted_minutes as number),
      ),
    }
  }

  /** Calls refused by `kind reason`, of the date asked for. */
  refusals(date: string): Map<string, number> {
    const cells = new Map<string, number>()
    for (const refusal of this.#rows('refusal')) {
      const start = refusal.start_at as number
      if (start < begins(date) || start >= begins(date) + 24 * hour) continue
      const key = `${refusal.kind} ${refusal.reason}`
      cells.set(key, (cells.get(key) ?? 0) + 1)
    }
    return cells
  }

  /** Promises that ended on the date. */
  promises(date: string) {
    const ended = this.#rows('promise').filter((one) => {
      const at = one.closed_at as number | null
      return at !== null && at >= begins(date) && at < begins(date) + 24 * hour
    })
    const of = (state: string) => ended.filter((one) => one.state === state).length
    return { kept: of('kept'), declined: of('declined'), lapsed: of('lapsed') }
  }

  /** Guests and seats, mismatches, booked × used, and the parties by source. */
  parties(date: string, until: number) {
    const types = this.#tables.get('room_type')
    const seatsOf = (code: unknown) => Number(types?.get(String(code))?.seats ?? 0)
    const leastOf = (code: unknown) => Number(types?.get(String(code))?.min_party ?? 0)
    let [guests, seats, larger, smaller, vip] = [0, 0, 0, 0, 0]
    const bySource = new Map<string, number>()
    const cross = new Map<string, number>()
    for (const stay of this.#rows('stay')) {
      const opened = stay.opened_at as number
      if (opened < begins(date) || opened >= begins(date) + 24 * hour || opened > until) continue
      const rooms = this.#segmentsOf(stay.id).filter((one) => one.reason === null)
      const party = stay.party as number
      const room = rooms.reduce((sum, one) => sum + seatsOf(one.type_code), 0)
      guests += party
      seats += room
      if (party > room) smaller += 1
      else if (rooms.length === 1 && party < leastOf(rooms[0]?.type_code)) larger += 1
      if (this.#isVip(stay)) vip += 1
      bySource.set(String(stay.source), (bySource.get(String(stay.source)) ?? 0) + 1)
      const pair = `${stay.requested_type_code} ${rooms[0]?.type_code}`
      cross.set(pair, (cross.get(pair) ?? 0) + 1)
    }
    return { guests, seats, larger, smaller, vip, bySource, cross }
  }

  /** Ids of the parties that have left, with when they came and went. */
  gone(date: string): { readonly id: string; readonly began: number; readonly left: number }[] {
    return this.#rows('stay')
      .filter((stay) => stay.left_at !== null && stay.business_date === date)
      .map((stay) => ({
        id: String(stay.id),
        began: this.#segmentsOf(stay.id).at(-1)?.start_at as number,
        left: stay.left_at as number,
      }))
  }
}
