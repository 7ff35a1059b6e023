import type { CardTier } from '#shared/domain/members/card-life.ts'
import { type CardView, cardView } from '../queries/card-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { type CardActInput, cardFor, cardKeys, changeCard } from './card-rows.ts'
import type { Desk } from './desk.ts'

/** Raises or lowers the tier of an active card. Refuses with STATE when it has that tier already. */
export const changeCardTier = (desk: Desk): Command<CardActInput & { readonly tier: CardTier }, CardView> => ({
  name: 'card.changeTier',
  async run(tx, input) {
    const ready = await cardFor(tx, desk, input, 'changeTier')
    if (!ready.ok) return ready
    const { row, today } = ready.result
    if (row.tier === input.tier)
      return refuse('STATE', { why: 'sameTier', current: await cardView(tx.read, desk.model, row, tx.now) })
    const changed = await changeCard(
      tx,
      ready.result,
      'changeTier',
      { date: today },
      {
        patch: { tier: input.tier },
        note: input.note,
      },
    )
    return done(await cardView(tx.read, desk.model, changed, tx.now), cardKeys(changed))
  },
})
