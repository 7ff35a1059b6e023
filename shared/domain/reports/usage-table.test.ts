import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clock, dayOf, houseOn, rowsOf, type Told } from '#tests/builders/day-facts.ts'
import type { DayUses } from './day-facts.ts'
import { hourKeys } from './day-hours.ts'
import { factsOfDay } from './facts-of-day.ts'
import type { ReportFilter } from './report-filter.ts'
import { checkUsage } from './table-checks.ts'
import { usageTable } from './usage-table.ts'

const date = '2026-03-06'
const columns = ['S', 'M', 'L', 'XL', 'P', 'total']

function tableOf(facts: DayUses, filter: ReportFilter = {}, upTo?: number) {
  const day = { date, facts, ...(upTo !== undefined && { upTo }) }
  const made = usageTable([day], { keys: hourKeys(facts.hours), of: 'hour' }, columns, filter)
  return { ...made, checks: checkUsage(made, [day], filter) }
}
const table = (told: readonly Told[], filter: ReportFilter = {}, until?: string) =>
  tableOf(dayOf(date, told, until).uses, filter)
const cell = (made: ReturnType<typeof tableOf>, hour: string, column: string) =>
  made.rows.find((row) => row.key === hour)?.cells[column]

describe('room-time by hour and type', () => {
  it('is split by clock hour', () => {
    const made = table([{ room: '301', in: '20:15', out: '22:10' }])
    expect(['20', '21', '22', '23'].map((hour) => cell(made, hour, 'M')?.minutes)).toEqual([45, 60, 10, 0])
    expect(made.total.M?.minutes).toBe(115)
  })

  it('goes by the type really used, segment by segment', () => {
    const made = table([{ room: '301', in: '20:00', out: '21:00', moves: [['20:20', '201']] }])
    expect([cell(made, '20', 'M')?.minutes, cell(made, '20', 'S')?.minutes]).toEqual([20, 40])
    expect(made.total.total).toMatchObject({ minutes: 60, opened: 1, uses: 2, rooms: 2 })
    expect(made.total.S).toMatchObject({ opened: 0, uses: 1 })
  })

  it('counts rooms occupied at the half hour', () => {
    const made = table([
      { room: '301', in: '20:00', out: '20:30' },
      { room: '302', in: '20:30', out: '20:31' },
      { room: '303', in: '20:31', out: '21:30' },
    ])
    expect([cell(made, '20', 'M')?.rooms, cell(made, '21', 'M')?.rooms]).toEqual([1, 0])
  })

  it('counts a room once a day, however often it turns', () => {
    const made = table([
      { room: '301', in: '13:00', out: '15:00' },
      { room: '301', in: '16:00', out: '18:00' },
    ])
    expect(made.total.M).toMatchObject({ rooms: 1, opened: 2, uses: 2, sellableRooms: 20 })
  })

  it('counts two rooms of one party as two rooms', () => {
    expect(table([{ room: ['501', '502'], in: '20:00', out: '22:00' }]).total.L).toMatchObject({
      minutes: 240,
      rooms: 2,
      opened: 2,
    })
  })

  it('leaves a party that stays over where its hours fall', () => {
    const rows = rowsOf('2026-03-07', [{ room: '201', in: '-1:00', out: '9:30' }])
    const { uses } = factsOfDay(rows, houseOn('2026-03-07'))
    const made = usageTable(
      [{ date: '2026-03-07', facts: uses }],
      { keys: hourKeys(uses.hours), of: 'hour' },
      columns,
      {},
    )
    expect(made.rows.slice(0, 2).map((row) => row.cells.S?.minutes)).toEqual([60, 30])
    expect(made.total.S).toMatchObject({ minutes: 90, opened: 0, uses: 0, rooms: 1 })
  })
})

it('a use that ended as the day began is no use of that day', () => {
  const rows = rowsOf('2026-03-07', [
    { room: '201', in: '-1:00', out: '8:00' },
    { room: '202', in: '8:00', out: '8:00' },
  ])
  const { uses } = factsOfDay(rows, houseOn('2026-03-07')).uses
  expect(uses.map((use) => use.roomNo)).toEqual(['202'])
})

describe('rates', () => {
  it('are minutes of use over minutes for sale: open hours less blocks', () => {
    const facts = dayOf(date, [{ room: '701', in: '20:00', out: '21:00' }], undefined, {
      blocks: [{ roomNo: '702', start: clock(date, '10:00'), end: clock(date, '20:30') }],
    }).uses
    const made = tableOf(facts)
    expect(cell(made, '20', 'P')).toMatchObject({
      sellable: 90,
      openMinutes: 120,
      minutes: 60,
      rate: 60 / 90,
      rateAll: 0.5,
    })
    expect(cell(made, '19', 'P')).toMatchObject({ sellable: 60, sellableRooms: 1 })
    expect(made.total.P).toMatchObject({ openMinutes: 2 * 18 * 60, sellable: 2 * 18 * 60 - 510, sellableRooms: 2 })
  })

  it('a room blocked all day is not a room for sale', () => {
    const facts = dayOf(date, [], undefined, {
      blocks: [{ roomNo: '702', start: clock(date, '8:00'), end: clock(date, '32:00') }],
    }).uses
    expect(tableOf(facts).total.P).toMatchObject({ sellableRooms: 1, sellable: 18 * 60 })
  })

  it('are blank where nothing was for sale', () => {
    const made = table([{ room: '301', in: '29:30', out: '31:00' }])
    expect(cell(made, '30', 'M')).toMatchObject({ minutes: 60, sellable: 0, rate: null, rateAll: null })
  })

  it('of a day that runs are held against what has passed', () => {
    const made = table([{ room: '701', in: '13:00' }], {}, '14:00')
    expect(made.total.P).toMatchObject({ minutes: 60, sellable: 240, rate: 0.25 })
  })

  it('of a floor are held against that floor’s rooms', () => {
    const made = table([{ room: '301', in: '12:00', out: '30:00' }], { floor: '3' })
    expect(made.total.total).toMatchObject({ minutes: 18 * 60, sellable: 20 * 18 * 60, rate: 1 / 20 })
    expect(made.total.S).toMatchObject({ sellable: 0, rate: null })
  })
})

it('whatever comes and goes, types, hours and total agree, and no hour has more use than rooms', () => {
  const told = fc.array(
    fc.record({
      room: fc.constantFrom('201', '301', '302', '501', '701'),
      from: fc.integer({ min: 480, max: 1900 }),
      length: fc.integer({ min: 0, max: 600 }),
    }),
    { maxLength: 25 },
  )
  const text = (minutes: number) => `${Math.floor(minutes / 60)}:${minutes % 60}`
  fc.assert(
    fc.property(told, fc.option(fc.integer({ min: 0, max: 1440 }), { nil: undefined }), (parties, upTo) => {
      // One party at a time in a room.
      const free = new Map<string, number>()
      const placed = parties
        .toSorted((a, b) => a.from - b.from)
        .flatMap(({ room, from, length }): Told[] => {
          const start = Math.max(from, free.get(room) ?? 0)
          if (start >= 1919) return []
          free.set(room, start + length)
          return [{ room, in: text(start), out: text(start + length) }]
        })
      const made = tableOf(dayOf(date, placed).uses, {}, upTo)
      expect(made.checks.map((check) => check.ok)).toEqual([true, true])
      for (const row of made.rows) {
        expect(row.cells.total?.minutes).toBeLessThanOrEqual(5 * 60)
        expect(row.cells.M?.minutes).toBeLessThanOrEqual(2 * 60)
      }
    }),
  )
})
