import { cardNoOf } from '#shared/domain/members/card-number.ts'
import { type CardView, cardView } from '../queries/card-view.ts'
import { type Command, done } from '../store/tx.ts'
import { type CardActInput, cardFor, cardKeys, changeCard, putOutCard } from './card-rows.ts'
import type { Desk } from './desk.ts'

/**
 * Puts a new card in the place of one that is lost or worn out (补卡): the same tier, good for as long; the old one is
 * dead for good. Answers the new card.
 */
export const replaceCard = (desk: Desk): Command<CardActInput, CardView> => ({
  name: 'card.replace',
  async run(tx, input) {
    const ready = await cardFor(tx, desk, input, 'replace')
    if (!ready.ok) return ready
    const { row, today } = ready.result
    const cardNo = cardNoOf(await tx.nextNumber('card'))
    const old = await changeCard(
      tx,
      ready.result,
      'replace',
      { date: today },
      {
        patch: { replaced_by: cardNo },
        note: input.note,
      },
    )
    const fresh = await putOutCard(
      tx,
      {
        card_no: cardNo,
        customer_id: row.customer_id,
        tier: row.tier,
        issued_on: today,
        valid_until: row.valid_until,
        replaces: row.card_no,
      },
      'tookOver',
      input.note,
    )
    return done(await cardView(tx.read, desk.model, fresh, tx.now), cardKeys(old, fresh))
  },
})
