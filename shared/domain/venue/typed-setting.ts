import type { OpeningHours } from './policy.ts'
import type { FieldKind } from './policy-fields.ts'

/** What a typed setting came to: its value, or that it is not understood. */
export type TypedSetting = { readonly ok: true; readonly value: unknown } | { readonly ok: false }

const wrong: TypedSetting = { ok: false }
const right = (value: unknown): TypedSetting => ({ ok: true, value })
const two = (n: number): string => String(n).padStart(2, '0')

/** Minutes after midnight from `12:00`, `1200`, `30:00`; up to 48:00. */
export function readClock(text: string): number | undefined {
  const found = /^(\d{1,2})[:：]?(\d{2})$/.exec(text.trim())
  if (found === null) return undefined
  const minutes = Number(found[1]) * 60 + Number(found[2])
  return Number(found[2]) > 59 || minutes > 2880 ? undefined : minutes
}
export const writeClock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

function readWhole(text: string, most: number): TypedSetting {
  return /^\d{1,6}$/.test(text.trim()) && Number(text) <= most ? right(Number(text)) : wrong
}

const weekdays: Readonly<Record<string, string>> = {
  周一: '1',
  周二: '2',
  周三: '3',
  周四: '4',
  周五: '5',
  周六: '6',
  周日: '7',
  周天: '7',
}
const weekdayOf = (text: string): string | undefined =>
  weekdays[text.replace('週', '周').replace('星期', '周')] ?? (/^[1-7]$/.test(text) ? text : undefined)
const dateOf = (text: string): string | undefined => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : text
}
const closedWords = ['休息', '關門', '关门', 'closed', '—', '-']

function readHours(text: string): OpeningHours | null | undefined {
  if (closedWords.includes(text.toLowerCase())) return null
  const [from = '', to = ''] = text.split(/[-–—~～至到]/)
  const [open, close] = [readClock(from), readClock(to)]
  return open === undefined || close === undefined || close <= open ? undefined : { open, close }
}

/** Lines of `key rest`, each key read by `keyOf`, each rest by `readValue`. */
function readLines(
  text: string,
  keyOf: (key: string) => string | undefined,
  readValue: (rest: string) => unknown,
): TypedSetting {
  const result: Record<string, unknown> = {}
  for (const line of text.split('\n')) {
    const content = line.trim()
    if (content === '') continue
    const [head = '', ...rest] = content.split(/\s+/)
    const key = keyOf(head)
    const value = readValue(rest.join(' '))
    if (key === undefined || value === undefined || key in result) return wrong
    result[key] = value
  }
  return right(result)
}

/** The value a person typed for a setting of this kind. Units: minutes, days, hours, per cent, cents, clock minutes. */
export function readSetting(kind: FieldKind, text: string): TypedSetting {
  switch (kind) {
    case 'minutes':
      return readWhole(text, 1440)
    case 'days':
      return readWhole(text, 3660)
    case 'hours':
    case 'count':
      return readWhole(text, 100_000)
    case 'percent':
      return readWhole(text, 100)
    case 'clock': {
      const minutes = readClock(text)
      return minutes === undefined ? wrong : right(minutes)
    }
    case 'money': {
      const found = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/^[¥￥]\s*/, ''))
      return found === null ? wrong : right(Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')))
    }
    case 'dates': {
      const dates = text.split(/[\s,，、]+/).filter((part) => part !== '')
      return dates.every((date) => dateOf(date) !== undefined) ? right([...new Set(dates)].toSorted()) : wrong
    }
    case 'holidays':
      return readLines(text, dateOf, (name) => (name === '' || name.length > 20 ? undefined : name))
    case 'weekdayHours':
      return readLines(text, weekdayOf, readHours)
    case 'dateHours':
      return readLines(text, dateOf, readHours)
    default:
      return right(text)
  }
}

const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const writeHours = (hours: OpeningHours | null): string =>
  hours === null ? '休息' : `${writeClock(hours.open)}-${writeClock(hours.close)}`

/** A setting as text that `readSetting` reads back. */
export function writeSetting(kind: FieldKind, value: unknown): string {
  if (value === undefined || value === null) return kind === 'percent' ? '0' : ''
  switch (kind) {
    case 'clock':
      return writeClock(value as number)
    case 'money':
      return String((value as number) / 100)
    case 'dates':
      return (value as readonly string[]).join('\n')
    case 'holidays':
      return Object.entries(value as Record<string, string>)
        .map(([date, name]) => `${date} ${name}`)
        .join('\n')
    case 'weekdayHours':
      return Object.entries(value as Record<string, OpeningHours | null>)
        .map(([day, hours]) => `${weekdayNames[Number(day) - 1] ?? day} ${writeHours(hours)}`)
        .join('\n')
    case 'dateHours':
      return Object.entries(value as Record<string, OpeningHours | null>)
        .map(([date, hours]) => `${date} ${writeHours(hours)}`)
        .join('\n')
    default:
      return String(value)
  }
}
