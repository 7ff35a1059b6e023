import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { minute } from '#shared/domain/time/span.ts'
import type { Door } from '../store/execute.ts'
import { type Role, type StaffTable, type Tables, venueId } from '../store/schema.ts'
import { type Actor, type Approver, type Change, done, type Outcome, type Reader, refuse } from '../store/tx.ts'
import { fingerprintOf, hashPin, pinMatches } from './pin.ts'
import { PinAttempts } from './pin-attempts.ts'

export const sessionMs = 12 * 60 * minute
const rememberedPinMs = 10 * minute
const approvingRoles: readonly Role[] = ['supervisor', 'manager', 'admin']

export interface Session {
  readonly actor: Actor
  readonly station: string
  readonly expiresAt: number
}

export interface OpenedSession extends Session {
  readonly token: string
}

export interface AuthDeps {
  readonly door: Door
  readonly reader: Reader
  readonly pepper: Buffer
  /** Sessions and tries live by the real clock, also in practice. */
  readonly realNow: () => number
  readonly report: (defect: unknown) => void
}

interface KeptSession {
  readonly staffNo: string
  readonly station: string
  readonly expiresAt: number
}

const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Who is who: PINs, sessions and approvals. */
export class Auth {
  readonly #deps: AuthDeps
  readonly #attempts: PinAttempts
  readonly #staff = new Map<string, StaffTable>()
  readonly #sessions = new Map<string, KeptSession>()
  readonly #rightPins = new Map<string, number>()
  readonly #checking = new Map<string, Promise<unknown>>()

  constructor(deps: AuthDeps) {
    this.#deps = deps
    this.#attempts = new PinAttempts((write) => this.#keep(write), deps.realNow)
  }

  async load(): Promise<void> {
    const { reader, realNow } = this.#deps
    for (const row of await reader.selectFrom('staff').selectAll().where('venue_id', '=', venueId).execute())
      this.#staff.set(row.staff_no, row)
    const sessions = await reader
      .selectFrom('session')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('expires_at', '>', realNow())
      .execute()
    for (const row of sessions)
      this.#sessions.set(row.token_hash, { staffNo: row.staff_no, station: row.station, expiresAt: row.expires_at })
    await this.#attempts.load(reader)
  }

  /** Keeps step with the staff table; a changed PIN or a closed account ends that person's sessions. */
  apply(change: Change): void {
    if (change.table !== 'staff') return
    const before = change.before as unknown as StaffTable | null
    const after = change.after as unknown as StaffTable | null
    if (before && (!after || after.pin_hash !== before.pin_hash || after.active === 0)) this.#endAll(before.staff_no)
    if (after) this.#staff.set(after.staff_no, after)
    else if (before) this.#staff.delete(before.staff_no)
  }

  /** Refuses with UNAUTHORIZED, or RATE_LIMITED after five wrong tries in a quarter of an hour. */
  async open(staffNo: string, pin: string, station: string, device: string): Promise<Outcome<OpenedSession>> {
    const checked = await this.#check(staffNo, pin, device)
    if (!checked.ok) return checked
    return done(await this.#openFor(checked.result, station), [])
  }

  /** Opens a session for somebody just entered by the first-run wizard. */
  async openUnchecked(staffNo: string, station: string): Promise<OpenedSession> {
    const row = this.#staff.get(staffNo)
    if (!row) throw new Error('no such staff')
    return this.#openFor(row, station)
  }

  resolve(token: string): Session | undefined {
    const kept = this.#sessions.get(hashOfToken(token))
    if (!kept || kept.expiresAt <= this.#deps.realNow()) return undefined
    const staff = this.#staff.get(kept.staffNo)
    if (staff?.active !== 1) return undefined
    return { actor: actorOf(staff), station: kept.station, expiresAt: kept.expiresAt }
  }

  async close(token: string): Promise<boolean> {
    const hash = hashOfToken(token)
    const closed = this.#sessions.delete(hash)
    await this.#keep(async (writer) => {
      await writer.deleteFrom('session').where('venue_id', '=', venueId).where('token_hash', '=', hash).execute()
    })
    return closed
  }

