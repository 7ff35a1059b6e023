import { describe, expect, it } from 'vitest'
import { dayOf, type Told } from '#tests/builders/day-facts.ts'
import { hourKeys } from './day-hours.ts'
import { entriesTable } from './entries-table.ts'
import { heatMap } from './heat-map.ts'
import type { ReportFilter } from './report-filter.ts'
import { checkEntries } from './table-checks.ts'

const date = '2026-03-06'
const columns = ['S', 'M', 'L', 'XL', 'P', 'total']

function table(told: readonly Told[], filter: ReportFilter = {}, upTo?: number) {
  const { parties } = dayOf(date, told)
  const day = { date, facts: parties, ...(upTo !== undefined && { upTo }) }
  const rows = { keys: hourKeys(parties.hours), of: 'hour' as const }
  const made = entriesTable([day], rows, columns, filter)
  return { ...made, checks: checkEntries(made, [day], filter) }
}

const rowOf = (made: ReturnType<typeof table>, hour: string) => made.rows.find((row) => row.key === hour)?.cells

describe('entries by hour and type', () => {
  it('counts a party in the clock hour and under the type of its first room, with its guests', () => {
    const made = table([
      { room: '301', in: '20:00', party: 6 },
      { room: '302', in: '20:59', party: 5 },
      { room: '201', in: '21:00', party: 2 },
    ])
    expect(rowOf(made, '20')).toMatchObject({ M: { entries: 2, guests: 11 }, S: { entries: 0, guests: 0 } })
    expect(rowOf(made, '21')).toMatchObject({ S: { entries: 1, guests: 2 }, total: { entries: 1, guests: 2 } })
    expect(made.total).toMatchObject({ M: { entries: 2, guests: 11 }, total: { entries: 3, guests: 13 } })
  })

  it('an entry after midnight belongs to the evening before: 01:30 is hour 25', () => {
    const made = table([{ room: '201', in: '25:30' }])
    expect(rowOf(made, '25')?.total).toEqual({ entries: 1, guests: 4 })
    expect(made.rows.map((row) => row.key)).toEqual(Array.from({ length: 24 }, (_, index) => String(8 + index)))
  })

  it('a transfer never counts a party again', () => {
    const made = table([
      {
        room: '301',
        in: '20:00',
        out: '23:00',
        party: 3,
        moves: [
          ['20:30', '201'],
          ['21:10', '202'],
        ],
      },
    ])
    expect(made.total).toMatchObject({ M: { entries: 1, guests: 3 }, S: { entries: 0 }, total: { entries: 1 } })
  })

  it('a party in two rooms is one party, under the first room’s type', () => {
    const made = table([{ room: ['501', '502'], in: '20:00', party: 30 }])
    expect(made.total).toMatchObject({ L: { entries: 1, guests: 30 }, total: { entries: 1, guests: 30 } })
  })

  it('counts only what has passed where the period is cut off, to the minute', () => {
    const told = [
      { room: '301', in: '18:30' },
      { room: '302', in: '18:42' },
      { room: '303', in: '18:43' },
    ]
    expect(table(told, {}, (18 - 8) * 60 + 42).total.total?.entries).toBe(2)
  })

  it.each([
    [{ floor: '3' }, 2],
    [{ source: 'phone' }, 1],
    [{ vip: true }, 1],
    [{ vip: false }, 2],
    [{ floor: '3', source: 'walkIn' }, 1],
  ] as const)('counts under %j', (filter, entries) => {
    const made = table(
      [
        { room: '301', in: '20:00', source: 'phone', vip: 'gold' },
        { room: '302', in: '20:00' },
        { room: '201', in: '20:00' },
      ],
      filter,
    )
    expect(made.total.total?.entries).toBe(entries)
  })
})

