import { describe, expect, it } from 'vitest'
import { judgeAct } from '#shared/domain/coupons/judge-coupons.ts'
import { sizeOf } from '#shared/domain/coupons/serial-range.ts'
import { proposesComplaint, saysSomething } from '#shared/domain/feedback/scores.ts'
import { bookOfCards, type CardEvent, checkCards, countCards } from '#shared/domain/members/card-figures.ts'
import { readCardNo } from '#shared/domain/members/card-number.ts'
import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'
import { demoVenue } from '../demo-venue.ts'
import { callsAbout, type HistoryCall } from './call-log.ts'
import { commentsOn } from './comment-cards.ts'
import { CouponPlans, type HistoryBatch, type HistoryCouponMove } from './coupon-plan.ts'
import { demoGuest } from './guests.ts'
import { historyDay } from './history.ts'
import type { HistoryDay } from './history-day.ts'
import { type HistoryCard, type HistoryCardEvent, VipCards } from './vip-cards.ts'

const until = '2026-03-06'
const since = addDays(until, -430)
const seed = 5
const options = { venue: demoVenue, seed, until }
const dates: BusinessDate[] = Array.from({ length: 430 }, (_, at) => addDays(since, at))
/** Fourteen months, so that cards run out, made once. */
const days: HistoryDay[] = dates.map((date) => historyDay(date, options))
const guest = (number: number) => demoGuest(number, seed)
const share = (some: number, all: number) => some / all

describe('the VIP cards of a made-up history', () => {
  const cards = new VipCards(seed, 0, [])
  const events: HistoryCardEvent[] = []
  const wrong: string[] = []
  for (const day of days) {
    events.push(...cards.live(day, true))
    for (const { guest: number, tier } of day.parties)
      if (number !== undefined && tier !== undefined && !events.some(({ card }) => card.guest === number))
        wrong.push(`${day.date} ${number}`)
  }
  const facts: CardEvent[] = events.map(({ card, kind, was, date }) => ({
    seq: card.version,
    cardNo: card.cardNo,
    customerId: String(card.guest),
    kind,
    tier: card.tier,
    was,
    wasTier: was === null ? null : card.tier,
    date,
  }))

  it('are held by everybody who comes with a tier, one at a time, under numbers that follow each other', () => {
    expect(wrong).toEqual([])
    const put = events.filter(({ kind }) => kind === 'issued' || kind === 'tookOver')
    expect(put.map(({ card }) => Number(card.cardNo.slice(1, -1)))).toEqual(put.map((_, at) => at + 1))
    expect(put.every(({ card }) => readCardNo(card.cardNo) === card.cardNo)).toBe(true)
    const last = new Map(events.map(({ card }) => [card.cardNo, card]))
    for (const [holder, own] of Map.groupBy(last.values(), (card) => card.guest))
      expect(own.filter((card) => ['active', 'frozen', 'lost'].includes(card.state)).length, `${holder}`).toBeLessThan(
        2,
      )
  })

  it('live through everything a card can, at believable rates, and their figures add up on any dates', () => {
    const year = bookOfCards(facts, addDays(until, -365), addDays(until, -1))
    const counts = countCards(year)
    for (const figure of ['issued', 'renewed', 'frozen', 'unfrozen', 'lost', 'replaced', 'expired'] as const)
      expect(counts[figure], figure).toBeGreaterThan(0)
    expect(share(counts.lost, counts.active)).toBeLessThan(0.15)
    expect(counts.replaced).toBe(counts.tookOver)
    for (const tier of [undefined, 'gold', 'silver'] as const)
      for (const back of [1, 7, 31, 200, 365])
        expect(checkCards(countCards(bookOfCards(facts, addDays(until, -back), addDays(until, -1)), tier)).ok).toBe(
          true,
        )
  })

  it('go on from where they stand: taken up again in the middle, the same happens', () => {
    const first = new VipCards(seed, 0, [])
    const before = days.slice(0, 60).flatMap((day) => first.live(day, true))
    const stand = new Map<number, HistoryCard>(before.map(({ card }) => [card.guest, card]))
    const second = new VipCards(seed, first.count, [...stand.values()])
    const after = days.slice(60).flatMap((day) => second.live(day, true))
    expect([...before, ...after].length).toBe(events.length)
    expect(after.slice(0, 200)).toEqual(events.slice(before.length, before.length + 200))
  })
})

describe('the comment cards of a made-up history', () => {
  const written = days.flatMap((day) =>
    commentsOn(day, { seed, until, rooms: 60, guest }).map((comment) => ({
      ...comment,
      date: day.date,
      from: day.parties[comment.party],
    })),
  )
  const mean = (some: typeof written) => {
    const scores = some.flatMap(({ scores: { service } }) => (service === null ? [] : [service]))
    return scores.reduce((sum, score) => sum + score, 0) / scores.length
  }

  it('come of a twelfth of the parties, say something, and are better where nobody waited', () => {
    const parties = days.flatMap((day) => day.parties.filter((party) => party.stay)).length
    expect(share(written.length, parties)).toBeGreaterThan(0.07)
    expect(share(written.length, parties)).toBeLessThan(0.11)
    expect(written.every(({ scores, words, from }) => saysSomething(scores, words) && from?.stay)).toBe(true)
    const waited = written.filter(({ from }) => from?.wait)
    expect(mean(written.filter(({ from }) => !from?.wait)) - mean(waited)).toBeGreaterThan(0.15)
    expect(new Set(written.map((comment) => comment.words)).size).toBeGreaterThan(100)
  })

  it('propose a complaint where a score is low and a phone is there; those of the last days alone are open', () => {
    for (const { scores, phone, proposal, date, decided } of written) {
      expect(proposal !== null).toBe(proposesComplaint(scores, phone))
      expect(decided !== undefined).toBe(proposal === 'accepted' || proposal === 'dismissed')
      if (proposal === 'open') expect(date >= addDays(until, -5)).toBe(true)
      if (proposal === 'dismissed') expect(decided?.note).not.toBe('')
    }
    expect(written.some(({ date }) => date === addDays(until, -1))).toBe(false)
  })
})

