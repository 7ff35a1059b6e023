import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepDemoHistory, monthsBefore } from '#electron/core/history/demo-history.ts'
import { madeHistory } from '#electron/core/history/made-history.ts'
import { BadRecipe } from '#electron/core/store/origin.ts'
import { journalLines, replayJournal, verifyChain } from '#electron/core/store/replay.ts'
import type { Reader } from '#electron/core/store/tx.ts'
import type { JournalTable } from '#electron/core/store/unjournaled-tables.ts'
import { readBookingCode } from '#shared/domain/booking/code.ts'
import { DeskDriver } from '#tests/builders/desk-driver.ts'
import { makeFolder, startTestHost, type TestHost } from '#tests/builders/host.ts'
import { openTestStore, removeFolder } from '#tests/builders/store.ts'
import { allTables } from '#tests/builders/tables.ts'

const today = '2026-05-12'
const now = `${today}T15:00:00+08:00`

/** A practice venue with two months of history, on a folder of its own. */
let test: TestHost
const folders: string[] = []
const newFolder = () => {
  const folder = makeFolder()
  folders.push(folder)
  return folder
}
const open = (folder: string, months = 2) => startTestHost({ folder, now, demoHistoryMonths: months })

beforeAll(async () => {
  test = await open(newFolder())
})
afterAll(async () => {
  await test.host.close()
  folders.forEach(removeFolder)
})

async function linesOf(reader: Reader): Promise<JournalTable[]> {
  const lines: JournalTable[] = []
  for await (const line of journalLines(reader)) lines.push(line)
  return lines
}

const raw = (folder: string, readonly = true) => new Database(join(folder, 'desk.db'), { readonly })

interface FactRow {
  readonly part: string
  readonly business_date: string
  readonly facts: string
}
const factsIn = (folder: string): FactRow[] => {
  const db = raw(folder)
  const rows = db.prepare('select part, business_date, facts from day_facts order by part, business_date').all()
  db.close()
  return rows as FactRow[]
}

describe('a made-up history', () => {
  it('is there from the same day two months ago until yesterday, and leaves today empty', async () => {
    const db = raw(test.folder)
    const { first, last, days } = db
      .prepare(
        'select min(business_date) as first, max(business_date) as last, count(distinct business_date) as days from stay',
      )
      .get() as { first: string; last: string; days: number }
    expect([first, last, days]).toEqual(['2026-03-12', '2026-05-11', 61])
    const open = db
      .prepare(
        `select count(*) as times from booking where status not in ('done', 'cancelled', 'released') or business_date >= ?`,
      )
      .get(today)
    expect(open).toEqual({ times: 0 })
    db.close()
  })

  it('has its journal: one line a month, with the recipe and not the rows, in a chain that verifies', async () => {
    const { reader } = test.host.core
    expect(await verifyChain(reader)).toMatchObject({ ok: true })
    const lines = (await linesOf(reader)).filter((line) => line.command === 'made.history')
    expect(lines.map((line) => [JSON.parse(line.input).from, line.changes])).toEqual([
      ['2026-03-12', '[]'],
      ['2026-04-12', '[]'],
    ])
  })

  it('never has two active claims on one room at a time', () => {
    const db = raw(test.folder)
    const twice = db
      .prepare(
        `select a.room_no, a.start_at from claim a join claim b on a.room_no = b.room_no and a.id < b.id
         and a.occupied_until > b.start_at and a.start_at < b.occupied_until where a.active = 1 and b.active = 1`,
      )
      .all()
    const { claims } = db.prepare('select count(*) as claims from claim where active = 1').get() as { claims: number }
    const triggers = db.prepare(`select count(*) as n from sqlite_master where type = 'trigger'`).get()
    db.close()
    expect(claims).toBeGreaterThan(5000)
    expect(twice).toEqual([])
    expect(triggers).toEqual({ n: 2 })
  })

  it('has the indexes and what the planner is told of them as before', async () => {
    const empty = await startTestHost({ now })
    const shapeOf = (folder: string) => {
      const db = raw(folder)
      const shape = [
        db.prepare('select type, name, sql from sqlite_master order by type, name').all(),
        db.prepare('select tbl, idx, stat from sqlite_stat1 order by tbl, idx').all(),
      ]
      db.close()
      return shape
    }
    expect(shapeOf(test.folder)).toEqual(shapeOf(empty.folder))
    await empty.close()
  })

  it('has every day closed, with the facts that closing it would keep', async () => {
    const folder = newFolder()
    await (await open(folder, 1)).close()
    const before = factsIn(folder)
    expect(before).toHaveLength(3 * 30)
    const db = raw(folder, false)
    db.exec('delete from day_close; delete from day_facts')
    // Files whose card was lost or frozen since had a tier when their parties came.
    db.exec(
      `update customer set vip_tier = (select tier from card where customer_id = customer.id limit 1)
       where vip_tier is null and id in (select customer_id from card)`,
    )
    db.close()
    // The program closes what is not closed as it starts.
    await (await startTestHost({ folder, now })).close()
    for (const [at, row] of factsIn(folder).entries())
      if (row.facts !== before[at]?.facts)
        expect(JSON.parse(row.facts), row.business_date).toEqual(JSON.parse(before[at]?.facts ?? ''))
    expect(factsIn(folder)).toEqual(before)
  })

  it('closes yesterday only once its half hour is over', async () => {
    const early = await startTestHost({ now: `${today}T08:10:00+08:00`, demoHistoryMonths: 1 })
    expect(early.host.core.model.closedDays.last).toBe('2026-05-10')
    await early.host.core.moveClock?.(Date.parse(`${today}T08:31:00+08:00`))
    await early.host.core.runDue()
    expect(early.host.core.model.closedDays.last).toBe('2026-05-11')
    await early.close()
  })
})

