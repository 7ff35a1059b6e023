/** What a change touched, as the live stream names it. */
export function touchedKeys(touched: {
  readonly bookings?: readonly (string | null)[]
  readonly rooms?: readonly (string | null)[]
  readonly stays?: readonly (string | null)[]
  readonly dates?: readonly string[]
  readonly customers?: readonly (string | null)[]
  readonly others?: readonly string[]
}): string[] {
  const named = (prefix: string, ids: readonly (string | null)[] = []) =>
    ids.filter((id) => id !== null).map((id) => `${prefix}:${id}`)
  return [
    ...new Set([
      ...named('booking', touched.bookings),
      ...named('stay', touched.stays),
      ...named('room', touched.rooms),
      ...named('date', touched.dates),
      ...named('customer', touched.customers),
      ...(touched.others ?? []),
    ]),
  ]
}
