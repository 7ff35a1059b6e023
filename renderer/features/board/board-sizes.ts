/** Measurements of the board in px (look.md, 房态板). */
export const sizes = {
  header: 132,
  ruler: 34,
  strip: 30,
  row: 30,
  item: 25,
  /** Below this only the cap. */
  capOnly: 46,
  /** Below this the letter stands outside. */
  letterOutside: 17,
  /** From here on the booking code too. */
  withCode: 150,
  /** How near its right edge a bar is taken by the edge. */
  edge: 8,
  leastPxPerMinute: 0.72,
} as const
