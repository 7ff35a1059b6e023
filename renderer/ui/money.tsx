import { money, moneyDifference } from './money-words.ts'

/** An amount in cents, right-aligned where it stands in a column. */
export function Money({ cents }: { cents: number }) {
  return <span className="money">{money(cents)}</span>
}

/** A price difference by its sign; `same` is what to say when there is none. */
export function MoneyDifference({ cents, same }: { cents: number; same: string }) {
  const text = moneyDifference(cents)
  return text === undefined ? (
    <span className="money quiet">{same}</span>
  ) : (
    <span className={`money ${cents > 0 ? 'strong' : ''}`}>{text}</span>
  )
}
