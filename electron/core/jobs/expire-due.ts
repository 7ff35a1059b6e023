import { livingStates } from '#shared/domain/members/card-life.ts'
import { expireCards } from '../commands/expire-cards.ts'
import type { Core } from '../core.ts'
import { venueId } from '../store/schema.ts'
import { closesAt } from './close-due.ts'
import { act, type Due } from './due.ts'

/** Cards in one transaction, when a whole campaign ends on one day. */
const cardsAtOnce = 100

/**
 * Ends VIP cards whose last business day is over. Due with that day's close and right after it: the parties of the last
 * day are kept with the tier they still had, and whoever asks in the minutes before is told that the card is over.
 */
export async function cardExpiries(core: Core, now: number): Promise<Due[]> {
  const rows = await core.reader
    .selectFrom('card')
    .select(['card_no', 'valid_until'])
    .where('venue_id', '=', venueId)
    .where('state', 'in', livingStates)
    .where('valid_until', '<', core.model.venue.businessDateOf(now))
    .orderBy('valid_until')
    .orderBy('card_no')
    .limit(cardsAtOnce)
    .execute()
  const [first] = rows
  if (!first || closesAt(core, first.valid_until) > now) return []
  const at = closesAt(core, first.valid_until)
  const cardNos = rows.filter((row) => row.valid_until === first.valid_until).map((row) => row.card_no)
  return [
    {
      at,
      name: `expire ${first.card_no}`,
      run: () => act(core, expireCards, { cardNos, date: first.valid_until, at }),
    },
  ]
}
