import { join } from 'node:path'
import Database from 'better-sqlite3'
import { rowsOfParty } from '#electron/core/commands/history-rows.ts'
import { genesisHash, hashOfEntry } from '#electron/core/store/journal.ts'
import { venueId } from '#electron/core/store/schema.ts'
import { tokensOfCustomer, tokensOfPhone } from '#electron/core/store/search-tokens.ts'
import { type DemoGuest, demoGuest } from '#shared/demo/history/guests.ts'
import { historyDay } from '#shared/demo/history/history.ts'
import { addDays } from '#shared/domain/time/business-day.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { fullSaturday } from './full-saturday.ts'

export interface Seeding {
  /** Data folder of a practice venue nobody has open. */
  readonly folder: string
  readonly venue: Venue
  readonly parties: number
  readonly guests: number
  /** Business date before which the history ends. */
  readonly until: string
}

export interface Seeded {
  readonly parties: number
  readonly rows: number
  readonly seconds: number
  readonly megabytes: number
  /** Bookings on the full Saturday to come. */
  readonly saturdayBookings: number
}

const seed = 1

/**
 * Puts years of parties into the tables at once: indexes and triggers are set aside, the rows written in one transaction
 * by prepared statements, then indexes and triggers made again from their own text, and the overlap rule checked over
 * every claim before its trigger comes back.
 */
export function seedStore({ folder, venue, parties, guests, until }: Seeding): Seeded {
  const begun = performance.now()
  const db = new Database(join(folder, 'desk.db'))
  db.pragma('journal_mode = off')
  db.pragma('synchronous = off')
  db.pragma('cache_size = -400000')
  db.pragma('locking_mode = exclusive')
  const set = db
    .prepare(`select type, name, sql from sqlite_master where type in ('index', 'trigger') and sql is not null`)
    .all() as { type: string; name: string; sql: string }[]
  // Dropping an index would take along what the planner has been told of it.
  const told = db.prepare('select tbl, idx, stat from sqlite_stat1').all() as Told[]
  const write = writerOf(db)
  db.exec('begin')
  for (const { type, name } of set) db.exec(`drop ${type} ${name}`)
  putRooms(db, venue)
  const people = Array.from({ length: guests }, (_, number) => demoGuest(number, seed))
  for (const [number, guest] of people.entries()) putGuest(write, guest, number)
  const count = putHistory(db, write, { venue, parties, until, people })
  const saturdayBookings = putSaturday(write, venue, people, count)
  mustNotOverlap(db)
  for (const { sql } of set.filter((one) => one.type === 'index')) db.exec(sql)
  for (const { sql } of set.filter((one) => one.type === 'trigger')) db.exec(sql)
  db.exec('delete from sqlite_stat1')
  const tell = db.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)')
  for (const { tbl, idx, stat } of told) tell.run(tbl, idx, stat)
  db.exec('commit')
  db.pragma('journal_mode = wal')
  const pages = db.pragma('page_count', { simple: true }) as number
  const pageBytes = db.pragma('page_size', { simple: true }) as number
  db.close()
  return {
    parties: count,
    rows: write.rows(),
    seconds: (performance.now() - begun) / 1000,
    megabytes: (pages * pageBytes) / 1_000_000,
    saturdayBookings,
  }
}

interface Told {
  readonly tbl: string
  readonly idx: string | null
  readonly stat: string
}

interface Write {
  (table: string, row: Readonly<Record<string, unknown>>): void
  rows(): number
}

