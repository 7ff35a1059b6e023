/**
 * Numbers of VIP cards (贵宾卡, 流程22), such as `8000 0017`: an 8, the venue's running number, and a Damm check digit
 * over all that stands before it. Every single wrong digit and every swap of neighbours is caught. Each running number
 * is given out once, so no card number ever comes back; when six digits are used up they grow by one.
 */

import { checkDigit } from '../booking/code.ts'

const lead = '8'
const shortest = 6
const longest = 9
const shape = /^8\d{7,10}$/

/**
 * The number of the `count`th card of a venue, digits only.
 * @param count the venue's counter, from 1 on
 */
export function cardNoOf(count: number): string {
  const running = String(count).padStart(shortest, '0')
  if (!Number.isInteger(count) || count < 1 || running.length > longest) throw new RangeError(`card number ${count}`)
  const digits = lead + running
  return digits + checkDigit(digits)
}

/**
 * The number as it is stored, from what was typed: with or without spaces or dashes, also in full-width digits.
 * Undefined when it is no card's number or the check digit does not fit.
 */
export function readCardNo(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  return shape.test(digits) && checkDigit(digits) === '0' ? digits : undefined
}

/** `8000 0017`: the number as it is printed and read aloud, in groups of four. */
export const cardNoInGroups = (cardNo: string): string => cardNo.replace(/(\d{4})(?=\d)/g, '$1 ')