describe('the coupons of a made-up history', () => {
  const plans = new CouponPlans(seed, since)
  const all = dates.map((date) => plans.on(date))
  const batches = all.flatMap((day) => day.batches)
  const moves = all.flatMap((day) => day.moves)
  const redemptions = all.flatMap((day) => day.redemptions)
  const domain = ({ key, issuedOn, ...batch }: HistoryBatch) => ({ id: key, ...batch, issuedOn, issuedBy: '2001' })
  const moved = ({ number, act, date, by, from, to }: HistoryCouponMove) => ({
    id: `${number}`,
    act,
    on: date,
    by,
    from,
    to,
  })

  it('are printed each quarter and before the two feasts, under serials of their own', () => {
    expect(batches.map((batch) => batch.key)).toEqual([
      '24q4',
      '25q1',
      '25spring',
      '25q2',
      '25q3',
      '25national',
      '25q4',
      '26q1',
      '26spring',
    ])
    for (const prefix of ['SH', 'HC']) {
      const own = batches.filter((batch) => batch.prefix === prefix)
      for (const [at, batch] of own.entries()) expect(batch.from).toBeGreaterThan(own[at - 1]?.to ?? 0)
    }
  })

  it('are moved only as the rules allow, one act after the other', () => {
    for (const batch of batches) {
      const done: ReturnType<typeof moved>[] = []
      const own = moves.filter((move) => move.batch.key === batch.key)
      for (const move of own.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.minute - b.minute))) {
        const before = redemptions
          .filter((one) => one.batch.key === batch.key && one.date < move.date)
          .map(({ serial, date }) => ({ serial, on: date, by: '1001' }))
        const book = { batch: domain(batch), moves: done, redemptions: before }
        expect(judgeAct(move.act, [move], book, move.date).refused, `${batch.key} ${move.number}`).toEqual([])
        done.push(moved(move))
      }
    }
    expect(moves.filter((move) => move.stage === 'handed').length).toBeGreaterThan(5)
  })

  it('come back once, while they are good, after they were handed out; about four in ten do', () => {
    expect(new Set(redemptions.map((one) => `${one.batch.key} ${one.serial}`)).size).toBe(redemptions.length)
    for (const { batch, serial, hand, date } of redemptions) {
      const from = moves.find((move) => move.batch.key === batch.key && move.number === hand)
      expect(from && from.from <= serial && serial <= from.to && from.date < date).toBe(true)
      expect(date >= batch.validFrom && date <= batch.validUntil).toBe(true)
    }
    const handed = moves.filter((move) => move.act === 'hand').reduce((sum, move) => sum + sizeOf(move), 0)
    expect(share(redemptions.length, handed)).toBeGreaterThan(0.3)
    expect(share(redemptions.length, handed)).toBeLessThan(0.55)
  })
})

describe('the calls of a made-up history', () => {
  const some = days.slice(100, 200)
  const calls = some.map((day) => callsAbout(day, { seed, since }))
  const of = (test: (call: HistoryCall) => boolean) => calls.flat().filter(test).length

  it('are one for each booking by telephone, when it was made', () => {
    for (const [at, day] of some.entries()) {
      const booked = day.parties.filter(
        ({ booking }) => booking?.channel === 'phone' && !booking.internal && !booking.wish,
      )
      const own = calls[at]?.filter((call) => call.kind === 'booking') ?? []
      expect(own.map((call) => call.party?.number)).toEqual(booked.map((party) => party.number))
      for (const { at: began, rang, talked, party } of own) {
        const asked = (party?.booking?.askedAt ?? 0) * 60
        expect(began + rang <= asked && asked <= began + rang + talked).toBe(true)
      }
    }
  })

  it('are missed by one in twenty or so, and answered in a few seconds for the most part', () => {
    const missed = share(
      of((call) => call.state !== 'ended'),
      calls.flat().length,
    )
    expect(missed).toBeGreaterThan(0.03)
    expect(missed).toBeLessThan(0.09)
    const quick = share(
      of((call) => call.state === 'ended' && call.rang <= 6),
      of((call) => call.state === 'ended'),
    )
    expect(quick).toBeGreaterThan(0.55)
    expect(calls.flat().every((call) => call.outcome !== '')).toBe(true)
  })

  it('begin with the history: none is from before', () => {
    const first = days
      .slice(0, 10)
      .flatMap((day, at) => callsAbout(day, { seed, since }).map((call) => [at, call.at] as const))
    expect(first.every(([at, second]) => at * 86_400 + second >= 0)).toBe(true)
  })
})
