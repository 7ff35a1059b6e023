import { describe, expect, it } from 'vitest'
import { definedFigure, type EntriesReport, readingFor, shownRows } from './comparison.ts'

const cell = (entries: number) => ({ total: { entries, guests: entries * 4 } })
const row = (key: string, entries: number, before = 0) => ({
  key,
  label: key,
  cells: cell(entries),
  base: { previous: cell(before) },
  ahead: false,
})
const report = (rows: EntriesReport['rows']) =>
  ({ name: 'entries', period: 'day', open: { first: '12', last: '14' }, rows }) as unknown as EntriesReport

describe('the rows of a day', () => {
  it('are the open hours, and those in which somebody came, now or then', () => {
    const hours = (rows: EntriesReport['rows']) => shownRows(report(rows)).map((one) => one.key)
    expect(hours([row('11', 0), row('12', 0), row('13', 3), row('14', 0), row('15', 0)])).toEqual(['12', '13', '14'])
    expect(hours([row('11', 1), row('12', 0), row('13', 3), row('14', 0), row('15', 0, 2)])).toEqual([
      '11',
      '12',
      '13',
      '14',
      '15',
    ])
  })
})

describe('a reading', () => {
  it('is the table’s own', () => {
    expect(readingFor('entries', undefined).measure).toBe('entries')
    expect(readingFor('entries', 'rate').measure).toBe('entries')
    expect(readingFor('usage', 'hours').measure).toBe('hours')
  })

  it('of a rate differs in percentage points', () => {
    const use = (rate: number | null) => ({
      minutes: 0,
      rooms: 0,
      rate,
      rateAll: null,
      sellable: 0,
      openMinutes: 0,
      sellableRooms: 0,
      opened: 0,
      uses: 0,
    })
    expect(readingFor('usage', 'rate').delta(use(0.75), use(0.5))).toBe(25)
    expect(readingFor('usage', 'rate').delta(use(0.75), use(null))).toBeNull()
  })
})

describe('the definition at the foot', () => {
  it.each([
    ['day', 'entries', 'entries'],
    ['month', 'guests', 'guests'],
    ['day', 'rate', 'usageRate'],
    ['week', 'hours', 'used'],
    ['day', 'rooms', 'occupied'],
    ['week', 'rooms', 'roomsUsed'],
  ] as const)('of a %s shown in %s is that of %s', (period, measure, figure) => {
    expect(definedFigure({ period }, measure)).toBe(figure)
  })
})
