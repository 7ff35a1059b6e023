const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** Characters a Chinese number up to 99 is written with. */
export const chineseDigits = `${Object.keys(digits).join('')}十`

/** A number up to 99 in Chinese or Arabic digits: 八, 十二, 二十三, 45. Undefined when it is neither. */
export function readNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const found = /^(.)?十(.)?$/.exec(text)
  if (found) {
    const tens = found[1] === undefined ? 1 : digits[found[1]]
    const ones = found[2] === undefined ? 0 : digits[found[2]]
    return tens === undefined || ones === undefined ? undefined : tens * 10 + ones
  }
  return text.length === 1 ? digits[text] : undefined
}

const spoken = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
const steps = ['', '十', '百', '千'] as const

function sayBelowTenThousand(value: number): string {
  const figures = String(value).split('').map(Number)
  let said = ''
  let gap = false
  figures.forEach((figure, index) => {
    const step = steps[figures.length - 1 - index] ?? ''
    if (figure === 0) {
      gap = said !== ''
      return
    }
    said += `${gap ? '零' : ''}${spoken[figure]}${step}`
    gap = false
  })
  return said
}

/** A whole number as it is said: 468 四百六十八, 12 十二, 1008 一千零八. Below a hundred million. */
export function sayNumber(value: number): string {
  if (value === 0) return '零'
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  const rest = low === 0 ? '' : `${high > 0 && low < 1000 ? '零' : ''}${sayBelowTenThousand(low)}`
  const all = `${high > 0 ? `${sayBelowTenThousand(high)}万` : ''}${rest}`
  return all.startsWith('一十') ? all.slice(1) : all
}

/** A count as it is said before a measure word: 两位, 十二位. */
export const sayCount = (value: number): string => (value === 2 ? '两' : sayNumber(value))