function writerOf(db: Database.Database): Write {
  const statements = new Map<string, { readonly statement: Database.Statement; readonly columns: readonly string[] }>()
  let rows = 0
  const write = (table: string, row: Readonly<Record<string, unknown>>) => {
    let known = statements.get(table)
    if (!known) {
      const columns = (db.prepare(`select name from pragma_table_info(?)`).all(table) as { name: string }[]).map(
        (column) => column.name,
      )
      const statement = db.prepare(
        `insert or ignore into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      )
      known = { statement, columns }
      statements.set(table, known)
    }
    rows += known.statement.run(known.columns.map((column) => row[column] ?? null)).changes
  }
  return Object.assign(write, { rows: () => rows })
}

// The practice venue begins with the demo venue's rooms.
function putRooms(db: Database.Database, venue: Venue): void {
  db.prepare('delete from room where venue_id = ?').run(venueId)
  const insert = db.prepare(
    'insert into room (venue_id, room_no, type_code, floor, max_seats, features, neighbours, position) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const [position, room] of venue.rooms.entries())
    insert.run(
      venueId,
      room.roomNo,
      room.typeCode,
      room.floor,
      room.maxSeats ?? null,
      JSON.stringify(room.features),
      JSON.stringify(room.neighbours),
      position,
    )
}

function putGuest(write: Write, guest: DemoGuest, number: number): void {
  const id = `hc${number.toString(36)}`
  write('customer', {
    venue_id: venueId,
    id,
    name: guest.name,
    pinyin: guest.pinyin,
    initials: guest.initials,
    title: guest.title ?? null,
    vip_tier: guest.vipTier ?? null,
    flags: '[]',
    tags: '[]',
    version: 1,
    created_at: 0,
    created_by: '1001',
  })
  write('customer_phone', { venue_id: venueId, phone: guest.phone, customer_id: id, position: 0 })
  for (const token of [...tokensOfCustomer(guest), ...tokensOfPhone(guest)])
    write('search_token', { venue_id: venueId, entity: 'customer', token, entity_id: id })
}

interface History {
  readonly venue: Venue
  readonly parties: number
  readonly until: string
  readonly people: readonly DemoGuest[]
}

// Day by day into the past until there are enough parties; each leaves one line in the journal's chain.
function putHistory(db: Database.Database, write: Write, { venue, parties, until, people }: History): number {
  const last = db.prepare('select seq, hash from journal order by seq desc limit 1').get() as
    | { seq: number; hash: string }
    | undefined
  let head = last ?? { seq: 0, hash: genesisHash }
  let count = 0
  for (let back = 1; count < parties; back += 1) {
    const date = addDays(until, -back)
    const options = { venue, seed, guests: people.length, busyness: 1 }
    for (const party of historyDay(date, options).parties) {
      if (count >= parties) break
      count += 1
      const guest = people[party.guest] as DemoGuest
      const rows = rowsOfParty(party, count, date, guest, venue)
      if (rows.booking) write('booking', rows.booking)
      for (const claim of rows.claims) write('claim', claim)
      if (rows.stay) write('stay', rows.stay)
      if (rows.segment) write('segment', rows.segment)
      head = putLine(write, head, party.start, rows.booking?.code ?? rows.stay?.id ?? '')
    }
  }
  return count
}

function putLine(write: Write, head: { seq: number; hash: string }, at: number, subject: string) {
  const seq = head.seq + 1
  const line = {
    venue_id: venueId,
    seq,
    at,
    actor: '1001',
    station: 'history',
    command: 'history.party',
    idem_key: `.${seq}`,
    body_hash: genesisHash,
    input: '{}',
    result: '{}',
    changes: '[]',
    keys: JSON.stringify([`booking:${subject}`]),
    prev_hash: head.hash,
  }
  const hash = hashOfEntry(line)
  write('journal', { ...line, hash })
  write('journal_key', { venue_id: venueId, key: `booking:${subject}`, seq })
  return { seq, hash }
}

// The Saturday to come is full, as in the pure measurement.
function putSaturday(write: Write, venue: Venue, people: readonly DemoGuest[], past: number): number {
  const { snapshot, now, bookings } = fullSaturday(venue)
  let count = past
  for (const claims of snapshot.claimsByRoom.values())
    for (const claim of claims) {
      if (claim.start < now) continue
      count += 1
      const number = count % people.length
      const typeCode = venue.rooms.find((room) => room.roomNo === claim.roomNo)?.typeCode ?? 'S'
      const party = {
        came: 'booked',
        outcome: 'done',
        guest: number,
        party: 4,
        roomNo: claim.roomNo,
        typeCode,
        requestedTypeCode: typeCode,
        specified: false,
        start: claim.start,
        end: claim.end,
        bookedAt: now - 86_400_000,
        flow: '04',
        quoteTotal: 20_000,
      } as const
      const date = new Date(claim.start).toISOString().slice(0, 10)
      const rows = rowsOfParty(party, count, date, people[number] as DemoGuest, venue)
      write('booking', { ...rows.booking, status: 'confirmed', hold_until: claim.start + 900_000, version: 1 })
      for (const row of rows.claims) write('claim', { ...row, active: 1 })
    }
  write('counter', { venue_id: venueId, name: 'booking', value: count })
  return bookings
}

function mustNotOverlap(db: Database.Database): void {
  const twice = db
    .prepare(
      `select count(*) as times from (
        select start_at, lag(occupied_until) over (partition by room_no order by start_at) as before
        from claim where active = 1
      ) where before > start_at`,
    )
    .get() as { times: number }
  if (twice.times > 0) throw new Error(`the made-up history overlaps itself ${twice.times} times`)
}
