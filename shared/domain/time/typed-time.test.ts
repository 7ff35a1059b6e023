import { describe, expect, it } from 'vitest'
import { readNumber, sayCount, sayNumber } from './chinese-number.ts'
import { readTypedLength, readTypedTime, type TypedTimeContext } from './typed-time.ts'
import { isoIn } from './zone.ts'

const zone = 'Asia/Shanghai'
const context = (now: string, timeZone = zone): TypedTimeContext => ({
  now: Date.parse(now),
  timeZone,
  dayStart: 480,
  slotMinutes: 15,
  hoursOn: () => ({ open: 720, close: 1800 }),
})
const friday = '2026-03-06T18:42:00+08:00'

const read = (typed: string, now = friday) => {
  const at = readTypedTime(typed, context(now))
  return at === undefined ? undefined : isoIn(at, zone).slice(0, 16)
}

describe('a typed time', () => {
  it.each([
    ['2030', '2026-03-06T20:30'],
    ['20:30', '2026-03-06T20:30'],
    ['20：30', '2026-03-06T20:30'],
    ['20', '2026-03-06T20:00'],
    ['明2030', '2026-03-07T20:30'],
    ['明 2030', '2026-03-07T20:30'],
    ['明天 20:30', '2026-03-07T20:30'],
    ['后天2100', '2026-03-08T21:00'],
    ['大后天 2100', '2026-03-09T21:00'],
    ['周六8点', '2026-03-07T20:00'],
    ['週六8點', '2026-03-07T20:00'],
    ['星期日 2000', '2026-03-08T20:00'],
    ['周五2100', '2026-03-06T21:00'],
    ['下周六 2000', '2026-03-14T20:00'],
    ['下周一8点', '2026-03-09T20:00'],
    ['8点半', '2026-03-06T20:30'],
    ['八点半', '2026-03-06T20:30'],
    ['晚上八点一刻', '2026-03-06T20:15'],
    ['八点四十五', '2026-03-06T20:45'],
    ['8点45分', '2026-03-06T20:45'],
    ['830', '2026-03-06T20:30'],
    ['8', '2026-03-06T20:00'],
    ['明晚八点半', '2026-03-07T20:30'],
    ['今晚10点', '2026-03-06T22:00'],
    ['下午3点', '2026-03-07T15:00'],
    ['明天下午三点', '2026-03-07T15:00'],
    ['中午12点', '2026-03-07T12:00'],
    ['3-15 2030', '2026-03-15T20:30'],
    ['3/15 2030', '2026-03-15T20:30'],
    ['3月15日 2030', '2026-03-15T20:30'],
    ['15号8点', '2026-03-15T20:00'],
    ['2号8点', '2026-04-02T20:00'],
    ['1-2 2000', '2027-01-02T20:00'],
    ['8pm', '2026-03-06T20:00'],
    ['sat 8pm', '2026-03-07T20:00'],
    ['tomorrow 20:30', '2026-03-07T20:30'],
  ])('%s is %s', (typed, at) => expect(read(typed)).toBe(at))

  it.each([
    ['0100', '2026-03-07T01:00'],
    ['2500', '2026-03-07T01:00'],
    ['25:30', '2026-03-07T01:30'],
    ['凌晨1点', '2026-03-07T01:00'],
    ['1点', '2026-03-07T01:00'],
    ['12点', '2026-03-07T00:00'],
    ['晚上12点', '2026-03-07T00:00'],
    ['明0100', '2026-03-08T01:00'],
    ['明天凌晨1点', '2026-03-07T01:00'],
    ['明晚凌晨1点', '2026-03-08T01:00'],
    ['3-15 0100', '2026-03-16T01:00'],
  ])('after midnight goes with the business day: %s is %s', (typed, at) => expect(read(typed)).toBe(at))

  it('at 23:00 reads 0100 as tonight', () => {
    expect(read('0100', '2026-03-06T23:00:00+08:00')).toBe('2026-03-07T01:00')
  })

  it.each([
    ['2000', '2026-03-07T20:00'],
    ['今晚8点', '2026-03-07T20:00'],
    ['0300', '2026-03-07T03:00'],
    ['3点', '2026-03-07T03:00'],
    ['明2000', '2026-03-07T20:00'],
  ])('at 01:40 the day is still yesterday, yet %s is to come: %s', (typed, at) =>
    expect(read(typed, '2026-03-07T01:40:00+08:00')).toBe(at),
  )

  it('keeps a time that has just passed today, so that the desk hears that it has passed', () => {
    expect(read('1830')).toBe('2026-03-06T18:30')
    expect(read('1700')).toBe('2026-03-07T17:00')
  })

  it.each([
    ['+30', '2026-03-06T19:15'],
    ['+0', '2026-03-06T18:45'],
    ['+45分', '2026-03-06T19:30'],
  ])('%s counts from now, up to the grid: %s', (typed, at) => expect(read(typed)).toBe(at))

  it.each(['', '明', '周六', '203', '2571', '99', 'abc', '8点半半', '13-45 2000', '3-15', '+', '明明', '<b>8</b>'])(
    'is not readable: %s',
    (typed) => expect(read(typed)).toBeUndefined(),
  )

  it('reads wall time where clocks change', () => {
    const berlin = context('2026-03-28T20:00:00+01:00', 'Europe/Berlin')
    expect(isoIn(readTypedTime('明2000', berlin) ?? 0, 'Europe/Berlin')).toBe('2026-03-29T20:00:00+02:00')
    expect(isoIn(readTypedTime('0400', berlin) ?? 0, 'Europe/Berlin')).toBe('2026-03-29T04:00:00+02:00')
  })

  it('reads 8点 as morning where the venue is open only then', () => {
    const early = { ...context(friday), hoursOn: () => ({ open: 480, close: 1140 }) }
    expect(isoIn(readTypedTime('明8点', early) ?? 0, zone)).toBe('2026-03-07T08:00:00+08:00')
  })
})

describe('a typed length', () => {
  it.each([
    ['3:00', 180],
    ['180', 180],
    ['2.5', 150],
    ['3', 180],
    ['90', 90],
    ['1:30', 90],
    ['2.5小时', 150],
    ['90分', 90],
    ['三小时', 180],
    ['两个半小时', 150],
  ])('%s is %i minutes', (typed, minutes) => expect(readTypedLength(typed)).toBe(minutes))

  it.each(['', '0', '20', 'x', '3:75', '-1'])('is not readable: %s', (typed) =>
    expect(readTypedLength(typed)).toBeUndefined(),
  )
})

describe('numbers in Chinese', () => {
  it.each([
    [0, '零'],
    [2, '二'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [105, '一百零五'],
    [110, '一百一十'],
    [468, '四百六十八'],
    [1008, '一千零八'],
    [10_500, '一万零五百'],
    [120_000, '十二万'],
  ])('%i is said %s', (value, said) => expect(sayNumber(value)).toBe(said))

  it('counts with 两', () => {
    expect(sayCount(2)).toBe('两')
    expect(sayCount(12)).toBe('十二')
  })

  it('reads what it says up to 99', () => {
    for (let value = 0; value < 100; value++) expect(readNumber(sayNumber(value))).toBe(value)
  })
})
