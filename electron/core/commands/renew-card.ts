import { renewedUntil } from '#shared/domain/members/card-life.ts'
import { type CardView, cardView } from '../queries/card-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { type CardActInput, cardFor, cardKeys, changeCard } from './card-rows.ts'
import type { Desk } from './desk.ts'

/**
 * Renews an active card: another year after the one it has. Refuses with STATE when it is good for more than a year
 * yet, as after a key pressed twice.
 */
export const renewCard = (desk: Desk): Command<CardActInput, CardView> => ({
  name: 'card.renew',
  async run(tx, input) {
    const ready = await cardFor(tx, desk, input, 'renew')
    if (!ready.ok) return ready
    const { row, today } = ready.result
    const until = renewedUntil(row.valid_until, today)
    if (until === undefined)
      return refuse('STATE', { why: 'renewedAlready', current: await cardView(tx.read, desk.model, row, tx.now) })
    const changed = await changeCard(
      tx,
      ready.result,
      'renew',
      { date: today },
      {
        patch: { valid_until: until },
        note: input.note,
      },
    )
    return done(await cardView(tx.read, desk.model, changed, tx.now), cardKeys(changed))
  },
})
