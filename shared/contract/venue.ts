import { z } from 'zod'
import { businessDate, cents, limits, party, roomNo, staffNo, text, typeCode } from './fields.ts'
import { procedure } from './procedure.ts'
import { role } from './session.ts'

const clock = z.int().min(0).max(2880)
const hours = z.strictObject({ open: clock, close: clock }).refine((h) => h.close > h.open, 'hours')
const bandRates = z.strictObject({ day: cents, prime: cents, night: cents })
const count = z.int().min(0).max(100_000)
const minutes = z.int().min(0).max(1440)

export const roomType = z.strictObject({
  code: typeCode,
  name: text(20).min(1),
  rank: z.int().min(1).max(20),
  seats: party,
  minParty: party,
  maxSeats: party,
  cleaningMinutes: minutes,
})

export const room = z.strictObject({
  roomNo,
  typeCode,
  floor: text(10).min(1),
  maxSeats: party.optional(),
  features: z.array(text(20).min(1)).max(20),
  neighbours: z.array(roomNo).max(8),
})

/** Mirrors `Policy` of the domain, field by field, with limits. */
export const policy = z.strictObject({
  dayStart: clock,
  opening: hours,
  openingByWeekday: z
    .record(z.enum(['1', '2', '3', '4', '5', '6', '7']), hours.nullable())
    .or(z.record(z.string(), hours.nullable())),
  openingByDate: z.record(businessDate, hours.nullable()),
  bookingWindowDays: z.int().min(0).max(366),
  slotMinutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(20), z.literal(30), z.literal(60)]),
  session: z
    .strictObject({ min: minutes, default: minutes, max: minutes })
    .refine((s) => s.min > 0 && s.min <= s.default && s.default <= s.max, 'session'),
  walkInMinMinutes: minutes,
  shortSessionMin: minutes,
  shortNoticeMinutes: minutes,
  grace: z.strictObject({
    standard: minutes,
    shortNotice: minutes,
    vipExtra: z.strictObject({ silver: minutes, gold: minutes }),
    max: minutes,
  }),
  prime: z.strictObject({ from: clock, to: clock }).refine((p) => p.to > p.from, 'prime'),
  walkInReserve: z.strictObject({ percentByType: z.record(typeCode, z.int().min(0).max(100)), lapsesMinutes: minutes }),
  specifiedRoom: z.strictObject({
    laterDays: z.enum(['everyone', 'vipOrOffPrime', 'vip', 'nobody']),
    onPeakDates: z.boolean(),
  }),
  deposit: z.strictObject({
    types: z.array(typeCode),
    onPeakDates: z.boolean(),
    beyondWindow: z.boolean(),
    fromNoShows: count,
    centsPerHour: cents,
    refundableUntilHours: count,
  }),
  noShow: z.strictObject({ limit: count, days: count }),
  sameCallerGapMinutes: minutes,
  cancelFreeMinutes: minutes,
  rightSizeMinutes: minutes,
  dueSoonMinutes: minutes,
  autoClean: z.boolean(),
  waitlistCallMinutes: minutes,
  habit: z.strictObject({ times: count, days: count }),
  largeRank: z.int().min(1).max(20),
  peakDates: z.array(businessDate).max(400),
  peakSessionMin: minutes,
  holidays: z.record(businessDate, text(20)),
  prices: z.record(
    typeCode,
    z.strictObject({
      weekday: bandRates,
      friday: bandRates,
      saturday: bandRates,
      sunday: bandRates,
      holiday: bandRates,
      peak: bandRates,
    }),
  ),
  minimumSpendPerHead: z.record(typeCode, cents),
  clock26: z.boolean(),
})

const pin = z.string().min(6).max(limits.pin)
const staffMember = z.object({ staffNo: z.string(), name: z.string(), role, active: z.boolean() })
const policyVersion = z.object({
  version: z.int(),
  effectiveFrom: z.string(),
  policy,
  createdAt: z.string(),
  createdBy: z.string(),
})

export const venueView = z.object({
  name: z.string(),
  timeZone: z.string(),
  types: z.array(roomType),
  rooms: z.array(room),
  policy,
  policyVersion: z.int(),
  openingHours: z.object({ open: z.string().nullable(), close: z.string().nullable(), businessDate: z.string() }),
})

export const venueContract = {
  current: procedure.route({ method: 'GET', path: '/venue', summary: '门店' }).output(venueView),
  rename: procedure
    .route({ method: 'PATCH', path: '/venue', summary: '改门店名' })
    .input(z.strictObject({ name: text(limits.name).min(1) }))
    .output(venueView),
  saveTypes: procedure
    .route({ method: 'PUT', path: '/venue/types', summary: '房型' })
    .input(z.strictObject({ types: z.array(roomType).min(1).max(20) }))
    .output(venueView),
  saveRooms: procedure
    .route({ method: 'PUT', path: '/venue/rooms', summary: '包厢' })
    .input(z.strictObject({ rooms: z.array(room).min(1).max(500) }))
    .output(venueView),
  policies: procedure
    .route({ method: 'GET', path: '/venue/policies', summary: '规则的各版' })
    .output(z.object({ items: z.array(policyVersion) })),
  savePolicy: procedure
    .route({ method: 'POST', path: '/venue/policies', successStatus: 201, summary: '新规则，从某营业日起' })
    .input(z.strictObject({ effectiveFrom: businessDate, policy }))
    .output(policyVersion),
  staff: procedure
    .route({ method: 'GET', path: '/staff', summary: '员工' })
    .output(z.object({ items: z.array(staffMember) })),
  saveStaff: procedure
    .route({ method: 'PUT', path: '/staff/{staffNo}', summary: '员工资料与 PIN' })
    .input(z.strictObject({ staffNo, name: text(20).min(1), role, active: z.boolean(), pin: pin.optional() }))
    .output(staffMember),
}

/** The first-run wizard: allowed once, while there is no venue. */
export const setupContract = {
  status: procedure
    .route({ method: 'GET', path: '/setup', summary: '装好了吗' })
    .output(z.object({ needed: z.boolean(), training: z.boolean() })),
  /** The demo venue of booking.md §1–2, to start from or to keep. */
  template: procedure
    .route({ method: 'GET', path: '/setup/template', summary: '示范门店' })
    .output(
      z.object({ name: z.string(), timeZone: z.string(), types: z.array(roomType), rooms: z.array(room), policy }),
    ),
  complete: procedure
    .route({ method: 'POST', path: '/setup', successStatus: 201, summary: '建门店' })
    .input(
      z.strictObject({
        name: text(limits.name).min(1),
        timeZone: text(60).min(1),
        types: z.array(roomType).min(1).max(20),
        rooms: z.array(room).min(1).max(500),
        policy,
        admin: z.strictObject({ staffNo, name: text(20).min(1), pin }),
        staff: z
          .array(z.strictObject({ staffNo, name: text(20).min(1), role, pin }))
          .max(50)
          .optional(),
      }),
    )
    .output(
      z.object({
        token: z.string(),
        staff: z.object({ staffNo: z.string(), name: z.string(), role }),
        expiresAt: z.string(),
      }),
    ),
}
