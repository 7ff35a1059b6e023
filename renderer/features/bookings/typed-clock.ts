/**
 * Wall-clock minutes after midnight of the business date from what a person typed: `2030`, `20:30`, `8` (08:00),
 * `26:00`, `次日 2:00`. Undefined when it is no time.
 */
export function typedClock(text: string): number | undefined {
  const folded = text.trim().replace('：', ':').replace(/^翌日/, '次日')
  const next = /^次日\s*/.test(folded)
  const found = /^(\d{1,2})(?::?(\d{2}))?$/.exec(folded.replace(/^次日\s*/, ''))
  if (found === null) return undefined
  const hours = Number(found[1]) + (next ? 24 : 0)
  const minutes = Number(found[2] ?? '0')
  return hours > 47 || minutes > 59 ? undefined : hours * 60 + minutes
}

/** `20:30`, `26:00`: minutes after midnight as digits, the way they can be typed again. */
export const clockDigits = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
