/** A half-open span of time `[start, end)` in epoch milliseconds. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const minute = 60_000

/** True when the two half-open spans share at least one instant; touching ends do not overlap. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** True when `inner` lies wholly within `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The part both spans share, or undefined when they only touch or lie apart. */
export function intersect(a: Span, b: Span): Span | undefined {
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  return start < end ? { start, end } : undefined
}

/** Length in whole minutes, rounded down. */
export const minutesOf = (span: Span): number => Math.floor((span.end - span.start) / minute)

/** What is left of `span` after taking `holes` out of it, in order of time. */
export function subtract(span: Span, holes: readonly Span[]): Span[] {
  const rest: Span[] = []
  let from = span.start
  for (const hole of [...holes].sort((a, b) => a.start - b.start)) {
    if (hole.end <= from || hole.start >= span.end) continue
    if (hole.start > from) rest.push({ start: from, end: hole.start })
    from = Math.max(from, hole.end)
  }
  if (from < span.end) rest.push({ start: from, end: span.end })
  return rest
}
