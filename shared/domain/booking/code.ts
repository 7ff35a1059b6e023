/**
 * Booking codes such as `K4-7302`: a letter and a digit, then digits of which the last is a Damm check digit over all
 * that stands before it (every single wrong digit and every swap of neighbours is caught). Each number of the venue's
 * counter has one code and no code belongs to two numbers; when all short codes are used up they grow by a digit.
 */

/** Letters that are not mistaken for a digit or for each other, on the telephone or on paper. */
const letters = 'ACEFHJKLMNPRTUVWXY'

/** Damm's quasigroup of order ten. */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const

const shortestTail = 3
const longestTail = 7
/** Shares no factor with 18 × 10^n, so that multiplying by it visits every code once. */
const stride = 76_543

/** The Damm check digit of a string of decimal digits. */
export function checkDigit(digits: string): string {
  let interim = 0
  for (const digit of digits) interim = damm[interim]?.[Number(digit)] ?? 0
  return String(interim)
}

const place = (letter: string): string => String(letter.charCodeAt(0) - 64).padStart(2, '0')

/**
 * The code of the `count`th booking of a venue.
 * @param count the venue's counter, from 1 on
 */
export function bookingCodeOf(count: number): string {
  let rest = count - 1
  for (let tail = shortestTail; tail <= longestTail; tail += 1) {
    const size = letters.length * 10 ** (tail + 1)
    if (rest < size) {
      const scattered = (rest * stride + 11_027) % size
      const letter = letters[Math.floor(scattered / 10 ** (tail + 1))] ?? 'A'
      const digits = String(scattered % 10 ** (tail + 1)).padStart(tail + 1, '0')
      return `${letter}${digits[0]}-${digits.slice(1)}${checkDigit(place(letter) + digits)}`
    }
    rest -= size
  }
  throw new RangeError('booking codes are used up')
}

/** The code as it is stored, from what was typed (`k47302`, `K4-7302`); undefined when the check digit does not fit. */
export function readBookingCode(typed: string): string | undefined {
  const found = /^([A-Za-z])(\d)-?(\d{4,8})$/.exec(typed.trim())
  if (!found) return undefined
  const [, letter = '', digit = '', tail = ''] = found
  const upper = letter.toUpperCase()
  if (checkDigit(place(upper) + digit + tail) !== '0') return undefined
  return `${upper}${digit}-${tail}`
}
