import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { callsReport } from '#shared/contract/call.ts'
import type { vipReport } from '#shared/contract/card.ts'
import type { commentCard } from '#shared/contract/comment.ts'
import type { commentsReport } from '#shared/contract/comment-report.ts'
import type { couponsReport } from '#shared/contract/coupon-report.ts'
import type { entriesReport, heatReport, operationsReport, reportRows, usageReport } from '#shared/contract/report.ts'
import { addDays } from '#shared/domain/time/business-day.ts'
import { startTestHub, type TestHub } from '#tests/builders/host.ts'
import { RestClient } from '#tests/builders/rest.ts'

type Entries = z.output<typeof entriesReport>
type Usage = z.output<typeof usageReport>
type Operations = z.output<typeof operationsReport>

const today = '2026-05-12'
const dates = Array.from({ length: 30 }, (_, at) => addDays(today, at - 30))
const [first = '', last = ''] = [dates[0], dates.at(-1)]

/** A venue with a month behind it, as `--demo-history 1` makes it. */
let hub: TestHub
let rest: RestClient
beforeAll(async () => {
  hub = await startTestHub({ now: `${today}T15:00:00+08:00`, demoHistoryMonths: 1 })
  rest = new RestClient(hub.url)
})
afterAll(() => hub.close())

const read = async <Report>(path: string): Promise<Report> => {
  const { status, body } = await rest.call<Report>('GET', path, { staff: '3001' })
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return body
}

describe('the reports of a made-up month', () => {
  it('prove themselves on every day: sums, parties in and out, uses', async () => {
    for (const date of dates) {
      const entries = await read<Entries>(`/reports/entries?period=day&date=${date}`)
      const usage = await read<Usage>(`/reports/usage?period=day&date=${date}`)
      expect(entries.state, date).toBe('closed')
      for (const check of [...entries.checks, ...usage.checks])
        expect(check, `${date} ${check.text}`).toMatchObject({ ok: true })
      expect(entries.checks.map((check) => check.name)).toEqual(['sums', 'inOut'])
      expect(entries.total.total?.entries).toBeGreaterThan(40)
      expect(usage.total.total?.opened).toBeGreaterThanOrEqual(entries.total.total?.entries ?? 0)
    }
  })

  it('of weeks and months prove themselves too, and come to the sum of their days', async () => {
    const month = await read<Entries>(`/reports/entries?from=${first}&to=${last}`)
    const use = await read<Usage>(`/reports/usage?from=${first}&to=${last}`)
    for (const check of [...month.checks, ...use.checks]) expect(check.ok, check.text).toBe(true)
    const byDay = month.rows.reduce((sum, row) => sum + (row.cells.total?.entries ?? 0), 0)
    expect(month.total.total?.entries).toBe(byDay)
    const rows = await read<z.output<typeof reportRows>>(`/reports/rows?table=entries&from=${first}&to=${last}&limit=1`)
    expect(rows.parties).toBe(byDay)
  })

  it('are busier on Saturdays than on Mondays, and busiest in the evening', async () => {
    const use = await read<Usage>(`/reports/usage?from=${first}&to=${last}`)
    const rate = (weekday: number) => use.averages.find((one) => one.weekday === weekday)?.cells.total?.rate ?? 0
    expect(rate(6)).toBeGreaterThan(1.3 * rate(1))
    expect(rate(6)).toBeLessThan(0.75)
    const heat = await read<z.output<typeof heatReport>>(`/reports/heat?date=${last}&weeks=4`)
    const at = (hour: string) => heat.rows.find((row) => row.hour === hour)?.averages[5] ?? 0
    expect(at('20')).toBeGreaterThan(3 * at('12'))
    expect(at('25')).toBeGreaterThan(0)
  })

  it('have something to say in every figure of the operations', async () => {
    const { parties, rooms, stays, due, waits, refusals, promises } = await read<Operations>(
      `/reports/operations?from=${first}&to=${last}`,
    )
    for (const source of ['phone', 'walkIn', 'waitlist', 'online'])
      expect(parties.bySource[source]?.parties, source).toBeGreaterThan(20)
    within(parties.vip.share, [0.08, 0.3], 'VIP share')
    within(parties.seatRate, [0.4, 0.9], 'seat rate')
    within(parties.larger / parties.parties, [0.02, 0.3], 'mismatch larger')
    within(parties.smaller, [0, 500], 'mismatch smaller')
    within(rooms.rate, [0.2, 0.6], 'use rate')
    within(rooms.openRate, [0.7, 1], 'open rate')
    within(rooms.turnover, [1.5, 2.8], 'turnover')
    within(rooms.sellable / rooms.openMinutes, [0.97, 0.9999], 'sellable')
    expect(rooms.uses).toBeGreaterThan(rooms.opened)
    within(rooms.spareSeatHours, [10, 1e6], 'spare seat hours')
    within(stays.mean, [120, 210], 'mean stay')
    within(stays.extendedRate, [0.03, 0.2], 'extended')
    within(due.arrivedRate, [0.9, 0.98], 'arrived rate')
    within(due.late, [0, 500], 'late')
    within(waits.seated / waits.joined, [0.5, 0.95], 'seated')
    within(waits.left, [0, 1000], 'left')
    within(waits.median, [1, 60], 'median wait')
    expect(waits.p90).toBeGreaterThan(waits.median ?? 0)
    expect(waits.beyondQuoted).not.toBe(0)
    within(refusals.denials, [50, 2000], 'denials')
    within(refusals.regrets, [20, 2000], 'regrets')
    within(promises.keptRate, [0.4, 0.85], 'promises kept')
    expect(promises.declined).toBeGreaterThan(0)
  })
})

