import { type CardTier, isOver, nextCardState, validThrough } from '#shared/domain/members/card-life.ts'
import { cardNoOf } from '#shared/domain/members/card-number.ts'
import { type CardView, cardView } from '../queries/card-view.ts'
import { customerRow } from '../queries/customer-view.ts'
import { heldCards } from '../queries/living-card.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { cardKeys, changeCard, putOutCard } from './card-rows.ts'
import type { Desk } from './desk.ts'

export interface IssueInput {
  readonly customerId: string
  readonly tier: CardTier
  readonly note?: string | undefined
}

/**
 * Issues a VIP card to a customer's file (流程22, 25), good for a year from today. Refuses with STATE and the card
 * there is when the customer holds one that still lives, be it frozen or lost.
 */
export const issueCard = (desk: Desk): Command<IssueInput, CardView> => ({
  name: 'card.issue',
  async run(tx, { customerId, tier, note }) {
    const customer = await customerRow(tx.read, customerId)
    if (!customer) return refuse('NOT_FOUND')
    const today = desk.model.venue.businessDateOf(tx.now)
    const held = (await heldCards(tx.read, [customerId])).get(customerId)
    const ended = held && isOver(held.valid_until, today) ? nextCardState(held.state, 'expire') : undefined
    if (held && ended === undefined)
      return refuse('STATE', { why: 'hasCard', current: await cardView(tx.read, desk.model, held, tx.now) })
    // Its last day is over, though the clock has not said so yet.
    if (held && ended) await changeCard(tx, { row: held, next: ended }, 'expire', { date: held.valid_until })
    const row = await putOutCard(
      tx,
      {
        card_no: cardNoOf(await tx.nextNumber('card')),
        customer_id: customerId,
        tier,
        issued_on: today,
        valid_until: validThrough(today),
        replaces: null,
      },
      'issued',
      note,
    )
    return done(await cardView(tx.read, desk.model, row, tx.now), cardKeys(row))
  },
})
