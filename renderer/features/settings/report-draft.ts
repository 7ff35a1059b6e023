import type { ReportMail, ReportSettings, Shift } from '#shared/domain/reports/report-settings.ts'
import { readClock, writeClock } from '#shared/domain/venue/typed-setting.ts'

type Language = NonNullable<ReportSettings['daily']['language']>

/** The report settings as they are typed. */
export interface ReportDraft {
  readonly isOn: boolean
  readonly closeAfterMinutes: string
  readonly folder: string
  readonly language: Language
  readonly isMailed: boolean
  readonly host: string
  readonly port: string
  readonly security: ReportMail['security']
  readonly user: string
  /** Empty keeps the one that is kept. */
  readonly password: string
  readonly from: string
  readonly to: string
  /** One to a line: `日班 08:00`. */
  readonly shifts: string
}

export type DraftField = keyof ReportDraft

/** What a typed form came to: settings to save, or the fields that are to be mended. */
export type ReadDraft =
  | { readonly ok: true; readonly settings: ReportSettings }
  | { readonly ok: false; readonly wrong: ReadonlySet<DraftField> }

export const draftOf = ({ closeAfterMinutes, daily, mail, shifts }: ReportSettings): ReportDraft => ({
  isOn: daily.on,
  closeAfterMinutes: String(closeAfterMinutes),
  folder: daily.folder ?? '',
  language: daily.language ?? 'zh-Hans',
  isMailed: mail !== undefined,
  host: mail?.host ?? '',
  port: String(mail?.port ?? 465),
  security: mail?.security ?? 'tls',
  user: mail?.user ?? '',
  password: '',
  from: mail?.from ?? '',
  to: mail?.to.join('\n') ?? '',
  shifts: shifts.map(({ name, from }) => `${name} ${writeClock(from)}`).join('\n'),
})

const address = /^[^\s@<>",;]+@[^\s@<>",;]+$/
const whole = (text: string, least: number, most: number): number | undefined => {
  const value = Number(text)
  return /^\d{1,5}$/.test(text.trim()) && value >= least && value <= most ? value : undefined
}

/** Lines of a shift and its beginning, in order of the day; undefined when one is not understood. */
export function readShifts(text: string): Shift[] | undefined {
  const shifts: Shift[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [, name = '', clock = ''] = /^(.{1,10}?)\s+(\S+)$/.exec(line) ?? []
    const from = readClock(clock)
    const before = shifts.at(-1)
    if (name === '' || from === undefined || (before && from <= before.from)) return undefined
    shifts.push({ name, from })
  }
  return shifts.length > 0 && shifts.length <= 8 ? shifts : undefined
}

/** Reads the mail part alone, so that it can be tried before anything is saved. */
export function readMail(draft: ReportDraft): { readonly mail?: ReportMail; readonly wrong: readonly DraftField[] } {
  const port = whole(draft.port, 1, 65_535)
  const to = draft.to.split(/[\s,;，；、]+/).filter((one) => one !== '')
  const wrong: DraftField[] = []
  if (!/^[\w.:-]{1,120}$/.test(draft.host.trim())) wrong.push('host')
  if (port === undefined) wrong.push('port')
  if (!address.test(draft.from.trim())) wrong.push('from')
  if (to.length === 0 || to.length > 20 || !to.every((one) => address.test(one))) wrong.push('to')
  if (wrong.length > 0 || port === undefined) return { wrong }
  const user = draft.user.trim()
  return {
    mail: {
      host: draft.host.trim(),
      port,
      security: draft.security,
      ...(user !== '' && { user }),
      from: draft.from.trim(),
      to,
    },
    wrong,
  }
}

const isWholePath = (folder: string): boolean => /^(\/|\\\\|[A-Za-z]:[\\/])/.test(folder)

export function readDraft(draft: ReportDraft): ReadDraft {
  const wrong = new Set<DraftField>()
  const closeAfterMinutes = whole(draft.closeAfterMinutes, 0, 720)
  if (closeAfterMinutes === undefined) wrong.add('closeAfterMinutes')
  const folder = draft.folder.trim()
  if (folder !== '' && !isWholePath(folder)) wrong.add('folder')
  const shifts = readShifts(draft.shifts)
  if (shifts === undefined) wrong.add('shifts')
  const { mail, wrong: mailWrong } = draft.isMailed ? readMail(draft) : { wrong: [] }
  for (const field of mailWrong) wrong.add(field)
  if (wrong.size > 0 || closeAfterMinutes === undefined || shifts === undefined) return { ok: false, wrong }
  return {
    ok: true,
    settings: {
      closeAfterMinutes,
      daily: { on: draft.isOn, ...(folder !== '' && { folder }), language: draft.language },
      ...(mail && { mail }),
      shifts,
    },
  }
}
