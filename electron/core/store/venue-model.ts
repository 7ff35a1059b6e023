import { type BusinessDate, businessDateOf } from '#shared/domain/time/business-day.ts'
import type { Policy } from '#shared/domain/venue/policy.ts'
import type { Room, RoomType, Venue } from '#shared/domain/venue/venue.ts'
import { venueId } from './schema.ts'
import type { Change, Reader } from './tx.ts'

interface Version {
  readonly version: number
  readonly effectiveFrom: BusinessDate
  readonly venue: Venue
}

const venueTables = new Set<string>(['venue', 'room_type', 'room', 'policy_version'])

/** The venue as it stands for each business date, in memory: it is asked for in every decision and hardly ever changes. */
export class VenueModel {
  readonly #reader: Reader
  #versions: readonly Version[] = []

  constructor(reader: Reader) {
    this.#reader = reader
  }

  /** False until the first-run wizard has made the venue. */
  get ready(): boolean {
    return this.#versions.length > 0
  }

  static touchedBy(change: Change): boolean {
    return venueTables.has(change.table)
  }

  async load(): Promise<void> {
    const db = this.#reader
    const venue = await db.selectFrom('venue').selectAll().where('venue_id', '=', venueId).executeTakeFirst()
    const policies = await db
      .selectFrom('policy_version')
      .selectAll()
      .where('venue_id', '=', venueId)
      .orderBy('effective_from', 'desc')
      .orderBy('version', 'desc')
      .execute()
    if (!venue || policies.length === 0) {
      this.#versions = []
      return
    }
    const types = await db.selectFrom('room_type').selectAll().where('venue_id', '=', venueId).orderBy('rank').execute()
    const rooms = await db.selectFrom('room').selectAll().where('venue_id', '=', venueId).orderBy('position').execute()
    const typeList: RoomType[] = types.map((row) => ({
      code: row.code,
      name: row.name,
      rank: row.rank,
      seats: row.seats,
      minParty: row.min_party,
      maxSeats: row.max_seats,
      cleaningMinutes: row.cleaning_minutes,
    }))
    const roomList: Room[] = rooms.map((row) => ({
      roomNo: row.room_no,
      typeCode: row.type_code,
      floor: row.floor,
      ...(row.max_seats !== null && { maxSeats: row.max_seats }),
      features: JSON.parse(row.features) as string[],
      neighbours: JSON.parse(row.neighbours) as string[],
    }))
    this.#versions = policies.map((row) => ({
      version: row.version,
      effectiveFrom: row.effective_from,
      venue: {
        name: venue.name,
        timeZone: venue.time_zone,
        types: typeList,
        rooms: roomList,
        policy: JSON.parse(row.policy) as Policy,
      },
    }))
  }

  /** The venue under the policy in force on a business date; the oldest policy before it began. */
  on(date: BusinessDate): Venue {
    return this.#versionOn(date).venue
  }

  /** The venue at an instant: its business date decides which policy holds. */
  at(instant: number): Venue {
    return this.on(this.businessDateOf(instant))
  }

  policyVersionOn(date: BusinessDate): number {
    return this.#versionOn(date).version
  }

  get timeZone(): string {
    return this.#versions[0]?.venue.timeZone ?? 'Asia/Shanghai'
  }

  /** Business date of an instant. A change of `dayStart` holds from its own date on. */
  businessDateOf(instant: number): BusinessDate {
    const newest = this.#versions[0]
    const dayStart = newest?.venue.policy.dayStart ?? 480
    const date = businessDateOf(instant, { timeZone: this.timeZone, dayStart })
    if (!newest || date >= newest.effectiveFrom) return date
    const { policy, timeZone } = this.on(date)
    return businessDateOf(instant, { timeZone, dayStart: policy.dayStart })
  }

  #versionOn(date: BusinessDate): Version {
    const found = this.#versions.find((version) => version.effectiveFrom <= date) ?? this.#versions.at(-1)
    if (!found) throw new Error('the venue is not set up')
    return found
  }
}
