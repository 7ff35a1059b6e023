import type { CardEvent } from '#shared/domain/members/card-figures.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

/** Events read between two breaths. */
const eventsAtOnce = 4_000

const breath = () => new Promise<void>((resolve) => setImmediate(resolve))

/** All that happened to cards up to the end of a date: how any of them stood on any day before follows from it. */
export async function cardEventsUpTo(read: Reader, date: BusinessDate): Promise<CardEvent[]> {
  const events: CardEvent[] = []
  for (let last: CardEvent | undefined; ; last = events.at(-1)) {
    const rows = await pageOf(read, date, last)
    events.push(...rows)
    if (rows.length < eventsAtOnce) return events
    await breath()
  }
}

function pageOf(read: Reader, date: BusinessDate, last: CardEvent | undefined): Promise<CardEvent[]> {
  let query = read
    .selectFrom('card_event')
    .select([
      'seq',
      'card_no as cardNo',
      'customer_id as customerId',
      'kind',
      'tier',
      'was',
      'was_tier as wasTier',
      'business_date as date',
    ])
    .where('venue_id', '=', venueId)
    .where('business_date', '<=', date)
  if (last)
    query = query
      .where('business_date', '>=', last.date)
      .where((eb) =>
        eb.or([
          eb('business_date', '>', last.date),
          eb('seq', '>', last.seq),
          eb.and([eb('seq', '=', last.seq), eb('card_no', '>', last.cardNo)]),
        ]),
      )
  return query.orderBy('business_date').orderBy('seq').orderBy('card_no').limit(eventsAtOnce).execute()
}