  /** A supervisor's yes inside another person's request. Refuses with APPROVAL_REJECTED or RATE_LIMITED. */
  async approve(
    approval: { readonly staffNo: string; readonly pin: string; readonly reason: string },
    device: string,
  ): Promise<Outcome<Approver>> {
    const checked = await this.#check(approval.staffNo, approval.pin, device)
    if (!checked.ok) return checked.refusal.code === 'RATE_LIMITED' ? checked : refuse('APPROVAL_REJECTED')
    const actor = actorOf(checked.result)
    if (!approvingRoles.includes(actor.role)) return refuse('APPROVAL_REJECTED')
    return done({ ...actor, reason: approval.reason }, [])
  }

  /** For whoever writes a staff row. */
  hash(pin: string): Promise<string> {
    return hashPin(pin, this.#deps.pepper)
  }

  nameOf(staffNo: string): string | undefined {
    return this.#staff.get(staffNo)?.name
  }

  /** One try of a person at a time: many at once could neither slip past the limit nor use it up for the honest. */
  #check(staffNo: string, pin: string, device: string): Promise<Outcome<StaffTable>> {
    const key = `${staffNo} ${device}`
    const mine = (this.#checking.get(key) ?? Promise.resolve()).then(() => this.#checkNow(staffNo, pin, device))
    const settled = mine
      .catch(() => undefined)
      .then(() => {
        if (this.#checking.get(key) === settled) this.#checking.delete(key)
      })
    this.#checking.set(key, settled)
    return mine
  }

  async #checkNow(staffNo: string, pin: string, device: string): Promise<Outcome<StaffTable>> {
    const { pepper, realNow } = this.#deps
    if (this.#attempts.exhausted(staffNo, device)) return refuse('RATE_LIMITED')
    const row = this.#staff.get(staffNo)
    const known = row?.active === 1 ? row : undefined
    const fingerprint = known && fingerprintOf(pin, known.pin_hash, pepper)
    // A PIN found right a moment ago need not cost its tenth of a second again.
    const remembered = fingerprint !== undefined && (this.#rightPins.get(fingerprint) ?? 0) > realNow()
    if ((remembered || (await pinMatches(pin, known?.pin_hash, pepper))) && known && fingerprint) {
      if (this.#rightPins.size > 1000) this.#rightPins.clear()
      this.#rightPins.set(fingerprint, realNow() + rememberedPinMs)
      await this.#attempts.clear(staffNo, device)
      return done(known, [])
    }
    await this.#attempts.note(staffNo, device)
    return refuse('UNAUTHORIZED', { why: 'pin' })
  }

  async #openFor(staff: StaffTable, station: string): Promise<OpenedSession> {
    const token = randomBytes(32).toString('base64url')
    const now = this.#deps.realNow()
    const kept = { staffNo: staff.staff_no, station, expiresAt: now + sessionMs }
    await this.#keep(async (writer) => {
      await writer.deleteFrom('session').where('venue_id', '=', venueId).where('expires_at', '<', now).execute()
      await writer
        .insertInto('session')
        .values({
          venue_id: venueId,
          token_hash: hashOfToken(token),
          staff_no: staff.staff_no,
          station,
          created_at: now,
          expires_at: kept.expiresAt,
        })
        .execute()
    })
    for (const [hash, session] of this.#sessions) if (session.expiresAt <= now) this.#sessions.delete(hash)
    this.#sessions.set(hashOfToken(token), kept)
    return { token, actor: actorOf(staff), station, expiresAt: kept.expiresAt }
  }

  /** Writes what should outlive a restart. A disk that is full must not keep people from signing in and looking. */
  async #keep(write: (writer: Kysely<Tables>) => Promise<void>): Promise<void> {
    try {
      await this.#deps.door.exclusively(write)
    } catch (error) {
      this.#deps.report(error)
    }
  }

  #endAll(staffNo: string): void {
    for (const [hash, session] of this.#sessions) if (session.staffNo === staffNo) this.#sessions.delete(hash)
    void this.#keep(async (writer) => {
      await writer.deleteFrom('session').where('venue_id', '=', venueId).where('staff_no', '=', staffNo).execute()
    })
  }
}

const actorOf = (row: StaffTable): Actor => ({ staffNo: row.staff_no, name: row.name, role: row.role })
