/** Telephone numbers as the customer file keys them: digits only, a Chinese number without its country code. */

/** Digits that name the same line however it was typed: `+86 139-1234 5678`, `0086…` and `139 1234 5678` are one. */
export function phoneKey(typed: string): string {
  const digits = typed.replace(/\D/g, '')
  const national = typed.trim().startsWith('+86') ? digits.slice(2) : digits.replace(/^0086/, '')
  return /^86(1[3-9]\d{9})$/.test(national) ? national.slice(2) : national
}

/** True when there are enough digits to be somebody's number. */
export const isPhone = (typed: string): boolean => phoneKey(typed).length >= 3

/** The number with its middle hidden (`138••••5678`), so that a screen or an answer gives nobody away. */
export function maskPhone(digits: string): string {
  if (digits.length >= 11) return `${digits.slice(0, 3)}${'•'.repeat(digits.length - 7)}${digits.slice(-4)}`
  if (digits.length >= 7) return `${'•'.repeat(digits.length - 4)}${digits.slice(-4)}`
  return `${'•'.repeat(Math.max(digits.length - 2, 1))}${digits.slice(-2)}`
}

/** Free text with the telephone numbers in it masked: digits that run on for seven or more, or 138 0013 8000. */
export const maskPhonesIn = (text: string): string =>
  text.replace(/\d{7,}|(?<!\d)1\d{2}[ -]\d{4}[ -]\d{4}(?!\d)/g, (number) => maskPhone(number.replace(/\D/g, '')))
