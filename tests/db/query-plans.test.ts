import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { approval, DeskDriver, iso, newPhone } from '#tests/builders/desk-driver.ts'

/** Tables that grow with every evening. */
const growing = [
  'booking',
  'claim',
  'stay',
  'segment',
  'journal',
  'journal_key',
  'customer',
  'customer_phone',
  'search_token',
  'waitlist_entry',
  'promise',
  'refusal',
  'queue_jump',
  'day_close',
  'day_facts',
  'comment_card',
  'card',
  'card_event',
  'coupon_batch',
  'coupon_move',
  'coupon_redemption',
  'call',
]

let desk: DeskDriver
const asked = new Set<string>()

/** A whole evening at the desk, so that every question it asks the database is heard. */
async function anEvening(): Promise<void> {
  const phone = newPhone()
  const booking = await desk.book({ party: 6, start: '2026-05-12 20:00' }, { customer: { name: '张伟', phone } })
  await desk.decide({ party: 6, start: '2026-05-13 20:00', phone })
  await desk.rest.call('PATCH', `/bookings/${booking.code}`, {
    body: { version: booking.version, start: iso('2026-05-12 20:15') },
  })
  const other = await desk.book({ party: 4, start: '2026-05-12 15:15' })
  const stay = await desk.arrive(other.code)
  await desk.get(`/stays/${stay.body.id}/extension`)
  await desk.post(`/stays/${stay.body.id}/extend`, { minutes: 30 })
  await desk.post(`/stays/${stay.body.id}/transfer`, { roomNo: '220', reason: 'guest', charge: 'keep' })
  await desk.post(`/stays/${stay.body.id}/settle`, { amount: 100 })
  await desk.post(`/stays/${stay.body.id}/leave`)
  await desk.post('/rooms/220/cleaned')
  await desk.letIn({ party: 3, minutes: 120 })
  await desk.book({ party: 6, start: '2026-05-12 21:00' })
  const waiting = await desk.post<{ id: string }>('/waitlist', { party: 4, name: '李娜', phone: newPhone() })
  await desk.post(`/waitlist/${waiting.body.id}/call`)
  await desk.post(`/waitlist/${waiting.body.id}/leave`)
  await desk.post('/refusals', {
    request: { party: 6, start: iso('2026-05-12 20:00') },
    kind: 'regret',
    reason: 'price',
  })
  await desk.post('/calls', { state: 'ringing' })
  const batch = await someCoupons()
  const comment = await desk.post<{ id: string; version: number }>('/comments', {
    roomNo: booking.roomNo,
    scores: { service: 1 },
    phone,
  })
  await desk.rest.call('PATCH', `/comments/${comment.body.id}`, { body: { version: 1, stayId: stay.body.id } })
  await desk.post(`/comments/${comment.body.id}/accept`, {}, '2001')
  const card = await desk.post<{ cardNo: string }>('/cards', { customerId: booking.customer.id, tier: 'gold' }, '2001')
  const { cardNo } = card.body
  for (const what of ['freeze', 'unfreeze', 'renew', 'lost', 'replace'])
    await desk.post(`/cards/${cardNo}/${what}`, what === 'freeze' ? { note: '查证' } : {}, '2001')
  for (const path of [
    '/board',
    '/board?date=2026-05-01',
    '/board?date=2026-05-14',
    '/bookings?date=2026-05-12',
    '/bookings?status=confirmed',
    `/bookings?phone=${phone}`,
    '/bookings?q=zhang',
    '/bookings?q=张',
    '/bookings?q=7302',
    `/bookings?q=${booking.code}`,
    `/bookings/${booking.code}`,
    '/customers?q=zw',
    `/customers?phone=${phone}`,
    `/customers/${booking.customer.id}`,
    '/waitlist',
    '/waitlist?state=left',
    '/promises',
    '/queue-jumps',
    '/refusals',
    '/stays',
    '/stays?state=open',
    '/audit',
    `/audit?entity=${booking.code}`,
    '/reports/entries',
    '/calls',
    '/calls?open=true',
    '/calls?date=2026-05-12',
    '/reports/calls?from=2026-05-01&to=2026-05-12',
    '/reports/usage?period=week',
    '/reports/operations?from=2026-05-01&to=2026-05-12',
    '/reports/heat',
    '/reports/rows?table=entries',
    '/reports/rows?table=usage&base=previous',
    '/reports/entries/paper?period=month',
    '/coupons/batches',
    '/coupons/batches?validity=expired',
    '/coupons/batches?validity=all',
    `/coupons/batches/${batch}`,
    `/coupons/batches/${batch}/preview?act=void&serials=1001-1050`,
    '/coupons/SH001001',
    '/coupons/1004',
    '/coupons/redemptions',
    '/reports/coupons?from=2026-05-01&to=2026-05-12',
    '/reports/coupons/paper?from=2026-05-01&to=2026-05-12',
    ...['bookings', 'waitlist', 'refusals', 'calls', 'stays', 'uses'].map(
      (list) => `/reports/list-${list}/paper?from=2026-05-01&to=2026-05-12`,
    ),
    '/comments',
    '/comments?from=2026-05-01&to=2026-05-12&low=only&q=好',
    '/comments?roomNo=305',
    '/comments?proposal=open',
    '/comments/stays?date=2026-05-12&roomNo=305',
    `/comments/${comment.body.id}?unmask=x`,
    '/reports/comments?from=2026-05-01&to=2026-05-12&floor=3',
    '/reports/comments/paper?period=month',
    '/reports/comment-cards/paper?period=month',
    '/cards',
    '/cards?state=active&tier=gold',
    '/cards?until=2027-12-31',
    '/cards?q=8000',
    '/cards?q=zhang',
    `/cards?customerId=${booking.customer.id}`,
    `/cards/${cardNo}`,
    `/cards/check?customerId=${booking.customer.id}`,
    `/cards/check?name=zhang&phone=${phone}`,
    '/reports/vip',
    '/reports/vip/paper',
    '/reports/vip/rows?figure=issued',
    '/reports/vip/rows?figure=visits',
    '/reports/vip/rows?figure=unused',
    `/reports/member-form/paper?customerId=${booking.customer.id}`,
  ]) {
    const { status } = await desk.get(path)
    if (status !== 200) throw new Error(`${path}: ${status}`)
  }
  await desk.post(`/bookings/${booking.code}/cancel`, { reason: 'guest' })
  await desk.clock('2026-05-12 23:30')
  // Day close, a correction after it, and the reports of closed days.
  await desk.post(`/stays/${stay.body.id}/correct`, { party: 5, reason: '更正' }, '2001')
  await desk.clock('2026-05-13 09:00')
  await desk.post(`/stays/${stay.body.id}/correct`, { party: 4, reason: '更正' }, '2001')
  await desk.clock('2026-05-13 09:10')
  for (const path of [
    '/reports/entries?period=month&date=2026-05-12',
    '/reports/operations?from=2026-05-01&to=2026-05-12',
    '/reports/rows?table=entries&date=2026-05-12',
    '/reports/list-stays/paper?from=2026-05-12&to=2026-05-12',
  ])
    await desk.get(path)
}

