import { describe, expect, it } from 'vitest'
import { defaultReportSettings, type ReportSettings } from '#shared/domain/reports/report-settings.ts'
import { type DraftField, draftOf, type ReportDraft, readDraft, readShifts } from './report-draft.ts'

const full: ReportSettings = {
  closeAfterMinutes: 45,
  daily: { on: true, folder: 'D:\\日报', language: 'zh-Hant' },
  mail: {
    host: 'smtp.example',
    port: 587,
    security: 'startTls',
    user: 'desk',
    from: 'desk@ktv.example',
    to: ['he@ktv.example', 'wu@ktv.example'],
  },
  shifts: [
    { name: '日班', from: 480 },
    { name: '夜班', from: 1440 },
  ],
}
const typed = (change: Partial<ReportDraft>): ReportDraft => ({ ...draftOf(full), ...change })
const wrongIn = (change: Partial<ReportDraft>): readonly DraftField[] => {
  const read = readDraft(typed(change))
  return read.ok ? [] : [...read.wrong]
}

describe('the report settings as they are typed', () => {
  it('come back as they were', () => {
    expect(readDraft(draftOf(full))).toEqual({ ok: true, settings: full })
    const { daily, ...others } = defaultReportSettings
    const read = readDraft(draftOf(defaultReportSettings))
    expect(read).toEqual({ ok: true, settings: { ...others, daily: { ...daily, language: 'zh-Hans' } } })
  })

  it('without mail forget the server', () => {
    const read = readDraft(typed({ isMailed: false, host: '???' }))
    expect(read.ok && read.settings.mail).toBe(undefined)
  })

  it('take several addresses, however they are parted', () => {
    const read = readDraft(typed({ to: 'a@b.example， c@d.example；e@f.example\n' }))
    expect(read.ok && read.settings.mail?.to).toEqual(['a@b.example', 'c@d.example', 'e@f.example'])
  })

  it.each<[Partial<ReportDraft>, DraftField]>([
    [{ closeAfterMinutes: '半小时' }, 'closeAfterMinutes'],
    [{ closeAfterMinutes: '721' }, 'closeAfterMinutes'],
    [{ folder: '日报' }, 'folder'],
    [{ host: '' }, 'host'],
    [{ host: 'smtp example' }, 'host'],
    [{ port: '0' }, 'port'],
    [{ port: '70000' }, 'port'],
    [{ from: 'desk' }, 'from'],
    [{ to: '' }, 'to'],
    [{ to: 'he@ktv.example wu' }, 'to'],
    [{ shifts: '' }, 'shifts'],
  ])('%j is to be mended', (change, field) => {
    expect(wrongIn(change)).toEqual([field])
  })

  it.each(['/srv/日报', 'C:/日报', '\\\\nas\\日报'])('%s is a whole path', (folder) => {
    expect(wrongIn({ folder })).toEqual([])
  })
})

it.each<[string, ReturnType<typeof readShifts>]>([
  [
    '日班 08:00\n晚班 18:00\n夜班 24:00',
    [
      { name: '日班', from: 480 },
      { name: '晚班', from: 1080 },
      { name: '夜班', from: 1440 },
    ],
  ],
  ['早 班 0800', [{ name: '早 班', from: 480 }]],
  ['晚班 18:00\n日班 08:00', undefined],
  ['日班', undefined],
  ['日班 25点', undefined],
  [Array.from({ length: 9 }, (_, hour) => `班 ${hour + 10}:00`).join('\n'), undefined],
])('shifts %j', (text, shifts) => {
  expect(readShifts(text)).toEqual(shifts)
})
