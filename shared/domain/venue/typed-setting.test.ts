import { describe, expect, it } from 'vitest'
import { demoVenue } from '#shared/demo/demo-venue.ts'
import { policyDifferences, policySettings } from './policy-difference.ts'
import { fieldsFor, settingAt, withSetting } from './policy-fields.ts'
import { readSetting, writeSetting } from './typed-setting.ts'

const { policy, types } = demoVenue
const fields = fieldsFor(types.map((type) => type.code))

describe('a typed setting', () => {
  it.each([
    ['minutes', '180', 180],
    ['clock', '12:00', 720],
    ['clock', '3000', 1800],
    ['money', '¥100.5', 10_050],
    ['percent', '20', 20],
    ['dates', '2026-12-31、2026-02-16', ['2026-02-16', '2026-12-31']],
    ['holidays', '2026-01-01 元旦\n', { '2026-01-01': '元旦' }],
    ['weekdayHours', '周一 休息\n星期五 12:00-32:00', { '1': null, '5': { open: 720, close: 1920 } }],
    ['dateHours', '2026-02-16 18:00-26:00', { '2026-02-16': { open: 1080, close: 1560 } }],
  ] as const)('of kind %s reads %j', (kind, text, value) => {
    expect(readSetting(kind, text)).toEqual({ ok: true, value })
  })

  it.each([
    ['minutes', '-5'],
    ['minutes', '1441'],
    ['minutes', '一小时'],
    ['percent', '101'],
    ['clock', '12:75'],
    ['clock', '49:00'],
    ['money', '1,5'],
    ['dates', '2026-02-30'],
    ['holidays', '2026-01-01'],
    ['weekdayHours', '周八 休息'],
    ['weekdayHours', '周一 18:00-12:00'],
    ['dateHours', '2026-02-16'],
  ] as const)('of kind %s refuses %j', (kind, text) => {
    expect(readSetting(kind, text)).toEqual({ ok: false })
  })

  it.each(
    fields
      .filter((field) => !['yes', 'choice', 'types'].includes(field.kind))
      .map((field) => [field.path, field] as const),
  )('%s is read back as it was written', (path, field) => {
    const value = settingAt(policy, path) ?? 0
    expect(readSetting(field.kind, writeSetting(field.kind, value))).toEqual({ ok: true, value })
  })
})

describe('the fields of the rules form', () => {
  it('cover every setting apart from the price table', () => {
    const shown = fields.map((field) => field.path)
    const missing = [...policySettings(policy).keys()].filter(
      (path) =>
        !path.startsWith('prices.') &&
        !path.startsWith('minimumSpendPerHead') &&
        !shown.some((one) => path === one || path.startsWith(`${one}.`)),
    )
    expect(missing).toEqual([])
  })

  it('replace one setting and leave the policy they were given as it is', () => {
    const before = structuredClone(policy)
    const after = withSetting(policy, 'grace.vipExtra.gold', 20)
    expect(policyDifferences(policy, after)).toEqual([{ path: 'grace.vipExtra.gold', before: 15, after: 20 }])
    expect(policy).toEqual(before)
  })
})
