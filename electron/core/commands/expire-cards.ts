import { nextCardState } from '#shared/domain/members/card-life.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { cardRow } from '../queries/card-view.ts'
import type { CardTable } from '../store/guest-tables.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { cardKeys, changeCard } from './card-rows.ts'

export interface ExpireInput {
  readonly cardNos: readonly string[]
  /** The cards' last day, as which it is counted. */
  readonly date: BusinessDate
  /** When it fell due. */
  readonly at: number
}

/** Ends cards whose last day is over, whether they were active, frozen or lost. Refuses with STATE when none is. */
export const expireCards: Command<ExpireInput, { readonly expired: number }> = {
  name: 'card.expire',
  async run(tx, { cardNos, date, at }) {
    const ended: CardTable[] = []
    for (const cardNo of cardNos) {
      const row = await cardRow(tx.read, cardNo)
      const next = row && nextCardState(row.state, 'expire')
      if (!row || !next || row.valid_until !== date || at > tx.now) continue
      ended.push(await changeCard(tx, { row, next }, 'expire', { date, instant: at }))
    }
    if (ended.length === 0) return refuse('STATE')
    return done({ expired: ended.length }, cardKeys(...ended))
  },
}
