import { type CardView, cardView } from '../queries/card-view.ts'
import { type Command, done } from '../store/tx.ts'
import { type CardActInput, cardFor, cardKeys, changeCard } from './card-rows.ts'
import type { Desk } from './desk.ts'

/** Makes a frozen card good again; its last day stays what it was. */
export const unfreezeCard = (desk: Desk): Command<CardActInput, CardView> => ({
  name: 'card.unfreeze',
  async run(tx, input) {
    const ready = await cardFor(tx, desk, input, 'unfreeze')
    if (!ready.ok) return ready
    const changed = await changeCard(tx, ready.result, 'unfreeze', { date: ready.result.today }, { note: input.note })
    return done(await cardView(tx.read, desk.model, changed, tx.now), cardKeys(changed))
  },
})
