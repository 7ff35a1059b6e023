import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../time/business-day.ts'
import {
  bookOfCards,
  type CardEvent,
  cardFigures,
  cardsBehind,
  checkCards,
  countCards,
  holdersIn,
  unusedCards,
  visitsByTier,
  visitsWithCard,
} from './card-figures.ts'
import {
  type CardAct,
  type CardState,
  type CardTier,
  cardActs,
  cardTiers,
  isLiving,
  kindOfAct,
  nextCardState,
} from './card-life.ts'

const events = (
  list: readonly (readonly [date: string, cardNo: string, kind: CardEvent['kind'], tier: CardTier, more?: object])[],
): CardEvent[] =>
  list.map(([date, cardNo, kind, tier, more], seq) => ({
    seq,
    cardNo,
    customerId: `of ${cardNo}`,
    kind,
    tier,
    was: kind === 'issued' || kind === 'tookOver' ? null : 'active',
    wasTier: kind === 'issued' || kind === 'tookOver' ? null : tier,
    date,
    ...more,
  }))

const march = { from: '2026-03-01', to: '2026-03-31' }

const countsOf = (list: readonly CardEvent[], { from, to } = march, tier?: CardTier) =>
  countCards(bookOfCards(list, from, to), tier)

describe('cards over a month', () => {
  const list = events([
    ['2026-01-05', '1', 'issued', 'gold'],
    ['2026-02-10', '2', 'issued', 'silver'],
    ['2026-02-20', '3', 'issued', 'silver'],
    ['2026-02-25', '3', 'frozen', 'silver'],
    ['2026-03-01', '4', 'issued', 'silver'],
    ['2026-03-02', '1', 'renewed', 'gold'],
    ['2026-03-03', '2', 'tierChanged', 'gold', { wasTier: 'silver' }],
    ['2026-03-05', '3', 'lost', 'silver', { was: 'frozen' }],
    ['2026-03-08', '4', 'lost', 'silver'],
    ['2026-03-09', '4', 'replaced', 'silver', { was: 'lost' }],
    ['2026-03-09', '5', 'tookOver', 'silver'],
    ['2026-03-31', '1', 'expired', 'gold'],
    ['2026-04-01', '5', 'frozen', 'silver'],
  ])

  it('are counted by tier as they stood then, whatever came after', () => {
    expect(countsOf(list, march, 'gold')).toMatchObject({
      opening: 1,
      active: 1,
      issued: 0,
      renewed: 1,
      expired: 1,
      tierIn: 1,
      expiredFrom: 1,
      tierOut: 0,
    })
    expect(countsOf(list, march, 'silver')).toMatchObject({
      opening: 1,
      active: 1,
      frozenAtEnd: 0,
      lostAtEnd: 1,
      issued: 1,
      lost: 2,
      replaced: 1,
      tookOver: 1,
      tierIn: 0,
      frozenFrom: 0,
      lostFrom: 1,
      replacedFrom: 0,
      tierOut: 1,
    })
    expect(countsOf(list)).toMatchObject({ opening: 2, active: 2, issued: 1, lost: 2, renewed: 1 })
  })

  it('open up to the very cards and days they count', () => {
    const book = bookOfCards(list, march.from, march.to)
    expect(cardsBehind(book, 'lost', 'silver').map(({ cardNo, date }) => [cardNo, date])).toEqual([
      ['3', '2026-03-05'],
      ['4', '2026-03-08'],
    ])
    expect(cardsBehind(book, 'tierOut', 'silver').map((card) => card.cardNo)).toEqual(['2'])
    expect(cardsBehind(book, 'active').map(({ cardNo, date }) => [cardNo, date])).toEqual([
      ['2', '2026-02-10'],
      ['5', '2026-03-09'],
    ])
  })

  it('hold together, and say so when they do not', () => {
    for (const tier of [...cardTiers, undefined]) expect(checkCards(countsOf(list, march, tier)).ok).toBe(true)
    const torn = list.filter((event) => !(event.cardNo === '4' && event.kind === 'lost'))
    expect(checkCards(countsOf(torn, march, 'silver'))).toEqual({
      ok: false,
      values: { opening: 1, gains: 2, losses: 1, active: 1 },
    })
  })
})

it('a card lies unused when its holder has stayed away for the ninety days and it has been out as long', () => {
  const { closing } = bookOfCards(
    events([
      ['2026-01-01', '1', 'issued', 'gold'],
      ['2026-01-01', '2', 'issued', 'gold'],
      ['2026-01-01', '3', 'issued', 'gold'],
      ['2026-02-01', '3', 'frozen', 'gold'],
      ['2026-05-01', '4', 'issued', 'gold'],
    ]),
    '2026-05-01',
    '2026-05-31',
  )
  const unused = unusedCards(closing, new Set(['of 2']), '2026-03-03')
  expect(unused.map((card) => card.cardNo)).toEqual(['1'])
})

