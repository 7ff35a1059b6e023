import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoVenue } from '#shared/demo/demo-venue.ts'
import { wallMinutesOf } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { Agenda } from './agenda.ts'
import { overlapsOfBookings, overlapsOnBoard } from './board-watch.ts'
import { acceptable } from './caller.ts'
import { readDemand } from './demand.ts'
import { planEverything } from './mapping.ts'
import { type BadLine, type HotelRecord, readRecords, splitLine } from './records.ts'
import { UseLedger } from './use-ledger.ts'
import type { BoardView, BookingView } from './views.ts'

const columns =
  'hotel,is_canceled,lead_time,arrival_date_year,arrival_date_month,arrival_date_day_of_month,stays_in_weekend_nights,stays_in_week_nights,adults,children,market_segment,is_repeated_guest,previous_cancellations,reserved_room_type,assigned_room_type,booking_changes,deposit_type,days_in_waiting_list,customer_type,total_of_special_requests,reservation_status,reservation_status_date'
const good = 'City Hotel,0,12,2015,July,1,0,3,2,1,Direct,0,0,A,C,1,No Deposit,0,Transient,2,Check-Out,7/4/2015'

const demandFile = {
  reservationsPerBusinessDayByIsoWeekday: { 1: 100, 2: 100, 3: 100, 4: 100, 5: 200, 6: 200, 7: 100 },
  visitHourByIsoWeekday: Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, { 10: 1, 19: 9 }])),
  leadHours: [
    { from: 0, to: 24, count: 37 },
    { from: 24, to: 168, count: 40 },
    { from: 168, to: null, count: 23 },
  ],
  partySize: { 2: 5, 6: 3, 20: 2 },
}

let folder: string
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replay-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('reading records', () => {
  it('tells lines it cannot read, leaves them out and goes on', async () => {
    const lines = [columns, good, good.replace('July', 'Juli'), `${good},more`, good.replace(',2,1,', ',0,0,'), good]
    const bad: BadLine[] = []
    const records = await readRecords(file('bad.csv', lines.join('\n')), 100, (line) => bad.push(line))
    expect(records).toHaveLength(2)
    expect(bad.map(({ line }) => line)).toEqual([3, 4, 5])
    expect(records[0]).toMatchObject({ party: 3, nights: 3, status: 'came', changes: 1, specialRequests: 2 })
  })

  it('stops at the limit', async () => {
    const path = file('many.csv', [columns, good, good, good].join('\n'))
    expect(await readRecords(path, 2, () => undefined)).toHaveLength(2)
  })

  it('takes a comma inside quotes for part of the field', () => {
    expect(splitLine('a,"b, ""c""",d')).toEqual(['a', 'b, "c"', 'd'])
    expect(splitLine('a,"b')).toBeUndefined()
  })
})

describe('mapping', () => {
  const record = (line: number, more: Partial<HotelRecord> = {}): HotelRecord => ({
    line,
    resort: true,
    arrivalDay: 16_000 + line,
    leadDays: line % 50,
    nights: 3,
    party: 2,
    status: 'came',
    statusDaysBefore: 0,
    reservedType: 'A',
    assignedType: 'A',
    waitedForDays: 0,
    earlierCancellations: 0,
    changes: 0,
    deposit: 'none',
    segment: 'Direct',
    contract: false,
    repeated: false,
    specialRequests: 0,
    ...more,
  })
  const plans = (records: readonly HotelRecord[], seed = 1) =>
    planEverything(records, {
      venue: demoVenue,
      demand: readDemand(file('demand.json', JSON.stringify(demandFile))),
      seed,
      from: '2026-01-12',
      perDay: 20,
      walkInShare: 0.25,
    })
  const many = Array.from({ length: 400 }, (_, line) => record(line + 2))

  it('gives the same plans for the same seed and others for another', () => {
    expect(plans(many)).toEqual(plans(many))
    expect(plans(many).guests).not.toEqual(plans(many, 2).guests)
  })

  it('fills every business day from the first on, weekends fuller, with nobody left over', () => {
    const { guests, dates } = plans(many)
    expect(guests).toHaveLength(400)
    expect(dates[0]).toBe('2026-01-12')
    expect(dates.length).toBeGreaterThan(15)
  })

  it('starts within the opening hours, and asks before it comes', () => {
    const calendar = calendarOf(demoVenue)
    for (const { start, askAt } of plans(many).guests) {
      const wall = wallMinutesOf(start, '2026-01-12', calendar) % 1440
      expect(wall >= 12 * 60 || wall < 8 * 60).toBe(true)
      expect(askAt).toBeLessThanOrEqual(start)
    }
  })

  it('lets who booked early still book early', () => {
    const { guests } = plans(many)
    const lead = (line: number) => {
      const plan = guests.find(({ number }) => number === line)
      return (plan?.start ?? 0) - (plan?.askAt ?? 0)
    }
    expect(lead(50 + 49)).toBeGreaterThan(lead(50))
  })

  it('keeps a type that seats the party, a specified room, and brings a company together', () => {
    const [typed, specified, group] = [
      record(2, { reservedType: 'F' }),
      record(3, { specialRequests: 2 }),
      record(4, { segment: 'Groups' }),
    ].map((one) => plans([one]).guests[0])
    expect(typed?.typeCode).toBe('L')
    expect(specified?.roomNo).toMatch(/^2\d\d$/)
    expect(group?.party).toBeGreaterThanOrEqual(5)
  })
})

