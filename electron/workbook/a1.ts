/** Column by its place: 0 is A, 26 is AA. */
export function columnLetters(place: number): string {
  let letters = ''
  for (let rest = place; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return letters
}

/** `C7` of row 6, column 2. */
export const cellAt = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`

/** `$A$1:$F$40`. */
export const fixedRange = (rows: readonly [number, number], columns: readonly [number, number]): string =>
  `$${columnLetters(columns[0])}$${rows[0] + 1}:$${columnLetters(columns[1])}$${rows[1] + 1}`
