import { type CardView, cardView } from '../queries/card-view.ts'
import { type Command, done } from '../store/tx.ts'
import { type CardActInput, cardFor, cardKeys, changeCard } from './card-rows.ts'
import type { Desk } from './desk.ts'

/** Notes that a card is lost (挂失): it gives its holder nothing any more, until another takes its place. */
export const reportCardLost = (desk: Desk): Command<CardActInput, CardView> => ({
  name: 'card.reportLost',
  async run(tx, input) {
    const ready = await cardFor(tx, desk, input, 'reportLost')
    if (!ready.ok) return ready
    const changed = await changeCard(tx, ready.result, 'reportLost', { date: ready.result.today }, { note: input.note })
    return done(await cardView(tx.read, desk.model, changed, tx.now), cardKeys(changed))
  },
})
