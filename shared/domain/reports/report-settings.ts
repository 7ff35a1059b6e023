import type { ClockMinutes } from '../venue/policy.ts'

/** A part of the business day by which comment cards are counted: from its minute to the next one's. */
export interface Shift {
  readonly name: string
  readonly from: ClockMinutes
}

/** Where the daily report is sent, besides the folder. The password is kept apart from everything else. */
export interface ReportMail {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'startTls' | 'none'
  readonly user?: string
  readonly from: string
  readonly to: readonly string[]
}

export interface ReportSettings {
  /** Minutes after the end of a business day at which it is closed and its report made (日结): 30 is 08:30. */
  readonly closeAfterMinutes: number
  readonly daily: {
    readonly on: boolean
    /** Undefined: a folder beside the data. */
    readonly folder?: string
    /** What it is written in; undefined: 简体中文. */
    readonly language?: 'zh-Hans' | 'zh-Hant' | 'en'
  }
  readonly mail?: ReportMail
  /** In order; the first begins the day. */
  readonly shifts: readonly Shift[]
}

export const defaultReportSettings: ReportSettings = {
  closeAfterMinutes: 30,
  daily: { on: true },
  shifts: [
    { name: '日班', from: 8 * 60 },
    { name: '晚班', from: 18 * 60 },
    { name: '夜班', from: 24 * 60 },
  ],
}
