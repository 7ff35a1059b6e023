import type { Policy } from './policy.ts'

/** How a setting is typed and shown. */
export type FieldKind =
  | 'minutes'
  | 'hours'
  | 'days'
  | 'count'
  | 'percent'
  | 'clock'
  | 'money'
  | 'yes'
  | 'choice'
  | 'types'
  | 'dates'
  | 'holidays'
  | 'weekdayHours'
  | 'dateHours'

export type FieldGroup =
  | 'opening'
  | 'booking'
  | 'hold'
  | 'reserve'
  | 'deposit'
  | 'guests'
  | 'floor'
  | 'peak'
  | 'display'

/** One setting of the policy as the rules form and the help show it. */
export interface PolicyField {
  /** Path into the policy: `grace.standard`. `*` stands for each room type's code. */
  readonly path: string
  readonly kind: FieldKind
  readonly group: FieldGroup
  readonly choices?: readonly (string | number)[]
}

const field = (
  group: FieldGroup,
  path: string,
  kind: FieldKind,
  choices?: readonly (string | number)[],
): PolicyField => (choices === undefined ? { path, kind, group } : { path, kind, group, choices })

/** Every setting of booking.md §2 apart from the price table, in the order they are shown. */
export const policyFields: readonly PolicyField[] = [
  field('opening', 'dayStart', 'clock'),
  field('opening', 'opening.open', 'clock'),
  field('opening', 'opening.close', 'clock'),
  field('opening', 'openingByWeekday', 'weekdayHours'),
  field('opening', 'openingByDate', 'dateHours'),
  field('booking', 'bookingWindowDays', 'days'),
  field('booking', 'slotMinutes', 'choice', [5, 10, 15, 20, 30, 60]),
  field('booking', 'session.min', 'minutes'),
  field('booking', 'session.default', 'minutes'),
  field('booking', 'session.max', 'minutes'),
  field('booking', 'shortSessionMin', 'minutes'),
  field('booking', 'shortNoticeMinutes', 'minutes'),
  field('booking', 'walkInMinMinutes', 'minutes'),
  field('booking', 'sameCallerGapMinutes', 'minutes'),
  field('booking', 'cancelFreeMinutes', 'minutes'),
  field('hold', 'grace.standard', 'minutes'),
  field('hold', 'grace.shortNotice', 'minutes'),
  field('hold', 'grace.vipExtra.silver', 'minutes'),
  field('hold', 'grace.vipExtra.gold', 'minutes'),
  field('hold', 'grace.max', 'minutes'),
  field('reserve', 'prime.from', 'clock'),
  field('reserve', 'prime.to', 'clock'),
  field('reserve', 'walkInReserve.percentByType.*', 'percent'),
  field('reserve', 'walkInReserve.lapsesMinutes', 'minutes'),
  field('reserve', 'specifiedRoom.laterDays', 'choice', ['everyone', 'vipOrOffPrime', 'vip', 'nobody']),
  field('reserve', 'specifiedRoom.onPeakDates', 'yes'),
  field('deposit', 'deposit.types', 'types'),
  field('deposit', 'deposit.onPeakDates', 'yes'),
  field('deposit', 'deposit.beyondWindow', 'yes'),
  field('deposit', 'deposit.fromNoShows', 'count'),
  field('deposit', 'deposit.centsPerHour', 'money'),
  field('deposit', 'deposit.refundableUntilHours', 'hours'),
  field('guests', 'noShow.limit', 'count'),
  field('guests', 'noShow.days', 'days'),
  field('guests', 'habit.times', 'count'),
  field('guests', 'habit.days', 'days'),
  field('guests', 'largeRank', 'count'),
  field('guests', 'rightSizeMinutes', 'minutes'),
  field('floor', 'dueSoonMinutes', 'minutes'),
  field('floor', 'autoClean', 'yes'),
  field('floor', 'waitlistCallMinutes', 'minutes'),
  field('peak', 'peakDates', 'dates'),
  field('peak', 'peakSessionMin', 'minutes'),
  field('peak', 'holidays', 'holidays'),
  field('display', 'clock26', 'yes'),
]

/** The fields with `*` written out for each room type. */
export const fieldsFor = (typeCodes: readonly string[]): readonly PolicyField[] =>
  policyFields.flatMap((one) =>
    one.path.includes('*') ? typeCodes.map((code) => ({ ...one, path: one.path.replace('*', code) })) : [one],
  )

/** The value at a path of the policy. */
export const settingAt = (policy: Policy, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], policy)

/** The policy with one setting replaced; the rest is shared, nothing is changed in place. */
export function withSetting(policy: Policy, path: string, value: unknown): Policy {
  const replace = (inner: unknown, names: readonly string[]): unknown => {
    const [name, ...rest] = names
    if (name === undefined) return value
    const record = (inner ?? {}) as Record<string, unknown>
    return { ...record, [name]: replace(record[name], rest) }
  }
  return replace(policy, path.split('.')) as Policy
}
