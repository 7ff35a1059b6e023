/** The reports of the screen, in the order of its menu; then the lists behind them. */
export const reportNames = ['entries', 'usage', 'operations', 'vip', 'comments', 'coupons', 'calls'] as const
export const listNames = [
  'list-bookings',
  'list-stays',
  'list-uses',
  'list-waitlist',
  'list-refusals',
  'list-calls',
  'comment-cards',
] as const
export const menuNames = [...reportNames, ...listNames] as const
export type ReportName = (typeof menuNames)[number]

/** The key of each line of the menu: 1–9, then a, b, c … */
export const menuKeys: readonly string[] = menuNames.map((_, index) =>
  index < 9 ? String(index + 1) : String.fromCharCode('a'.charCodeAt(0) + index - 9),
)
