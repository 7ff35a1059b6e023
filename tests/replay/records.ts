import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** What the replay needs of one hotel booking (shared/data: Antonio, de Almeida, Nunes 2019). */
export interface HotelRecord {
  /** Line of the file, from 2. */
  readonly line: number
  readonly resort: boolean
  /** Calendar day of arrival, as a sortable number of days. */
  readonly arrivalDay: number
  readonly leadDays: number
  readonly nights: number
  /** Adults and children; babies take no seat. */
  readonly party: number
  readonly status: 'cancelled' | 'noShow' | 'came'
  /** Days before arrival on which the status was set; 0 or less: on the day or later. */
  readonly statusDaysBefore: number
  readonly reservedType: string
  readonly assignedType: string
  readonly waitedForDays: number
  readonly earlierCancellations: number
  readonly changes: number
  readonly deposit: 'none' | 'refundable' | 'nonRefundable'
  readonly segment: string
  readonly contract: boolean
  readonly repeated: boolean
  readonly specialRequests: number
}

export interface BadLine {
  readonly line: number
  readonly why: string
}

const months = 'January February March April May June July August September October November December'.split(' ')
const statuses: Readonly<Record<string, HotelRecord['status']>> = {
  Canceled: 'cancelled',
  'No-Show': 'noShow',
  'Check-Out': 'came',
}
const deposits: Readonly<Record<string, HotelRecord['deposit']>> = {
  'No Deposit': 'none',
  Refundable: 'refundable',
  'Non Refund': 'nonRefundable',
}

/** Splits a line of CSV; quotes may hold commas. Undefined when a quote is never closed. */
export function splitLine(line: string): string[] | undefined {
  const fields: string[] = []
  let field = ''
  let quoted = false
  for (let i = 0; i < line.length; i += 1) {
    const character = line[i]
    if (quoted && character === '"' && line[i + 1] === '"') {
      field += '"'
      i += 1
    } else if (character === '"') quoted = !quoted
    else if (character === ',' && !quoted) {
      fields.push(field)
      field = ''
    } else field += character
  }
  fields.push(field)
  return quoted ? undefined : fields
}

class Unreadable extends Error {}

const dayNumber = (year: number, month: number, day: number): number => {
  const at = new Date(Date.UTC(year, month - 1, day))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) throw new Unreadable('no such date')
  return at.getTime() / 86_400_000
}

function recordOf(fields: readonly string[], columns: ReadonlyMap<string, number>, line: number): HotelRecord {
  const text = (name: string): string => fields[columns.get(name) ?? -1]?.trim() ?? ''
  const whole = (name: string): number => {
    const value = text(name)
    if (value === 'NA' || value === 'NULL') return 0
    if (!/^\d+(\.0+)?$/.test(value)) throw new Unreadable(`${name} is "${value.slice(0, 20)}"`)
    return Number(value)
  }
  const oneOf = <Value>(name: string, values: Readonly<Record<string, Value>>): Value => {
    const value = values[text(name)]
    if (value === undefined) throw new Unreadable(`${name} is "${text(name).slice(0, 20)}"`)
    return value
  }
  const month = months.indexOf(text('arrival_date_month')) + 1
  if (month === 0) throw new Unreadable('arrival_date_month')
  const arrivalDay = dayNumber(whole('arrival_date_year'), month, whole('arrival_date_day_of_month'))
  const statusDate = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text('reservation_status_date'))
  const statusDay = statusDate
    ? dayNumber(Number(statusDate[3]), Number(statusDate[1]), Number(statusDate[2]))
    : dayNumber(...isoParts(text('reservation_status_date')))
  const party = whole('adults') + whole('children')
  if (party === 0) throw new Unreadable('nobody in the party')
  return {
    line,
    resort: text('hotel') === 'Resort Hotel',
    arrivalDay,
    leadDays: whole('lead_time'),
    nights: whole('stays_in_weekend_nights') + whole('stays_in_week_nights'),
    party,
    status: oneOf('reservation_status', statuses),
    statusDaysBefore: arrivalDay - statusDay,
    reservedType: text('reserved_room_type'),
    assignedType: text('assigned_room_type'),
    waitedForDays: whole('days_in_waiting_list'),
    earlierCancellations: whole('previous_cancellations'),
    changes: whole('booking_changes'),
    deposit: oneOf('deposit_type', deposits),
    segment: text('market_segment'),
    contract: text('customer_type') === 'Contract',
    repeated: text('is_repeated_guest') === '1',
    specialRequests: whole('total_of_special_requests'),
  }
}

function isoParts(text: string): [number, number, number] {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!found) throw new Unreadable(`reservation_status_date is "${text.slice(0, 20)}"`)
  return [Number(found[1]), Number(found[2]), Number(found[3])]
}

/** Reads the file line by line; what cannot be read is told and left out. */
export async function readRecords(
  file: string,
  limit: number,
  onBadLine: (bad: BadLine) => void,
): Promise<HotelRecord[]> {
  const records: HotelRecord[] = []
  let columns: ReadonlyMap<string, number> | undefined
  let width = 0
  let line = 0
  for await (const text of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1
    if (text.trim() === '') continue
    const fields = splitLine(text.replace(/^\uFEFF/, ''))
    if (!columns) {
      if (!fields?.includes('reservation_status')) throw new Error('the first line does not name the expected columns')
      columns = new Map(fields.map((name, at) => [name.trim(), at]))
      width = fields.length
      continue
    }
    if (records.length >= limit) break
    try {
      if (!fields) throw new Unreadable('a quote is never closed')
      if (fields.length !== width) throw new Unreadable(`${fields.length} fields, not ${width}`)
      records.push(recordOf(fields, columns, line))
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      onBadLine({ line, why: error.message })
    }
  }
  return records
}
