import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Transaction } from 'kysely'
import { customerIdOf, putDay } from '#electron/core/history/history-rows.ts'
import { type HistoryRecipe, historyGenerator, madeHistory } from '#electron/core/history/made-history.ts'
import { writerOf } from '#electron/core/store/dialect/sqlite.ts'
import { sqliteTraits } from '#electron/core/store/dialect/sqlite-traits.ts'
import { genesisHash, hashOfEntry } from '#electron/core/store/journal.ts'
import { madeLine } from '#electron/core/store/origin.ts'
import { RowFiller } from '#electron/core/store/row-filler.ts'
import { type Tables, venueId } from '#electron/core/store/schema.ts'
import { tokensOfCustomer, tokensOfPhone } from '#electron/core/store/search-tokens.ts'
import { demandOn } from '#shared/demo/history/demand.ts'
import { demoGuest } from '#shared/demo/history/guests.ts'
import type { HistoryDay } from '#shared/demo/history/history-day.ts'
import { addDays, type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
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
  /** `parties` (usual): the journal has grown as a real venue's, by a line for each; `recipes`: it holds the recipes alone. */
  readonly lines?: 'parties' | 'recipes'
}

export interface Seeded {
  readonly parties: number
  /** Of those, the ones that came in. */
  readonly entries: number
  readonly since: BusinessDate
  readonly rows: number
  readonly seconds: number
  readonly megabytes: number
  /** Bookings on the full Saturday to come. */
  readonly saturdayBookings: number
}

const seed = 1
/** Of those who want a room, so many are in the books afterwards; the others went elsewhere. */
const inTheBooks = 0.86
const daysAtOnce = 30
/** Guests who have booked for the days to come. */
const callers = 1000

interface Head {
  readonly seq: number
  readonly hash: string
}

/**
 * Puts years of parties into the tables, as `--demo-history` makes them (made-history.ts), with what a real venue's
 * journal would have grown to besides: a line for each party. Without a log of its own, for a folder that can be thrown
 * away.
 */
export async function seedStore({
  folder,
  venue,
  parties,
  guests,
  until,
  lines = 'parties',
}: Seeding): Promise<Seeded> {
  const begun = performance.now()
  const db = new Database(join(folder, 'desk.db'))
  db.pragma('journal_mode = off')
  db.pragma('synchronous = off')
  db.pragma('locking_mode = exclusive')
  putRooms(db, venue)
  const since = firstDay(venue, parties, until)
  const tables = [...madeHistory.tables, 'journal', 'journal_key']
  const kysely = writerOf(db)
  const made = await sqliteTraits.inBulk(kysely, tables, async (trx) => {
    const filler = new RowFiller(trx)
    const history = await putHistory(db, trx, filler, { since, until, lines })
    putGuests(db, filler, guests)
    await filler.flush()
    const saturday = await putSaturday(filler, venue, history.bookings)
    db.prepare(`update counter set value = ? where venue_id = ? and name = 'booking'`).run(saturday.count, venueId)
    return { ...history, rows: history.rows + filler.rows, saturdayBookings: saturday.bookings }
  })
  db.pragma('journal_mode = wal')
  const pages = db.pragma('page_count', { simple: true }) as number
  const pageBytes = db.pragma('page_size', { simple: true }) as number
  await kysely.destroy()
  return {
    ...made,
    since,
    seconds: (performance.now() - begun) / 1000,
    megabytes: (pages * pageBytes) / 1_000_000,
  }
}

