/** `139••••0417`: a phone as it is shown until someone asks for more. Already masked text stays as it is. */
export function maskedPhone(phone: string): string {
  if (/[•*]/.test(phone)) return phone.replaceAll('*', '•')
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 7) return phone
  if (digits.length === 11) return `${digits.slice(0, 3)}••••${digits.slice(-4)}`
  return `${digits.slice(0, Math.max(0, digits.length - 8))} ••••${digits.slice(-4)}`.trim()
}

/** `张•`: a name for a screen that guests can see. */
export const maskedName = (name: string): string => {
  const [first = ''] = [...name]
  return name.length <= 1 ? name : `${first}•`
}