describe('the checks at the foot', () => {
  it('hold: Σ types = Σ hours = total, and parties in = out + inside', () => {
    const { checks } = table([
      { room: '301', in: '20:00', out: '22:00' },
      { room: '201', in: '20:30' },
      { room: '202', in: '31:00', out: '33:00' },
    ])
    expect(checks).toEqual([
      { name: 'sums', ok: true, values: { types: 3, rows: 3, total: 3 } },
      { name: 'inOut', ok: true, values: { before: 0, in: 3, out: 1, inside: 2 } },
    ])
  })

  it('count those who stayed over from the day before', () => {
    const { parties } = dayOf('2026-03-07', [
      { room: '201', in: '-1:00', out: '11:00' },
      { room: '202', in: '-2:00' },
      { room: '203', in: '20:00', out: '22:00' },
    ])
    const rows = { keys: hourKeys(parties.hours), of: 'hour' as const }
    const day = { date: '2026-03-07', facts: parties }
    const checks = checkEntries(entriesTable([day], rows, columns, {}), [day], {})
    expect(checks[1]).toEqual({ name: 'inOut', ok: true, values: { before: 2, in: 1, out: 2, inside: 1 } })
  })

  it('fail when a type has no column to stand in', () => {
    const { parties } = dayOf(date, [{ room: '301', in: '20:00' }])
    const day = { date, facts: parties }
    const made = entriesTable([day], { keys: hourKeys(parties.hours), of: 'hour' }, ['S', 'total'], {})
    expect(checkEntries(made, [day], {})[0]).toMatchObject({ name: 'sums', ok: false })
  })

  it('fail when a party is lost on its way out', () => {
    const { parties } = dayOf(date, [{ room: '301', in: '20:00', out: '22:00' }])
    const day = { date, facts: { ...parties, departures: [] } }
    const made = entriesTable([day], { keys: hourKeys(parties.hours), of: 'hour' }, columns, {})
    expect(checkEntries(made, [day], {})[1]).toMatchObject({ name: 'inOut', ok: false })
  })
})

describe('a table of days', () => {
  const days = ['2026-03-02', '2026-03-03', '2026-03-04'].map((one, index) => ({
    date: one,
    facts: dayOf(
      one,
      Array.from({ length: index + 1 }, (_, room) => ({ room: `30${room + 1}`, in: room === 0 ? '19:00' : '21:30' })),
    ).parties,
  }))

  it('gives each day its row and its busiest hour', () => {
    const { rows, total } = entriesTable(
      days,
      { keys: ['1', '2', '3'], of: (one) => String(Number(one.at(-1)) - 1) },
      columns,
      {},
    )
    expect(rows.map((row) => row.cells.total?.entries)).toEqual([1, 2, 3])
    expect(rows.map((row) => row.peak)).toEqual([
      { hour: '19', value: 1 },
      { hour: '19', value: 1 },
      { hour: '21', value: 2 },
    ])
    expect(total.M).toEqual({ entries: 6, guests: 24 })
  })

  it('counts a day without a row of its own in the total alone', () => {
    const { rows, total } = entriesTable(
      days,
      { keys: ['a'], of: (one) => (one === '2026-03-02' ? 'a' : undefined) },
      columns,
      {},
    )
    expect(rows[0]?.cells.total?.entries).toBe(1)
    expect(total.total?.entries).toBe(6)
  })
})

describe('the heat map', () => {
  it('averages each hour over the days of its weekday', () => {
    const days = [
      {
        date: '2026-03-06',
        facts: dayOf('2026-03-06', [
          { room: '301', in: '20:00', party: 5 },
          { room: '302', in: '20:10', party: 6 },
        ]).parties,
      },
      { date: '2026-03-13', facts: dayOf('2026-03-13', [{ room: '301', in: '20:30', party: 7 }]).parties },
      { date: '2026-03-07', facts: dayOf('2026-03-07', []).parties },
    ]
    const map = heatMap(days, ['20', '21'], 'entries', {})
    expect(map.rows[0]).toEqual({ hour: '20', averages: [null, null, null, null, 1.5, 0, null] })
    expect(map.total[4]).toBe(1.5)
    expect(map.days).toEqual([0, 0, 0, 0, 2, 1, 0])
    expect(heatMap(days, ['20'], 'guests', {}).rows[0]?.averages[4]).toBe(9)
  })
})