/** The day to begin with so that there will be about so many parties. */
function firstDay(venue: Venue, parties: number, until: BusinessDate): BusinessDate {
  let count = 0
  let date = until
  while (count < parties) {
    date = addDays(date, -1)
    count += demandOn(date, venue.rooms.length, until, seed).wishes * inTheBooks
  }
  return date
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

async function putHistory(
  db: Database.Database,
  trx: Transaction<Tables>,
  filler: RowFiller,
  {
    since,
    until,
    lines,
  }: { readonly since: BusinessDate; readonly until: BusinessDate; readonly lines: Seeding['lines'] },
) {
  const follow = await madeHistory.begin(trx)
  const subjects = subjectsIn(db)
  const last = db.prepare('select seq, hash from journal order by seq desc limit 1').get() as Head | undefined
  let head = last ?? { seq: 0, hash: genesisHash }
  const sum = { parties: 0, entries: 0, rows: 0, bookings: 0 }
  for (let from = since; from < until; ) {
    const to = [addDays(from, daysAtOnce - 1), addDays(until, -1)].sort()[0] ?? from
    const recipe: HistoryRecipe = {
      generator: historyGenerator,
      seed,
      from,
      to,
      since,
      until,
      closed: addDays(until, -1),
      closeAfterMinutes: 30,
      bookings: sum.bookings,
    }
    const made = await follow(recipe)
    const line = madeLine({ origin: madeHistory, recipe, made, at: 0, actor: 'system', station: 'history', head })
    filler.put('journal', line)
    head = line
    if (lines === 'parties') for (const subject of subjects()) head = putLine(filler, head, subject)
    await filler.drain()
    for (const name of ['parties', 'entries', 'rows'] as const) sum[name] += Number(made.result[name])
    sum.bookings = Number(made.result.bookings)
    from = addDays(to, 1)
  }
  return sum
}

/** What the last stretch has added, as the journal names it: bookings, and parties from the street. */
function subjectsIn(db: Database.Database): () => string[] {
  const bookings = db.prepare('select rowid, code from booking where rowid > ? order by rowid')
  const stays = db.prepare('select rowid, id from stay where rowid > ? and booking_code is null order by rowid')
  let [booking, stay] = [0, 0]
  return () => {
    const calls = bookings.all(booking) as { rowid: number; code: string }[]
    const walkIns = stays.all(stay) as { rowid: number; id: string }[]
    booking = calls.at(-1)?.rowid ?? booking
    stay = walkIns.at(-1)?.rowid ?? stay
    return [...calls.map((row) => `booking:${row.code}`), ...walkIns.map((row) => `stay:${row.id}`)]
  }
}

function putLine(filler: RowFiller, head: Head, subject: string): Head {
  const seq = head.seq + 1
  const line = {
    venue_id: venueId,
    seq,
    at: 0,
    actor: '1001',
    station: 'history',
    command: 'history.party',
    idem_key: `.${seq}`,
    body_hash: genesisHash,
    input: '{}',
    result: '{}',
    changes: '[]',
    keys: JSON.stringify([subject]),
    prev_hash: head.hash,
  }
  const hash = hashOfEntry(line)
  filler.put('journal', { ...line, hash })
  filler.put('journal_key', { venue_id: venueId, key: subject, seq })
  return { seq, hash }
}

// A short history has met few guests; a search is measured among as many as there are in all.
function putGuests(db: Database.Database, filler: RowFiller, guests: number): void {
  const known = new Set((db.prepare('select id from customer').all() as { id: string }[]).map((row) => row.id))
  for (let number = 0, count = known.size; count < guests || number < callers; number += 1) {
    const id = customerIdOf(number)
    if (known.has(id)) continue
    count += 1
    const guest = demoGuest(number, seed)
    filler.put('customer', {
      venue_id: venueId,
      id,
      name: guest.name,
      pinyin: guest.pinyin,
      initials: guest.initials,
      title: guest.title ?? null,
      vip_tier: null,
      flags: '[]',
      tags: '[]',
      notes: null,
      version: 1,
      created_at: 0,
      created_by: '1001',
    })
    filler.put('customer_phone', { venue_id: venueId, phone: guest.phone, customer_id: id, position: 0 })
    for (const token of [...tokensOfCustomer(guest), ...tokensOfPhone(guest)])
      filler.put('search_token', { venue_id: venueId, entity: 'customer', token, entity_id: id })
  }
}

// The Saturday to come is full, as in the pure measurement, and the days beside it nearly so.
async function putSaturday(
  filler: RowFiller,
  venue: Venue,
  past: number,
): Promise<{ count: number; bookings: number }> {
  const { snapshot, now, bookings } = fullSaturday(venue)
  const calendar = calendarOf(venue)
  const claims = [...snapshot.claimsByRoom.values()].flat().filter((claim) => claim.start >= now)
  const dateOf = (instant: number): BusinessDate => new Date(instant).toISOString().slice(0, 10)
  let count = past
  for (const [date, ofDay] of Map.groupBy(claims, (claim) => dateOf(claim.start))) {
    const { start: dayStart, end } = businessDaySpan(date, calendar)
    const into = (instant: number) => (instant - dayStart) / minute
    const day: HistoryDay = {
      date,
      dayStart,
      length: into(end),
      refusals: [],
      blocks: [],
      parties: ofDay.map((claim, number) => {
        const typeCode = venue.rooms.find((room) => room.roomNo === claim.roomNo)?.typeCode ?? 'S'
        return {
          number,
          guest: (count + number) % callers,
          tier: undefined,
          party: 4,
          source: 'phone',
          flow: '04',
          requestedTypeCode: typeCode,
          booking: {
            status: 'done',
            channel: 'phone',
            typeCode,
            roomNos: [claim.roomNo],
            specified: false,
            start: into(claim.start),
            end: into(claim.end),
            askedAt: into(now) - 1440,
            holdUntil: into(claim.start) + 15,
            internal: false,
            quoteTotal: 20_000,
          },
        }
      }),
    }
    const guest = (number: number) => demoGuest(number, seed)
    count += putDay(day, { venue, guest, bookings: count }, (table, row) => {
      if (table === 'booking') filler.put('booking', { ...(row as Tables['booking']), status: 'confirmed', version: 1 })
      else if (table === 'claim') filler.put('claim', { ...(row as Tables['claim']), active: 1 })
      else filler.put(table, row)
    })
  }
  await filler.flush()
  return { count, bookings }
}
