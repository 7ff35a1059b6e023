import { type CardView, cardView } from '../queries/card-view.ts'
import { type Command, done } from '../store/tx.ts'
import { type CardActInput, cardFor, cardKeys, changeCard } from './card-rows.ts'
import type { Desk } from './desk.ts'

/** Freezes an active card: its holder has no tier until it is unfrozen. */
export const freezeCard = (desk: Desk): Command<CardActInput, CardView> => ({
  name: 'card.freeze',
  async run(tx, input) {
    const ready = await cardFor(tx, desk, input, 'freeze')
    if (!ready.ok) return ready
    const changed = await changeCard(tx, ready.result, 'freeze', { date: ready.result.today }, { note: input.note })
    return done(await cardView(tx.read, desk.model, changed, tx.now), cardKeys(changed))
  },
})