it('visits with a card are those of people who held an active one when they came, by its tier then', () => {
  const cards = bookOfCards(
    events([
      ['2026-04-01', '1', 'issued', 'gold'],
      ['2026-05-10', '2', 'issued', 'silver'],
      ['2026-05-20', '1', 'lost', 'gold'],
      ['2026-05-25', '2', 'tierChanged', 'gold'],
    ]),
    '2026-05-01',
    '2026-05-31',
  )
  const visits = [
    ['of 1', '2026-05-01'],
    ['of 1', '2026-05-20'],
    ['of 2', '2026-05-09'],
    ['of 2', '2026-05-10'],
    ['of 2', '2026-05-25'],
    ['marked by hand', '2026-05-12'],
  ].map(([customerId = '', date = '']) => ({ customerId, date }))
  expect(visitsWithCard(cards, visits)).toEqual([
    { customerId: 'of 1', date: '2026-05-01', tier: 'gold' },
    { customerId: 'of 2', date: '2026-05-10', tier: 'silver' },
    { customerId: 'of 2', date: '2026-05-25', tier: 'gold' },
  ])
  expect([...holdersIn(cards)].sort()).toEqual(['of 1', 'of 2'])
})

it('visits are the parties that came in under a tier', () => {
  const parties = ['gold', '', 'silver', 'gold'].map((vipTier) => ({ vipTier }))
  expect(visitsByTier(parties)).toEqual({ gold: 2, silver: 1 })
})

interface Holding {
  readonly cardNo: string
  readonly customerId: string
  readonly state: CardState
  readonly tier: CardTier
}

// Three customers and whatever staff and the clock do to their cards, in the order of days.
const histories = fc
  .array(
    fc.record({
      customer: fc.integer({ min: 0, max: 2 }),
      act: fc.constantFrom<CardAct | 'issue'>('issue', ...cardActs),
      tier: fc.constantFrom(...cardTiers),
      days: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    const events: CardEvent[] = []
    const cards = new Map<string, Holding>()
    let date = '2026-01-01'
    const write = (card: Holding, kind: CardEvent['kind'], before?: Holding) => {
      const { cardNo, customerId, tier } = card
      const seq = events.length
      events.push({
        seq,
        cardNo,
        customerId,
        kind,
        tier,
        was: before?.state ?? null,
        wasTier: before?.tier ?? null,
        date,
      })
      cards.set(cardNo, card)
    }
    for (const step of steps) {
      date = addDays(date, step.days)
      const customerId = `c${step.customer}`
      const held = [...cards.values()].find((card) => card.customerId === customerId && isLiving(card.state))
      const fresh = { cardNo: String(cards.size + 1), customerId, state: 'active' as const }
      if (step.act === 'issue') {
        if (!held) write({ ...fresh, tier: step.tier }, 'issued')
        continue
      }
      const state = held && nextCardState(held.state, step.act)
      if (!held || !state || (step.act === 'changeTier' && held.tier === step.tier)) continue
      write({ ...held, state, tier: step.act === 'changeTier' ? step.tier : held.tier }, kindOfAct(step.act), held)
      if (step.act === 'replace') write({ ...fresh, tier: held.tier }, 'tookOver')
    }
    return { events, cards }
  })

describe('whatever happens to cards', () => {
  it('the figures of any dates hold together, by tier and in total', () => {
    fc.assert(
      fc.property(histories, fc.nat(90), fc.nat(90), ({ events }, start, length) => {
        const from = addDays('2025-12-20', start)
        const stretch = { from, to: addDays(from, length) }
        for (const tier of [...cardTiers, undefined]) expect(checkCards(countsOf(events, stretch, tier)).ok).toBe(true)
      }),
    )
  })

  it('each figure is the sum of its tiers', () => {
    fc.assert(
      fc.property(histories, fc.nat(90), fc.nat(90), ({ events }, start, length) => {
        const from = addDays('2025-12-20', start)
        const stretch = { from, to: addDays(from, length) }
        const [gold, silver, all] = [...cardTiers, undefined].map((tier) => countsOf(events, stretch, tier))
        for (const figure of cardFigures) expect((gold?.[figure] ?? 0) + (silver?.[figure] ?? 0)).toBe(all?.[figure])
      }),
    )
  })

  it('a customer never holds two living cards, and every card stands as its last event says', () => {
    fc.assert(
      fc.property(histories, ({ events, cards }) => {
        const standing = bookOfCards(events, '2030-01-01', '2030-01-01').closing
        const living = standing.filter((card) => isLiving(card.state)).map((card) => card.customerId)
        expect(new Set(living).size).toBe(living.length)
        for (const card of standing) expect(card.state).toBe(cards.get(card.cardNo)?.state)
        for (const event of events) if (event.was) expect(isLiving(event.was)).toBe(true)
      }),
    )
  })
})