describe('the journal of a made-up history', () => {
  it('gives the same tables again, row for row, in a database that was deleted; and the desk goes on', async () => {
    const folder = newFolder()
    const first = await open(folder, 1)
    const before = await allTables(first.host.core.reader)
    await first.close()
    for (const name of ['desk.db', 'desk.db-wal', 'desk.db-shm']) rmSync(join(folder, name), { force: true })
    const again = await open(folder, 1)
    const after = await allTables(again.host.core.reader)
    for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table])
    expect(await verifyChain(again.host.core.reader)).toMatchObject({ ok: true })
    await again.close()
  }, 240_000)

  it('of another generator is refused, and so is one of which something else comes out', async () => {
    const lines = await linesOf(test.host.core.reader)
    const attempt = async (follow: typeof madeHistory.begin) => {
      const copy = await openTestStore()
      const some = async function* () {
        yield* lines
      }
      const origins = [{ ...madeHistory, begin: follow }]
      const replay = replayJournal(copy.store.writer, some(), { dialect: copy.store.dialect, origins })
      const failure = await replay.catch((error: unknown) => error)
      const stays = await copy.store.reader.selectFrom('stay').select('id').limit(1).execute()
      await copy.close()
      removeFolder(copy.folder)
      expect(stays).toEqual([])
      return failure
    }
    const older: typeof madeHistory.begin = async (db) => {
      const real = await madeHistory.begin(db)
      return (recipe) => real({ ...recipe, generator: 0 })
    }
    expect(await attempt(older)).toBeInstanceOf(BadRecipe)
    const other: typeof madeHistory.begin = async (db) => {
      const real = await madeHistory.begin(db)
      return (recipe) => real({ ...recipe, seed: 2 })
    }
    expect(await attempt(other)).toBeInstanceOf(BadRecipe)
  })

  it('without anything that can follow it is refused, not passed over', async () => {
    const copy = await openTestStore()
    const replay = replayJournal(copy.store.writer, journalLines(test.host.core.reader), {
      dialect: copy.store.dialect,
      origins: [],
    })
    await expect(replay).rejects.toThrow(BadRecipe)
    await copy.close()
    removeFolder(copy.folder)
  })
})