const within = (value: number | null | undefined, [from, to]: readonly [number, number], name: string) => {
  expect(value, name).toBeGreaterThanOrEqual(from)
  expect(value, name).toBeLessThanOrEqual(to)
}

describe('what the guests of a made-up month leave behind', () => {
  const month = `from=${first}&to=${last}`
  const agree = (checks: readonly { readonly ok: boolean; readonly text: string }[]) => {
    expect(checks.length).toBeGreaterThan(0)
    for (const check of checks) expect(check.ok, check.text).toBe(true)
  }

  it('VIP cards: issued to those who come, of both tiers, and the books agree with what happened', async () => {
    const report = await read<z.output<typeof vipReport>>(`/reports/vip?${month}`)
    agree(report.checks)
    within(report.total.issued, [100, 500], 'issued')
    for (const { tier, active, visits } of report.tiers) {
      within(active, [20, 400], `active ${tier}`)
      within(visits, [40, 900], `visits ${tier}`)
    }
    expect(report.top).toHaveLength(20)
    agree((await read<z.output<typeof vipReport>>(`/reports/vip?from=${first}&to=${today}`)).checks)
  })

  it('comment cards: of one party in eleven or so, content for the most part, low ones looked after', async () => {
    const report = await read<z.output<typeof commentsReport>>(`/reports/comments?${month}`)
    agree(report.checks)
    within(report.returnRate, [0.06, 0.12], 'return rate')
    for (const { item, mean, blanks, dissatisfied } of report.items) {
      within(mean, [3.6, 4.7], `mean of ${item}`)
      expect(blanks, item).toBeGreaterThan(0)
      expect(dissatisfied, item).toBeGreaterThan(0)
    }
    const list = (state: string) =>
      read<{ items: z.output<typeof commentCard>[] }>(`/comments?${month}&proposal=${state}&limit=200`)
    const decided = [...(await list('accepted')).items, ...(await list('dismissed')).items]
    expect(decided.length).toBeGreaterThan((await list('open')).items.length)
    for (const { date } of (await list('open')).items) expect(date > addDays(today, -6), date).toBe(true)
  })

  it('coupons: a batch stamped, handed out and redeemed, its stock to the piece', async () => {
    const report = await read<z.output<typeof couponsReport>>(`/reports/coupons?${month}`)
    agree(report.checks)
    expect(report.rows).toHaveLength(1)
    for (const figure of ['issued', 'stamped', 'handed', 'redeemed', 'voided', 'outstanding'] as const)
      expect(report.total[figure], figure).toBeGreaterThan(0)
    expect(report.persons.length).toBeGreaterThan(3)
  })

  it('calls: a booking each, some about something else, most answered within two rings', async () => {
    const report = await read<z.output<typeof callsReport>>(`/reports/calls?${month}`)
    agree(report.checks)
    within(report.total.offered / dates.length, [60, 160], 'calls a day')
    within(report.total.missed / report.total.offered, [0.03, 0.12], 'missed')
    within(report.total.withinRate, [0.5, 0.9], 'within two rings')
    within(report.bookingsOfEnquiries, [0.5, 0.85], 'bookings of enquiries')
    for (const kind of ['booking', 'enquiry', 'change', 'cancel', 'visitor', 'lostProperty'])
      expect(report.byKind.find((one) => one.kind === kind)?.calls, kind).toBeGreaterThan(0)
    expect(report.byPerson).toHaveLength(2)
    const { items } = await read<{ items: unknown[] }>('/calls?open=true')
    expect(items).toEqual([])
  })
})
