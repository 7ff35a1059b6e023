import type { z } from 'zod'
import type { cardContract } from '#shared/contract/card.ts'
import { type CountedCard, cardsBehind } from '#shared/domain/members/card-figures.ts'
import { businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { venueId } from '../store/schema.ts'
import { peopleById } from './card-view.ts'
import type { ReportSource } from './day-archive.ts'
import { staysById } from './report-rows.ts'
import { cardVisitsIn, partiesIn, unusedIn, type VipFrame, vipFrame } from './vip-frame.ts'

type RowsInput = z.output<(typeof cardContract)['rows']['~orpc']['inputSchema'] & z.ZodType>
type RowsView = z.output<(typeof cardContract)['rows']['~orpc']['outputSchema'] & z.ZodType>

const usualPage = 100

/** The cards, or the parties, behind a figure of the statistics: taken from what the figure was counted from. */
export async function vipRowsView(source: ReportSource, input: RowsInput): Promise<RowsView> {
  const frame = await vipFrame(source, input)
  const limit = input.limit ?? usualPage
  const from = Number(/^\d{1,9}$/.exec(input.cursor ?? '')?.[0] ?? 0)
  const page = <Row>(rows: readonly Row[]) => ({
    total: rows.length,
    shown: rows.slice(from, from + limit),
    ...(rows.length > from + limit && { next: String(from + limit) }),
  })
  if (input.figure === 'visits') {
    const { shown, ...rest } = page(await visitsBehind(source, frame, input.tier))
    return { ...rest, items: await visitRows(source, shown) }
  }
  if (input.figure === 'cardVisits') {
    const visits = (await cardVisitsIn(source, frame)).filter(({ tier }) => !input.tier || tier === input.tier)
    const { shown, ...rest } = page(visits)
    return { ...rest, items: await cardVisitRows(source, shown) }
  }
  const counted = input.figure === 'unused' ? await unusedBehind(source, frame) : cardsBehind(frame.book, input.figure)
  const { shown, ...rest } = page(counted.filter((card) => input.tier === undefined || card.tier === input.tier))
  return { ...rest, items: await cardRows(source, shown) }
}

const unusedBehind = async (source: ReportSource, frame: VipFrame): Promise<CountedCard[]> =>
  (await unusedIn(source, frame)).map((card) => ({ ...card, date: card.issuedOn }))

type Visit = Awaited<ReturnType<typeof partiesIn>>[number]

const visitsBehind = async (source: ReportSource, frame: VipFrame, tier: RowsInput['tier']): Promise<Visit[]> =>
  (await partiesIn(source, frame)).filter((party) =>
    tier === undefined ? party.vipTier !== '' : party.vipTier === tier,
  )

async function visitRows({ reader, model }: ReportSource, visits: readonly Visit[]): Promise<RowsView['items']> {
  const stays = await staysById(
    reader,
    visits.map((visit) => visit.stayId),
  )
  return visits.map((visit) => {
    const stay = stays.get(visit.stayId)
    const { start } = businessDaySpan(visit.date, calendarOf(model.venue.on(visit.date)))
    return {
      key: visit.stayId,
      name: stay?.name ?? '',
      tier: visit.vipTier as 'gold',
      date: visit.date,
      at: isoIn(start + visit.minute * minute, model.venue.timeZone),
      roomNo: stay?.roomNo ?? '',
      party: visit.guests,
    }
  })
}

async function cardVisitRows(
  { reader, model }: ReportSource,
  visits: Awaited<ReturnType<typeof cardVisitsIn>>,
): Promise<RowsView['items']> {
  const stays = await staysById(
    reader,
    visits.map((visit) => visit.stayId),
  )
  return visits.map(({ stayId, customerId, tier, date, at, party }) => {
    const stay = stays.get(stayId)
    return {
      key: stayId,
      customerId,
      name: stay?.name ?? '',
      tier,
      date,
      at: isoIn(at, model.venue.timeZone),
      roomNo: stay?.roomNo ?? '',
      party,
    }
  })
}

async function cardRows({ reader }: ReportSource, cards: readonly CountedCard[]): Promise<RowsView['items']> {
  if (cards.length === 0) return []
  const people = await peopleById(reader, [...new Set(cards.map((card) => card.customerId))])
  const events = await reader
    .selectFrom('card_event')
    .select(['card_no', 'seq', 'by', 'note'])
    .where('venue_id', '=', venueId)
    .where('card_no', 'in', [...new Set(cards.map((card) => card.cardNo))])
    .execute()
  const written = new Map(events.map((event) => [`${event.card_no} ${event.seq}`, event]))
  return cards.map((card) => {
    const person = people.get(card.customerId)
    const event = card.seq === undefined ? undefined : written.get(`${card.cardNo} ${card.seq}`)
    return {
      key: `${card.cardNo} ${card.seq ?? ''}`.trim(),
      cardNo: card.cardNo,
      customerId: card.customerId,
      name: person?.name ?? '',
      ...(person?.title !== undefined && { title: person.title }),
      tier: card.tier,
      date: card.date,
      ...(event && { by: event.by }),
      ...(event && event.note !== null && { note: event.note }),
    }
  })
}
