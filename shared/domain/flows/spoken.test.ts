import { describe, expect, it } from 'vitest'
import {
  fillScript,
  openingDayOf,
  sayClock,
  sayCode,
  sayDay,
  sayDifference,
  sayEnd,
  sayLength,
  sayMoment,
  sayMoney,
  sayPeople,
} from './spoken.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const talk = { timeZone: 'Asia/Shanghai', dayStart: 480, now: at('2026-03-06T18:42'), language: 'zh-Hans' } as const

describe('what the desk says', () => {
  it.each([
    ['2026-03-06T20:00', '今晚八点'],
    ['2026-03-07T20:30', '明晚八点半'],
    ['2026-03-08T20:45', '后晚八点四十五分'],
    ['2026-03-09T15:00', '周一下午三点'],
    ['2026-03-07T14:00', '明天下午两点'],
    ['2026-03-07T01:00', '明天凌晨一点'],
    ['2026-03-07T00:05', '明天凌晨零点零五分'],
    ['2026-03-15T12:15', '三月十五号中午十二点十五分'],
  ])('%s is %s', (instant, words) => expect(sayMoment(at(instant), talk)).toBe(words))

  it('says it in 繁體 and English too', () => {
    expect(sayMoment(at('2026-03-07T14:00'), { ...talk, language: 'zh-Hant' })).toBe('明天下午兩點')
    expect(sayMoment(at('2026-03-07T20:30'), { ...talk, language: 'en' })).toBe('tomorrow at 8:30 pm')
    expect(sayDay('2026-03-15', { ...talk, language: 'en' })).toBe('15 March')
  })

  it('says ends without their day', () => {
    expect(sayEnd(at('2026-03-07T20:30'), at('2026-03-07T23:30'), talk)).toBe('十一点半')
    expect(sayEnd(at('2026-03-07T23:00'), at('2026-03-08T02:00'), talk)).toBe('凌晨两点')
    expect(sayClock(at('2026-03-07T20:45'), talk)).toBe('八点四十五分')
  })

  it('says lengths, money and people', () => {
    expect(sayLength(180, 'zh-Hans')).toBe('三小时')
    expect(sayLength(150, 'zh-Hans')).toBe('两个半小时')
    expect(sayLength(45, 'zh-Hans')).toBe('四十五分钟')
    expect(sayLength(60, 'en')).toBe('1 hour')
    expect(sayMoney(46_800, 'zh-Hans')).toBe('四百六十八元')
    expect(sayMoney(22_050, 'zh-Hans')).toBe('二百二十元五角')
    expect(sayDifference(23_400, 'zh-Hans')).toBe('多二百三十四元')
    expect(sayDifference(-7_350, 'zh-Hans')).toBe('少七十三元五角')
    expect(sayDifference(0, 'en')).toBe('at the same price')
    expect(sayPeople(2, 'zh-Hans')).toBe('两')
    expect(sayPeople(6, 'zh-Hans')).toBe('六')
  })

  it('reads a code out sign by sign', () => {
    expect(sayCode('K4-7302', 'zh-Hans')).toBe('K 四，七 三 零 二')
    expect(sayCode('K4-7302', 'en')).toBe('K 4, 7 3 0 2')
  })

  it('knows on which day the window opens', () => expect(openingDayOf('2026-03-20', 7)).toBe('2026-03-13'))
})

describe('a filled script', () => {
  it('marks what was filled in', () => {
    expect(fillScript('{name}，{when}，{party}位', { name: '张先生', when: '明晚八点半', party: '六' })).toEqual([
      { text: '张先生', filled: true },
      { text: '，', filled: false },
      { text: '明晚八点半', filled: true, weighs: true },
      { text: '，', filled: false },
      { text: '六', filled: true, weighs: true },
      { text: '位', filled: false },
    ])
  })

  it('leaves out a clause that says what is not known', () => {
    const script = '{when}{type}都有客人，什么时候空出来，要看前面客人，大约{wait}。'
    expect(
      fillScript(script, { when: '明晚八点', type: '中包' })
        .map((part) => part.text)
        .join(''),
    ).toBe('明晚八点中包都有客人，什么时候空出来，要看前面客人。')
  })

  it('leaves a pause for what is not known, and drops a missing name with its comma', () => {
    expect(
      fillScript('{name}，留到{until}', {})
        .map((part) => part.text)
        .join(''),
    ).toBe('留到……')
  })
})
