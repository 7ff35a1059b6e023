import { z } from 'zod'

/** Limits on what a person may type, in characters; shown beside the field and checked at the border. */
export const limits = {
  name: 40,
  title: 20,
  phone: 20,
  notes: 500,
  reason: 200,
  search: 60,
  pin: 64,
  party: 200,
} as const

const offsetInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/

// A century around us: whatever walks over days or prices hours never walks further.
const earliestInstant = Date.UTC(2000, 0, 1)
const latestInstant = Date.UTC(2100, 0, 1)

// Date.parse makes 30 February the 2nd of March.
function isCalendarDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}

/** An instant: ISO 8601 with an offset. Answered in the venue's zone. */
export const instant = z
  .string()
  .regex(offsetInstant, 'instant')
  .refine((text) => {
    const at = Date.parse(text)
    return at >= earliestInstant && at < latestInstant && isCalendarDay(text.slice(0, 10))
  }, 'instant')

/** A business date `YYYY-MM-DD` that exists in the calendar. */
export const businessDate = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'date')
  .refine((text) => {
    const at = Date.parse(`${text}T00:00:00Z`)
    return at >= earliestInstant && at < latestInstant && isCalendarDay(text)
  }, 'date')

export const party = z.int().min(1).max(limits.party)
export const minutes = z.int().min(1).max(1440)
export const cents = z.int().min(0).max(100_000_000)
export const typeCode = z.string().regex(/^[A-Za-z0-9]{1,8}$/, 'typeCode')
export const roomNo = z.string().regex(/^[\p{L}\p{N}-]{1,12}$/u, 'roomNo')
export const bookingCode = z.string().regex(/^[A-Za-z]\d-?\d{4,8}$/, 'bookingCode')
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'id')
export const staffNo = z.string().regex(/^[A-Za-z0-9]{1,12}$/, 'staffNo')
export const version = z.int().min(1)

// Control and bidirectional characters would let a name rearrange the line it is shown on.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

/** Text a person typed: trimmed, at most `max` characters, no control or direction-changing characters. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !unprintable.test(value), 'characters')

export const personName = text(limits.name).min(1)
export const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d\s()-]{3,20}$/, 'phone')
  .refine((text) => text.replace(/\D/g, '').length >= 3, 'phone')
export const notes = text(limits.notes)
export const reason = text(limits.reason).min(1)

export const page = {
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: z
    .string()
    .regex(/^[\w.:-]{1,120}$/, 'cursor')
    .optional(),
}

/** A supervisor's approval inside a desk request; wrong PIN or role: 403 and nothing stored. */
export const approval = z.strictObject({ staffNo, pin: z.string().min(1).max(limits.pin), reason })
