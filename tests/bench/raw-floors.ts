import { join } from 'node:path'
import Database from 'better-sqlite3'
import { demoGuest } from '#shared/demo/history/guests.ts'
import { businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { availabilitySql, boardSql, searchSql } from './floor-sql.ts'
import { saturday } from './full-saturday.ts'
import { type Timing, time } from './measure.ts'

export interface RawFloors {
  readonly board: Timing
  readonly availability: Timing
  readonly search: Timing
  readonly commit: Timing
}

/** Floor A, the same reads by a prepared statement in this very process, and floor B, a durable one-row commit. */
export function rawFloors(folder: string, venue: Venue, rounds: number): RawFloors {
  const db = new Database(join(folder, 'desk.db'), { readonly: true })
  db.pragma('cache_size = -32000')
  const day = businessDaySpan(saturday, calendarOf(venue))
  const board = db.prepare(boardSql)
  const availability = db.prepare(availabilitySql)
  const search = db.prepare(searchSql)
  const result = {
    board: time({ count: rounds, warmUp: 20 }, () => board.all({ from: day.start, to: day.end })),
    availability: time({ count: rounds, warmUp: 50 }, (round) => {
      const start = day.start + (720 + (round % 60) * 15) * minute
      return availability.get({ type: 'M', start, end: start + 190 * minute })
    }),
    search: time({ count: rounds, warmUp: 20 }, (round) => search.all({ word: demoGuest(round * 37, 1).pinyin })),
    commit: rawCommit(folder, rounds),
  }
  db.close()
  return result
}

/** A raw one-row commit, durable: WAL, synchronous FULL, on the same disk. */
function rawCommit(folder: string, rounds: number): Timing {
  const db = new Database(join(folder, 'floor.db'))
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.exec('create table if not exists line (id integer primary key, text text not null) strict')
  const insert = db.prepare('insert into line (text) values (?)')
  const timing = time({ count: rounds, warmUp: 50 }, () => insert.run('x'.repeat(400)))
  db.close()
  return timing
}
