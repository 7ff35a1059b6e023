const thin = '\u2009'

/** `¥ 468`, `¥ 220.50`: cents with a thin space after the sign, and fen only when there are any. */
export function money(cents: number): string {
  const yuan = Math.abs(cents) / 100
  const text = Number.isInteger(yuan)
    ? yuan.toLocaleString('en-US')
    : yuan.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return `${cents < 0 ? '−' : ''}¥${thin}${text}`
}

/** `+¥ 120`, `−¥ 73.50`: a difference always says its direction. Undefined when there is none. */
export function moneyDifference(cents: number): string | undefined {
  if (cents === 0) return undefined
  return cents > 0 ? `+${money(cents)}` : money(cents)
}

/** Cents from what a person typed in yuan (`300`, `300.5`), or undefined. */
export function typedMoney(text: string): number | undefined {
  const found = /^\s*[¥￥]?\s*(\d{1,6})(?:\.(\d{1,2}))?\s*(?:元)?\s*$/.exec(text)
  if (!found) return undefined
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}