/** A batch stamped, handed out, redeemed, voided, and one redemption taken back. */
async function someCoupons(): Promise<string> {
  const form = { kind: '生活体验券', serials: 'SH001001-001100', value: 5_000, validUntil: '2026-05-31' }
  const { id, journalSeq } = (await desk.post<{ id: string; journalSeq: number }>('/coupons/batches', form, '2001'))
    .body
  const act = (name: string, body: object) => desk.post(`/coupons/batches/${id}/${name}`, { ...body }, '2001')
  await act('stamp', { serials: '1001-1050', stamp: '财务章' })
  await act('hand', { serials: '1001-1010', person: '张先生', channel: 'desk' })
  await act('void', { serials: '1002', reason: '印错', approval })
  const stay = await desk.letIn({ party: 2, minutes: 60 })
  await desk.post('/coupons/redeem', { serial: 'SH001001', stayId: stay.id })
  const taken = await desk.post<{ journalSeq: number }>('/coupons/redeem', { serial: '1003' })
  for (const seq of [taken.body.journalSeq, journalSeq]) await desk.post('/undo', { seq }, '2001')
  return id
}

beforeAll(async () => {
  desk = await DeskDriver.start()
  // Only listens: what it hears is asked again with EXPLAIN.
  const prepare = vi.spyOn(Database.prototype, 'prepare')
  await anEvening()
  for (const [sql] of prepare.mock.calls) if (/^(select|update|delete)/i.test(sql)) asked.add(sql)
  prepare.mockRestore()
})
afterAll(() => desk.close())

describe('every question asked in an evening', () => {
  it('was heard', () => {
    expect(asked.size).toBeGreaterThan(40)
  })

  it('finds its rows by an index, never by reading a table that grows', () => {
    const db = new Database(`${desk.hub.folder}/desk.db`, { readonly: true })
    const slow: string[] = []
    for (const sql of asked) {
      const steps = db
        .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
        .all(...(sql.match(/\?/g) ?? []).map(() => 1))
      for (const { detail } of steps) {
        const scanned = /^SCAN (\w+)/.exec(detail)?.[1]
        if (scanned && growing.includes(scanned)) slow.push(`${detail} — ${sql}`)
        // The venue alone names every row there is.
        const found = /^SEARCH (\w+) USING .*\((.*)\)$/.exec(detail)
        if (found?.[1] && growing.includes(found[1]) && found[2] === 'venue_id=?' && !/limit|group by/i.test(sql))
          slow.push(`${detail} — ${sql}`)
      }
    }
    db.close()
    expect(slow).toEqual([])
  })
})
