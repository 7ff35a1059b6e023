import { describe, expect, it } from 'vitest'
import {
  clockWords,
  countdown,
  dateWords,
  dayWords,
  lengthBrief,
  lengthDigits,
  lengthWords,
  momentWords,
  spanClock,
  spanWords,
  type TimeReading,
} from './time-words.ts'

const reading: TimeReading = { timeZone: 'Asia/Shanghai', dayStart: 480, clock26: false, language: 'zh-Hans' }
const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-03-06T18:42')

describe('times as people say them', () => {
  it.each([
    ['2026-03-06T20:30', '今天 20:30'],
    ['2026-03-07T01:00', '今天 次日 01:00'],
    ['2026-03-07T20:30', '明天 20:30'],
    ['2026-03-09T20:30', '周一 20:30'],
    ['2026-03-17T20:30', '3月17日 20:30'],
    ['2026-03-05T20:30', '昨天 20:30'],
  ])('reads %s as %s', (instant, words) => {
    expect(momentWords(at(instant), now, reading)).toBe(words)
  })

  it('writes 01:00 as 25:00 where the venue reads its clock so', () => {
    expect(clockWords(at('2026-03-07T01:00'), { ...reading, clock26: true })).toBe('25:00')
  })

  it.each([
    ['2026-03-06T20:30', '2026-03-06T23:30', '20:30–23:30'],
    ['2026-03-06T22:30', '2026-03-07T01:30', '22:30–次日 01:30'],
    ['2026-03-07T01:00', '2026-03-07T03:00', '次日 01:00–03:00'],
  ])('says 次日 once in a span', (from, to, words) => {
    expect(spanClock(at(from), at(to), reading)).toBe(words)
  })

  it('names the day before the span', () => {
    expect(spanWords(at('2026-03-07T20:30'), at('2026-03-07T23:30'), now, reading)).toBe('明天 20:30–23:30')
    expect(spanWords(at('2026-03-08T20:30'), at('2026-03-08T23:30'), now, { ...reading, language: 'en' })).toBe(
      'Sun 20:30–23:30',
    )
  })

  it('keeps an hour after midnight with the evening before', () => {
    expect(momentWords(at('2026-03-08T02:00'), now, reading)).toBe('明天 次日 02:00')
  })

  it('writes dates in each language', () => {
    expect(dateWords('2026-03-07', 'zh-Hans')).toBe('3月7日 周六')
    expect(dateWords('2026-03-07', 'zh-Hant')).toBe('3月7日 週六')
    expect(dateWords('2026-03-07', 'en')).toBe('Sat 7 Mar')
    expect(dayWords('2026-03-07', '2026-03-06', 'en')).toBe('tomorrow')
  })

  it('writes lengths and countdowns', () => {
    expect(lengthDigits(187)).toBe('3:07')
    expect(lengthWords(180, 'zh-Hans')).toBe('3 小时')
    expect(lengthWords(150, 'zh-Hans')).toBe('2.5 小时')
    expect(lengthWords(135, 'zh-Hans')).toBe('2:15 小时')
    expect(lengthWords(45, 'zh-Hans')).toBe('45 分钟')
    expect([45, 75, 120].map((minutes) => lengthBrief(minutes, 'zh-Hans'))).toEqual(['45 分', '1:15', '2 小时'])
    expect(countdown(now + 72_000, now)).toBe('1:12')
    expect(countdown(now - 5, now)).toBe('0:00')
  })
})