/** Starts a hub that makes a history, and kills it once it has told of the first months. */
async function killWhileMaking(folder: string, months: number): Promise<void> {
  const main = fileURLToPath(new URL('../../electron/hub/main.ts', import.meta.url))
  const args = [main, '--data', folder, '--training', '--now', now, '--port', '0', '--demo-history', String(months)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', (part: Buffer) => {
      if (part.toString().includes('made-up history: 1 of')) resolve()
    })
  })
  child.kill('SIGKILL')
  await ended
}

describe('a start that was broken off', () => {
  it('leaves nothing of the history; the next one makes all of it', async () => {
    const folder = newFolder()
    await killWhileMaking(folder, 2)
    const plain = await startTestHost({ folder, now })
    expect(await plain.host.core.reader.selectFrom('stay').select('id').limit(1).execute()).toEqual([])
    await plain.close()
    await (await open(folder)).close()
    expect(factsIn(folder)).toEqual(factsIn(test.folder))
  }, 240_000)
})

describe('the desk after a made-up history', () => {
  let desk: DeskDriver
  beforeAll(async () => {
    desk = await DeskDriver.start()
    const { core } = desk.hub.host
    const { door, reader, model } = core
    await keepDemoHistory({ door, reader, model, now: core.clock.now() }, 1)
  })
  afterAll(() => desk.close())

  it('shows past evenings, and today as empty as before', async () => {
    // The practice venue of these tests began on the first: its own days are as empty as they were.
    const yesterday = '2026-04-30'
    const { items } = (await desk.get<{ items: { status: string }[] }>(`/bookings?date=${yesterday}`)).body
    expect(items.length).toBeGreaterThan(10)
    const claims = async (date: string) => (await desk.board(date)).rooms.flatMap((room) => room.claims)
    expect((await claims(yesterday)).some((claim) => claim.kind === 'use')).toBe(true)
    expect(await claims(today)).toEqual([])
  })

  it('goes on with codes and numbers of its own', async () => {
    const booking = await desk.book({ party: 6, start: `${today} 20:00` })
    expect(readBookingCode(booking.code)).toBe(booking.code)
    const codes = await desk.hub.host.core.reader
      .selectFrom('booking')
      .select('code')
      .where('code', '=', booking.code)
      .execute()
    expect(codes).toHaveLength(1)
    const waiting = await desk.post<{ number: string }>('/waitlist', { party: 4, typeCode: 'S' })
    expect(waiting.body.number).toBe('S1')
  })

  it('does not take a history back', async () => {
    const { seq } = (await desk.hub.host.core.reader
      .selectFrom('journal')
      .select('seq')
      .where('command', '=', 'made.history')
      .executeTakeFirstOrThrow()) as { seq: number }
    expect((await desk.post(`/undo`, { seq }, '2001')).status).not.toBe(200)
  })

  it('gives none to a venue somebody has booked in', async () => {
    const { core } = desk.hub.host
    const { seq } = core.door.head()
    await keepDemoHistory({ door: core.door, reader: core.reader, model: core.model, now: core.clock.now() }, 1)
    expect(core.door.head().seq).toBe(seq)
  })
})

it('months are counted by the calendar', () => {
  expect(monthsBefore('2026-05-12', 120)).toBe('2016-05-12')
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28')
  expect(monthsBefore('2024-03-31', 1)).toBe('2024-02-29')
  expect(monthsBefore('2026-01-15', 1)).toBe('2025-12-15')
  expect(monthsBefore('2026-12-31', 12)).toBe('2025-12-31')
})

it('a venue that has closed days already gets its history before them', async () => {
  const folder = newFolder()
  await (await startTestHost({ folder, now: '2026-05-01T12:00:00+08:00' })).close()
  await (await startTestHost({ folder, now })).close()
  const later = await open(folder, 1)
  const read: Reader = later.host.core.reader
  const dates = (await read.selectFrom('day_close').select('business_date').orderBy('business_date').execute()).map(
    (row) => row.business_date,
  )
  expect(dates[0]).toBe('2026-04-01')
  expect(dates.at(-1)).toBe('2026-05-11')
  expect(dates).toHaveLength(41)
  const last = await read.selectFrom('stay').select('business_date').orderBy('business_date', 'desc').limit(1).execute()
  expect(last).toEqual([{ business_date: '2026-04-30' }])
  await later.close()
})
