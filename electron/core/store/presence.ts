import type { Claim } from '#shared/domain/room/claim.ts'
import { compareWaiting } from '#shared/domain/waitlist/order.ts'
import type { WaitingParty } from '#shared/domain/waitlist/waiting-party.ts'
import type { Occupancy } from './claim-index.ts'
import { type SegmentTable, type StayState, type StayTable, venueId, type WaitlistEntryTable } from './schema.ts'
import type { Change, Reader } from './tx.ts'

const placeOf = (stayId: string, roomNo: string): string => `${stayId} ${roomNo}`

/** Who is in the house now: open stays, the rooms they are in, rooms left dirty, parties waiting. */
export class Presence implements Occupancy {
  readonly #stays = new Map<string, StayState>()
  readonly #settledAt = new Map<string, number>()
  readonly #inside = new Map<string, SegmentTable>()
  readonly #dirty = new Set<string>()
  readonly #waiting = new Map<string, WaitingParty>()

  async load(reader: Reader, since: number): Promise<void> {
    const stays = await reader
      .selectFrom('stay')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('state', 'in', ['open', 'settled'])
      .execute()
    for (const row of stays) this.#putStay(row)
    const inside = await reader
      .selectFrom('segment')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('end_at', 'is', null)
      .execute()
    const left = await reader
      .selectFrom('segment')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('start_at', '>', since)
      .where('end_at', 'is not', null)
      .execute()
    for (const row of [...inside, ...left]) this.#putSegment(row)
    const waiting = await reader
      .selectFrom('waitlist_entry')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('state', 'in', ['waiting', 'called'])
      .execute()
    for (const row of waiting) this.#putWaiting(row)
  }

  apply({ table, before, after }: Change): void {
    if (table === 'stay') {
      if (after) this.#putStay(after as unknown as StayTable)
      else if (before) this.#stays.delete((before as unknown as StayTable).id)
    } else if (table === 'segment') {
      if (before) this.#dropSegment(before as unknown as SegmentTable)
      if (after) this.#putSegment(after as unknown as SegmentTable)
    } else if (table === 'waitlist_entry') {
      if (before) this.#waiting.delete((before as unknown as WaitlistEntryTable).id)
      if (after) this.#putWaiting(after as unknown as WaitlistEntryTable)
    }
  }

  isInside(claim: Claim): boolean {
    return claim.stayId !== undefined && this.#inside.has(placeOf(claim.stayId, claim.roomNo))
  }

  isDirty(claim: Claim): boolean {
    return claim.stayId !== undefined && this.#dirty.has(placeOf(claim.stayId, claim.roomNo))
  }

  /** When the party inside paid; undefined while it has not. */
  settledAt(stayId: string): number | undefined {
    return this.#settledAt.get(stayId)
  }

  /** Rooms whose party has paid and is still inside. */
  settledRooms(): ReadonlySet<string> {
    const rooms = new Set<string>()
    for (const segment of this.#inside.values())
      if (this.#stays.get(segment.stay_id) === 'settled') rooms.add(segment.room_no)
    return rooms
  }

  /** Parties waiting, in the order in which they will be called. */
  waiting(): readonly WaitingParty[] {
    return [...this.#waiting.values()].sort(compareWaiting)
  }

  #putStay(row: StayTable): void {
    if (row.state === 'left') this.#stays.delete(row.id)
    else this.#stays.set(row.id, row.state)
    if (row.state === 'settled' && row.settled_at !== null) this.#settledAt.set(row.id, row.settled_at)
    else this.#settledAt.delete(row.id)
  }

  #putSegment(row: SegmentTable): void {
    const place = placeOf(row.stay_id, row.room_no)
    if (row.end_at === null) this.#inside.set(place, row)
    else if (row.cleaned_at === null && row.clean_due_at === null) this.#dirty.add(place)
  }

  #dropSegment(row: SegmentTable): void {
    const place = placeOf(row.stay_id, row.room_no)
    this.#inside.delete(place)
    this.#dirty.delete(place)
  }

  #putWaiting(row: WaitlistEntryTable): void {
    if (row.state !== 'waiting' && row.state !== 'called') return
    this.#waiting.set(row.id, {
      id: row.id,
      typeCode: row.type_code,
      party: row.party,
      priority: row.priority,
      since: row.since,
    })
  }
}
