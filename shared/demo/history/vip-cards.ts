import {
  type CardAct,
  type CardEventKind,
  type CardState,
  isLiving,
  kindOfAct,
  nextCardState,
  renewedUntil,
  tierGiven,
  validThrough,
} from '#shared/domain/members/card-life.ts'
import { cardNoOf } from '#shared/domain/members/card-number.ts'
import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'
import type { VipTier } from '#shared/domain/venue/policy.ts'
import { createDraw, type Draw, seedOf } from './draw.ts'
import type { HistoryDay, HistoryParty } from './history-day.ts'

/** A VIP card of a made-up history (流程22). */
export interface HistoryCard {
  readonly cardNo: string
  readonly guest: number
  readonly tier: VipTier
  readonly state: CardState
  readonly issuedOn: BusinessDate
  readonly validUntil: BusinessDate
  readonly replaces: string | null
  readonly replacedBy: string | null
  /** Instant at which it was put out. */
  readonly createdAt: number
  /** Counts what has happened to it, from 1. */
  readonly version: number
}

/** What happened to a card, with the card as it was afterwards. */
export interface HistoryCardEvent {
  readonly card: HistoryCard
  readonly kind: CardEventKind
  readonly was: CardState | null
  readonly date: BusinessDate
  /** Minute of the business day. */
  readonly minute: number
  readonly note: string | null
}

/** For each evening its holder comes. */
const chances = { renewed: 0.8, worn: 0.002, lost: 0.0035, frozen: 0.002 }
/** A card is renewed in its last weeks, when its holder comes. */
const renewableDays = 30
const freezing = ['卡借给他人使用', '客人出国，要求停用', '有一笔账没有结清']

/**
 * The VIP cards of a made-up history, evening by evening. A guest with a tier has a card from the first evening he is in
 * the books; whenever he is again, his card is put in order (unfrozen, replaced, issued anew), so that it agrees with the
 * tier he is given. What takes it away happens as he goes. How it goes on follows from the cards as they stand.
 */
export class VipCards {
  readonly #seed: number
  /** The last card of each guest. */
  readonly #cards = new Map<number, HistoryCard>()
  #count: number

  /** @param count the venue's counter of cards; @param cards the last card of each guest so far */
  constructor(seed: number, count: number, cards: readonly HistoryCard[]) {
    this.#seed = seed
    this.#count = count
    for (const card of cards) this.#cards.set(card.guest, card)
  }

  get count(): number {
    return this.#count
  }

  /** The tier a guest's card gives him; undefined when he never had one. */
  tierBy(guest: number): VipTier | null | undefined {
    const card = this.#cards.get(guest)
    return card && tierGiven(card.state, card.tier)
  }

  /** What a day does to the cards. @param ends whether it is over: cards end with their last day's close */
  live(day: HistoryDay, ends: boolean): HistoryCardEvent[] {
    const events: HistoryCardEvent[] = []
    const holders = day.parties
      .flatMap((party) =>
        party.guest !== undefined && party.tier !== undefined ? [{ party, at: comesAt(party) }] : [],
      )
      .sort((a, b) => a.at - b.at || a.party.number - b.party.number)
    for (const { party, at } of holders)
      this.#attend(day, party, Math.max(0, Math.min(at, day.length - 1)), (event) => events.push(event))
    if (ends)
      for (const card of this.#cards.values())
        if (isLiving(card.state) && card.validUntil === day.date)
          this.#act(card, 'expire', { date: day.date, minute: day.length }, (event) => events.push(event))
    return events
  }

  #attend(day: HistoryDay, party: HistoryParty, minute: number, tell: Tell): void {
    const { guest = 0, tier = 'silver', stay } = party
    const draw = createDraw(seedOf('card', this.#seed, guest, day.date))
    const at = { date: day.date, minute }
    const card = this.#inOrder(day, guest, tier, minute, tell)
    const due = addDays(card.validUntil, -renewableDays) <= day.date
    const until = renewedUntil(card.validUntil, day.date)
    const isNew = card.issuedOn === day.date
    if (due && until !== undefined && stay && draw.chance(chances.renewed))
      this.#act(card, 'renew', at, tell, { validUntil: until })
    else if (!isNew && stay && draw.chance(chances.worn)) this.#replace(day, card, minute, '卡片磨损', tell)
    if (!stay) return
    this.#afterwards(guest, { date: day.date, minute: Math.min(stay.leftAt, day.length - 1) }, draw, tell)
  }

  // Lost on the way home, or frozen after what happened.
  #afterwards(guest: number, at: When, draw: Draw, tell: Tell): void {
    const card = this.#cards.get(guest)
    if (card?.state !== 'active') return
    const fate = draw.next()
    if (fate < chances.lost) this.#act(card, 'reportLost', at, tell)
    else if (fate < chances.lost + chances.frozen) this.#act(card, 'freeze', at, tell, {}, draw.pick(freezing))
  }

  /** The guest's card, active. */
  #inOrder(day: HistoryDay, guest: number, tier: VipTier, minute: number, tell: Tell): HistoryCard {
    const card = this.#cards.get(guest)
    if (card === undefined || !isLiving(card.state)) {
      const validUntil = validThrough(day.date)
      return this.#putOut(day, { guest, tier, validUntil, replaces: null }, 'issued', minute, null, tell)
    }
    if (card.state === 'frozen') return this.#act(card, 'unfreeze', { date: day.date, minute }, tell)
    return card.state === 'lost' ? this.#replace(day, card, minute, null, tell) : card
  }

  #replace(day: HistoryDay, card: HistoryCard, minute: number, note: string | null, tell: Tell): HistoryCard {
    const { guest, tier, validUntil, cardNo } = card
    this.#act(card, 'replace', { date: day.date, minute }, tell, { replacedBy: cardNoOf(this.#count + 1) }, note)
    return this.#putOut(day, { guest, tier, validUntil, replaces: cardNo }, 'tookOver', minute, note, tell)
  }

  #putOut(
    day: HistoryDay,
    own: Pick<HistoryCard, 'guest' | 'tier' | 'validUntil' | 'replaces'>,
    kind: 'issued' | 'tookOver',
    minute: number,
    note: string | null,
    tell: Tell,
  ): HistoryCard {
    this.#count += 1
    const card: HistoryCard = {
      cardNo: cardNoOf(this.#count),
      ...own,
      state: 'active',
      issuedOn: day.date,
      replacedBy: null,
      createdAt: day.dayStart + minute * 60_000,
      version: 1,
    }
    return this.#keep(card, { kind, was: null, date: day.date, minute, note }, tell)
  }

  #act(
    card: HistoryCard,
    act: CardAct,
    at: When,
    tell: Tell,
    patch: Partial<HistoryCard> = {},
    note: string | null = null,
  ): HistoryCard {
    const state = nextCardState(card.state, act)
    if (state === undefined) throw new Error(`${act} of a card that is ${card.state}`)
    const changed = { ...card, ...patch, state, version: card.version + 1 }
    return this.#keep(changed, { kind: kindOfAct(act), was: card.state, ...at, note }, tell)
  }

  #keep(card: HistoryCard, event: Omit<HistoryCardEvent, 'card'>, tell: Tell): HistoryCard {
    this.#cards.set(card.guest, card)
    tell({ card, ...event })
    return card
  }
}

type Tell = (event: HistoryCardEvent) => void

interface When {
  readonly date: BusinessDate
  readonly minute: number
}

/** When his card is asked for: as he comes in, or is in the books. */
const comesAt = ({ stay, wait, booking }: HistoryParty): number =>
  stay?.openedAt ?? wait?.since ?? booking?.askedAt ?? 0
