import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import { defaultReportSettings, type ReportSettings } from '#shared/domain/reports/report-settings.ts'
import type { Claim } from '#shared/domain/room/claim.ts'
import { minute } from '#shared/domain/time/span.ts'
import { ClaimIndex, claimOfRow, rememberedMs } from './claim-index.ts'
import { ClosedDays } from './closed-days.ts'
import { Habits } from './habits.ts'
import type { Holds } from './holds.ts'
import { Presence } from './presence.ts'
import { ReadFacts } from './read-facts.ts'
import { type ClaimTable, venueId } from './schema.ts'
import type { Change, Reader } from './tx.ts'
import { VenueModel } from './venue-model.ts'

/** Longest claim but a block: a party may stay a day, and a booking cannot be longer. */
const longestClaimMs = 72 * 60 * minute

/** The setting that holds the report settings. */
export const reportSettingsKey = 'report.settings'

/** The setting that holds since when daily reports are wanted; absent: ever since. */
export const dailySinceKey = 'report.dailySince'

const readsVenue = (change: Change): boolean => VenueModel.touchedBy(change)

/**
 * The present in memory, in step with what is committed: enough to decide without reading the database, however long
 * its history is.
 */
export class LiveModel {
  readonly venue: VenueModel
  readonly presence = new Presence()
  readonly closedDays = new ClosedDays()
  readonly readFacts = new ReadFacts()
  #reportSettings = defaultReportSettings
  readonly #reader: Reader
  readonly #claims = new ClaimIndex()
  readonly #habits = new Habits()
  #applied = 0

  constructor(reader: Reader) {
    this.#reader = reader
    this.venue = new VenueModel(reader)
  }

  async load(now: number): Promise<void> {
    await this.venue.load()
    if (!this.venue.ready) return
    for (const row of await this.#liveClaims(now)) this.#claims.put(claimOfRow(row))
    await this.presence.load(this.#reader, now - rememberedMs)
    await this.closedDays.load(this.#reader, (instant) => this.venue.businessDateOf(instant))
    await this.#loadReportSettings()
    await this.refreshHabits(now)
  }

  /** Only what reports look at: for a reader beside the desk, who decides nothing. */
  async loadForReports(): Promise<void> {
    await this.venue.load()
    if (!this.venue.ready) return
    await this.closedDays.load(this.#reader, (instant) => this.venue.businessDateOf(instant))
    await this.#loadReportSettings()
  }

  /** When days are closed, where their reports go, and the shifts. */
  get reportSettings(): ReportSettings {
    return this.#reportSettings
  }

  async #loadReportSettings(): Promise<void> {
    const row = await this.#reader
      .selectFrom('setting')
      .select('value')
      .where('venue_id', '=', venueId)
      .where('key', '=', reportSettingsKey)
      .executeTakeFirst()
    if (row) this.#reportSettings = JSON.parse(row.value) as ReportSettings
  }

  /** The half year moves on with each day. */
  async refreshHabits(now: number): Promise<void> {
    await this.#habits.load(this.#reader, now, this.venue.at(now))
    this.#claims.forgetBefore(now, this.presence)
  }

  /** Takes in what a commit changed. Answers true when the venue itself has to be read again. */
  apply(changes: readonly Change[]): boolean {
    for (const change of changes) {
      if (change.table === 'claim') this.#applyClaim(change)
      if (change.table === 'setting' && change.after?.key === reportSettingsKey)
        this.#reportSettings = JSON.parse(change.after.value as string) as ReportSettings
      this.presence.apply(change)
      this.closedDays.apply(change)
      this.#habits.apply(change)
    }
    this.#applied += 1
    return changes.some(readsVenue)
  }

  /**
   * What a decision may look at.
   * @param now the venue's clock
   * @param start start of what is asked for: its business date says under which policy
   * @param station whose own soft hold does not count
   */
  snapshotFor(now: number, start: number, end: number, station: string, holds: Holds): Snapshot {
    return {
      venue: this.venue.at(start),
      claimsByRoom: this.claimsByRoom(now),
      habitualRooms: this.#habits.habitualRooms,
      walkInsByRoom: this.#habits.walkInsByRoom,
      heldRooms: holds.roomsHeldFromOthers({ start, end }, station),
      waiting: this.presence.waiting(),
      overrunMinutes: this.#habits.overrunMinutes,
      settledRooms: this.presence.settledRooms(),
    }
  }

  #grown:
    | { readonly now: number; readonly applied: number; readonly claims: ReadonlyMap<string, readonly Claim[]> }
    | undefined

  /** Active claims of now and later (and of the last 36 hours) by room, each as it stands at `now`. */
  claimsByRoom(now: number): ReadonlyMap<string, readonly Claim[]> {
    const known = this.#grown
    // A use grows by whole minutes, so within one minute and between two commits the answer stays the same.
    if (known && known.applied === this.#applied && minuteOf(known.now) === minuteOf(now)) return known.claims
    const claims = this.#claims.at(now, this.presence)
    this.#grown = { now, applied: this.#applied, claims }
    return claims
  }

  /** From this instant on the claims are in memory; earlier days have to be read. */
  remembersSince(now: number): number {
    return now - rememberedMs
  }

  #applyClaim({ before, after }: Change): void {
    const row = (after ?? before) as unknown as ClaimTable
    if (after && row.active === 1) this.#claims.put(claimOfRow(row))
    else this.#claims.drop(row.id)
  }

  async #liveClaims(now: number): Promise<ClaimTable[]> {
    const since = now - rememberedMs
    const base = () =>
      this.#reader.selectFrom('claim').selectAll().where('venue_id', '=', venueId).where('active', '=', 1)
    const spans = await base()
      .where('start_at', '>', since - longestClaimMs)
      .where('occupied_until', '>', since)
      .execute()
    const blocks = await base().where('kind', '=', 'block').where('occupied_until', '>', since).execute()
    // A party nobody has booked out is still there, however long ago it came.
    const open = await base()
      .where('stay_id', 'in', (stays) =>
        stays.selectFrom('stay').select('id').where('venue_id', '=', venueId).where('state', 'in', ['open', 'settled']),
      )
      .execute()
    return [...new Map([...spans, ...blocks, ...open].map((row) => [row.id, row])).values()]
  }
}

const minuteOf = (instant: number): number => Math.floor(instant / minute)
