import { describe, expect, it } from 'vitest'
import { isPhone, maskPhone, maskPhonesIn, phoneKey } from './phone.ts'

describe('telephone numbers', () => {
  for (const typed of ['13912345678', '+86 139-1234-5678', '0086 13912345678', '86 139 1234 5678', '(139) 1234 5678'])
    it(`${typed} is the line 13912345678`, () => expect(phoneKey(typed)).toBe('13912345678'))
  it('keeps the country code of a foreign number', () => expect(phoneKey('+1 415 555 0123')).toBe('14155550123'))
  it('keeps a landline as it is', () => expect(phoneKey('021-6234 5678')).toBe('02162345678'))
  it('is nobody when there are no digits in it', () => expect(isPhone('--- ()')).toBe(false))

  const masks = { '13812345678': '138••••5678', '02162345678': '021••••5678', '62345678': '••••5678', '110': '•10' }
  for (const [digits, masked] of Object.entries(masks))
    it(`shows ${masked} for ${digits}`, () => expect(maskPhone(digits)).toBe(masked))

  const texts = {
    '请回电13812345678，谢谢': '请回电138••••5678，谢谢',
    '138 1234 5678 或 021-62345678': '138••••5678 或 021-••••5678',
    '2026-03-06 305 房，8 位，¥468': '2026-03-06 305 房，8 位，¥468',
  }
  for (const [text, masked] of Object.entries(texts))
    it(`are masked within ${text}`, () => expect(maskPhonesIn(text)).toBe(masked))
})
