import {
  type CardAct,
  type CardEventKind,
  type CardState,
  type CardTier,
  kindOfAct,
  nextCardState,
  stateOn,
  tierGiven,
} from '#shared/domain/members/card-life.ts'
import { readCardNo } from '#shared/domain/members/card-number.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { cardRow, cardView } from '../queries/card-view.ts'
import { customerRow } from '../queries/customer-view.ts'
import type { CardTable } from '../store/guest-tables.ts'
import { type Outcome, refuse, type Tx } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { invalid } from './read-request.ts'

/** What every act on a card says. */
export interface CardActInput {
  readonly cardNo: string
  readonly version?: number | undefined
  readonly note?: string | undefined
}

/** A card that an act may be done to, and the state it will be in. */
interface ReadyCard {
  readonly row: CardTable
  readonly today: BusinessDate
  readonly next: CardState
}

/**
 * The card an act is for. Refuses with INVALID for a number that is none, NOT_FOUND, VERSION when the card has changed
 * since it was read, and STATE with the card as it is when the act does not follow from its state.
 */
export async function cardFor(tx: Tx, desk: Desk, input: CardActInput, act: CardAct): Promise<Outcome<ReadyCard>> {
  const cardNo = readCardNo(input.cardNo)
  if (cardNo === undefined) return invalid('cardNo', 'checkDigit')
  const row = await cardRow(tx.read, cardNo)
  if (!row) return refuse('NOT_FOUND')
  const current = () => cardView(tx.read, desk.model, row, tx.now)
  if (input.version !== undefined && input.version !== row.version)
    return refuse('VERSION', { current: await current() })
  const today = desk.model.venue.businessDateOf(tx.now)
  const state = stateOn({ state: row.state, validUntil: row.valid_until }, today)
  const next = nextCardState(state, act)
  if (next === undefined) return refuse('STATE', { why: state, current: await current() })
  return { ok: true, result: { row, today, next }, keys: [] }
}

/** Changes a card as an act asks, writes the act down, and lets the holder's tier follow. */
export async function changeCard(
  tx: Tx,
  { row, next }: Pick<ReadyCard, 'row' | 'next'>,
  act: CardAct,
  at: { readonly date: BusinessDate; readonly instant?: number },
  more: { readonly patch?: Partial<Omit<CardTable, 'venue_id'>>; readonly note?: string | undefined } = {},
): Promise<CardTable> {
  const changed = await tx.update(
    'card',
    { card_no: row.card_no },
    { ...more.patch, state: next, version: row.version + 1 },
  )
  await keepCardEvent(tx, changed, kindOfAct(act), at, { before: row, note: more.note })
  await followCard(tx, row.customer_id, tierGiven(next, changed.tier))
  return changed
}

/** Writes down what happened to a card. */
export async function keepCardEvent(
  tx: Tx,
  card: CardTable,
  kind: CardEventKind,
  at: { readonly date: BusinessDate; readonly instant?: number },
  more: { readonly before?: Pick<CardTable, 'state' | 'tier'>; readonly note?: string | undefined } = {},
): Promise<void> {
  await tx.insert('card_event', {
    card_no: card.card_no,
    seq: tx.seq,
    customer_id: card.customer_id,
    kind,
    tier: card.tier,
    was: more.before?.state ?? null,
    was_tier: more.before?.tier ?? null,
    business_date: at.date,
    at: at.instant ?? tx.now,
    by: tx.actor.staffNo,
    note: more.note || null,
    valid_until: card.valid_until,
  })
}

/**
 * The holder's tier follows his card: its tier while it is active, none otherwise. A tier that a supervisor marked by
 * hand on a file without a card stays as it is until a card is issued to it; from then on the card decides, and when
 * the card has come to its end the file is free to be marked by hand again (docs/adr).
 */
export async function followCard(tx: Tx, customerId: string, tier: CardTier | null): Promise<void> {
  const customer = await customerRow(tx.read, customerId)
  if (customer && customer.vip_tier !== tier)
    await tx.update('customer', { id: customerId }, { vip_tier: tier, version: customer.version + 1 })
}

/** What a change of a card touched, as the live stream names it. */
export const cardKeys = (...cards: readonly Pick<CardTable, 'card_no' | 'customer_id'>[]): string[] => [
  ...new Set(cards.flatMap((card) => [`card:${card.card_no}`, `customer:${card.customer_id}`])),
]

/** A new card for a customer, good from today or as long as the one it takes the place of. */
export async function putOutCard(
  tx: Tx,
  card: Omit<CardTable, 'venue_id' | 'state' | 'replaced_by' | 'created_at' | 'created_by' | 'version'>,
  kind: 'issued' | 'tookOver',
  note: string | undefined,
): Promise<CardTable> {
  const row = {
    ...card,
    state: 'active' as const,
    replaced_by: null,
    created_at: tx.now,
    created_by: tx.actor.staffNo,
    version: 1,
  }
  await tx.insert('card', row)
  const kept = await cardRow(tx.read, card.card_no)
  if (!kept) throw new Error('a card that was put out is there')
  await keepCardEvent(tx, kept, kind, { date: card.issued_on }, { note })
  await followCard(tx, card.customer_id, card.tier)
  return kept
}