describe('the answer of a caller', () => {
  const character = { patience: 30, wouldMove: true, paysDeposit: false, waits: true, asksSupervisor: false }
  const offer = (kind: string, cost: number, needs: string[] = []) => ({ offerId: `${kind}${cost}`, kind, cost, needs })

  it('is the first offer within his patience whose deposit he pays, else a place to wait', () => {
    const offers = [offer('otherTime', 15, ['deposit']), offer('largerType', 20), offer('waitlist', 1000)]
    expect(acceptable(offers, character)?.kind).toBe('largerType')
    expect(acceptable(offers, { ...character, patience: 10 })?.kind).toBe('waitlist')
    expect(acceptable(offers, { ...character, patience: 10, waits: false })).toBeUndefined()
  })
})

describe('the watch for overlaps', () => {
  const at = (hour: number) => `2026-03-06T${String(hour).padStart(2, '0')}:00:00+08:00`
  const boardWith = (...claims: readonly (readonly [string, number, number])[]): BoardView => ({
    rooms: [
      {
        roomNo: '201',
        typeCode: 'S',
        state: 'free',
        claims: claims.map(([kind, from, to]) => ({ kind, start: at(from), end: at(to) })),
      },
    ],
  })

  it('finds claims that overlap, a long one over several too, and lets touching ones be', () => {
    expect(overlapsOnBoard(boardWith(['booking', 12, 15], ['cleaning', 15, 16], ['use', 16, 18]))).toEqual([])
    expect(overlapsOnBoard(boardWith(['booking', 12, 15], ['cleaning', 15, 16], ['use', 15, 18]))).toHaveLength(1)
    expect(overlapsOnBoard(boardWith(['block', 12, 20], ['use', 13, 14], ['use', 15, 16]))).toHaveLength(2)
  })

  it('finds confirmed bookings that share a room, and does not count those called off', () => {
    const booking = (code: string, from: number, to: number, status = 'confirmed'): BookingView => ({
      code,
      status,
      flow: '01',
      typeCode: 'S',
      roomNos: ['201'],
      party: 2,
      start: at(from),
      end: at(to),
      version: 1,
    })
    expect(overlapsOfBookings([booking('a', 12, 15), booking('b', 14, 16)])).toHaveLength(1)
    expect(overlapsOfBookings([booking('a', 12, 15), booking('b', 14, 16, 'cancelled')])).toEqual([])
  })

  it('notices a party let in upon another, and one that moved into a room somebody was in', () => {
    const uses = new UseLedger()
    uses.enter('a', ['201'], 0)
    uses.enter('b', ['202'], 0)
    uses.move('b', ['201'], 10)
    uses.leave('a', 20)
    uses.leave('b', 30)
    expect(uses.overlapping()).toHaveLength(2)
  })
})

describe('the agenda', () => {
  it('goes by time, whatever the order in which things are put in', () => {
    const agenda = new Agenda()
    for (const at of [50, 10, 40, 20, 30, 10]) agenda.add(at, 'ask', async () => undefined)
    const times: number[] = []
    for (let due = agenda.take(); due; due = agenda.take()) times.push(due.at)
    expect(times).toEqual([10, 20, 30, 40, 50])
  })
})
