import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { card, cardContract } from '#shared/contract/card.ts'
import { cardNoOf, readCardNo } from '#shared/domain/members/card-number.ts'
import { DeskDriver, newPhone } from '#tests/builders/desk-driver.ts'

type Card = z.output<typeof card>
type Life = z.output<(typeof cardContract)['find']['~orpc']['outputSchema'] & z.ZodType>
type List = z.output<(typeof cardContract)['list']['~orpc']['outputSchema'] & z.ZodType>
type Checked = z.output<(typeof cardContract)['check']['~orpc']['outputSchema'] & z.ZodType>
interface File {
  id: string
  phones: string[]
  vipTier: string | null
  version: number
  journalSeq: number
  card?: { cardNo: string; tier: string; state: string; validUntil: string }
}

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start('2026-05-12 19:00')
})
afterEach(async () => {
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

const supervisor = '2001'

async function guest(name = '张伟', phone = newPhone(), more: object = {}): Promise<File & { phone: string }> {
  const made = await desk.post<File>('/customers', { name, phones: [phone], ...more }, supervisor)
  if (made.status !== 201) throw new Error(`customer: ${made.status} ${JSON.stringify(made.body)}`)
  return { ...made.body, phone }
}
const file = async (id: string) => (await desk.get<File>(`/customers/${id}`)).body
const issue = (customerId: string, tier = 'gold', staff = supervisor) =>
  desk.post<Card>('/cards', { customerId, tier }, staff)
async function issued(customerId: string, tier = 'gold'): Promise<Card> {
  const answer = await issue(customerId, tier)
  if (answer.status !== 201) throw new Error(`card: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
const act = (cardNo: string, what: string, body: object = {}, staff = supervisor) =>
  desk.post<Card>(`/cards/${encodeURIComponent(cardNo)}/${what}`, { ...body }, staff)
const life = async (cardNo: string) => (await desk.get<Life>(`/cards/${encodeURIComponent(cardNo)}`)).body
const undo = (seq: unknown, staff = supervisor) => desk.post('/undo', { seq }, staff)

describe('a card that is issued (流程22)', () => {
  it('has a number with a check digit, is good for a year, and its holder has its tier', async () => {
    const { id } = await guest()
    const made = await issue(id)
    expect(made).toMatchObject({
      status: 201,
      body: { tier: 'gold', state: 'active', issuedOn: '2026-05-12', validUntil: '2027-05-11', customer: { id } },
    })
    expect(readCardNo(made.body.cardNo)).toBe(made.body.cardNo)
    expect(made.body.customer.phone).toContain('•')
    expect(await file(id)).toMatchObject({
      vipTier: 'gold',
      card: { cardNo: made.body.cardNo, state: 'active', tier: 'gold', validUntil: '2027-05-11' },
    })
    expect((await life(made.body.cardNo)).events).toMatchObject([
      { kind: 'issued', by: supervisor, businessDate: '2026-05-12', validUntil: '2027-05-11' },
    ])
  })

  it('is the only one of its holder, who is shown with it', async () => {
    const { id } = await guest()
    const { cardNo } = await issued(id)
    const refused = {
      status: 409,
      body: { error: { code: 'STATE', details: { why: 'hasCard', current: { cardNo } } } },
    }
    expect(await issue(id, 'silver')).toMatchObject(refused)
    await act(cardNo, 'freeze', { note: '查证' })
    expect(await issue(id)).toMatchObject(refused)
    await act(cardNo, 'lost')
    expect(await issue(id)).toMatchObject(refused)
    expect((await issue('c0')).status).toBe(404)
  })

  it('never has a number that was another’s', async () => {
    const first = await issued((await guest()).id)
    await undo((await issue((await guest()).id)).body.journalSeq)
    const numbers = [first.cardNo, (await issued((await guest()).id)).cardNo]
    expect(new Set(numbers).size).toBe(2)
    expect(Number(numbers[1]?.slice(1, 7)) - Number(numbers[0]?.slice(1, 7))).toBe(2)
  })

  it('is found however its number is typed, and a wrong digit is told from an unknown card', async () => {
    const { cardNo } = await issued((await guest()).id)
    expect((await life(`${cardNo.slice(0, 4)} ${cardNo.slice(4)}`)).cardNo).toBe(cardNo)
    const wrong = `${cardNo.slice(0, -1)}${(Number(cardNo.at(-1)) + 1) % 10}`
    expect(await desk.get(`/cards/${wrong}`)).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID', details: { fields: [{ path: 'cardNo', reason: 'checkDigit' }] } } },
    })
    expect((await act(wrong, 'lost')).status).toBe(400)
    expect((await desk.get(`/cards/${cardNoOf(999)}`)).status).toBe(404)
  })
})

describe('before a card is issued', () => {
  it('the file with the same phone, and those whose name sounds the same, are shown with their cards', async () => {
    const known = await guest('曾丽君')
    const { cardNo } = await issued(known.id, 'silver')
    await guest('曾莉军')
    await guest('曾丽')
    const check = async (query: string) => (await desk.get<Checked>(`/cards/check?${query}`)).body
    const byPhone = await check(`phone=${known.phone}&name=${encodeURIComponent('李强')}`)
    expect(byPhone).toMatchObject({ samePhone: [{ id: known.id, card: { cardNo } }], sameName: [] })
    const byName = await check(`name=${encodeURIComponent('曾麗君')}`)
    expect(byName.sameName.map((person) => [person.name, person.card?.cardNo])).toEqual([
      ['曾丽君', cardNo],
      ['曾莉军', undefined],
    ])
    const own = await check(`customerId=${known.id}`)
    expect(own).toMatchObject({ card: { cardNo }, samePhone: [], sameName: [{ name: '曾莉军' }] })
    expect((await desk.get('/cards/check')).status).toBe(400)
  })
})

describe('the life of a card', () => {
  it('frozen and back, lost, replaced: the tier follows, each act is written down', async () => {
    const { id } = await guest()
    const { cardNo } = await issued(id)
    expect((await act(cardNo, 'freeze')).status).toBe(400)
    expect((await act(cardNo, 'freeze', { note: '多次未到' })).body.state).toBe('frozen')
    expect((await file(id)).vipTier).toBeNull()
    expect((await act(cardNo, 'unfreeze')).body.state).toBe('active')
    expect((await file(id)).vipTier).toBe('gold')
    expect((await act(cardNo, 'lost', { note: '来电报失' }, '1001')).body.state).toBe('lost')
    expect((await file(id)).vipTier).toBeNull()
    const fresh = await act(cardNo, 'replace', { note: '补办' })
    expect(fresh).toMatchObject({ status: 201, body: { state: 'active', replaces: cardNo, validUntil: '2027-05-11' } })
    expect((await file(id)).vipTier).toBe('gold')
    const old = await life(cardNo)
    expect(old).toMatchObject({ state: 'replaced', replacedBy: fresh.body.cardNo })
    expect(old.events.map((event) => [event.kind, event.note ?? '', event.by])).toEqual([
      ['issued', '', supervisor],
      ['frozen', '多次未到', supervisor],
      ['unfrozen', '', supervisor],
      ['lost', '来电报失', '1001'],
      ['replaced', '补办', supervisor],
    ])
    expect((await life(fresh.body.cardNo)).events).toMatchObject([{ kind: 'tookOver', note: '补办' }])
    for (const what of ['renew', 'unfreeze', 'lost', 'replace']) {
      const refused = await act(cardNo, what)
      expect(refused).toMatchObject({ status: 409, body: { error: { code: 'STATE', details: { why: 'replaced' } } } })
    }
  })

  it('renewed for a year, once; raised to another tier', async () => {
    const { id } = await guest()
    const { cardNo } = await issued(id, 'silver')
    expect((await act(cardNo, 'renew')).body.validUntil).toBe('2028-05-11')
    expect((await act(cardNo, 'renew')).body.error.details.why).toBe('renewedAlready')
    expect((await act(cardNo, 'tier', { tier: 'gold', note: '年消费达标' })).body.tier).toBe('gold')
    expect((await act(cardNo, 'tier', { tier: 'gold' })).body.error.details.why).toBe('sameTier')
    expect((await file(id)).vipTier).toBe('gold')
    expect((await life(cardNo)).events.at(-1)).toMatchObject({ kind: 'tierChanged', wasTier: 'silver', tier: 'gold' })
  })

  it('ends by itself after its last day, which it is good for to the end', async () => {
    const { id, phone } = await guest()
    const { cardNo } = await issued(id)
    const sleeper = await issued((await guest()).id, 'silver')
    await act(sleeper.cardNo, 'freeze', { note: '查证' })
    await desk.clock('2027-05-11 21:00')
    const stay = await desk.letIn({ party: 3, minutes: 60, name: '张伟', phone })
    await desk.clock('2027-05-12 07:59')
    expect((await life(cardNo)).state).toBe('active')
    // Whoever asks before the day is closed is told all the same.
    await desk.clock('2027-05-12 08:10')
    expect((await life(cardNo)).state).toBe('expired')
    expect((await act(cardNo, 'renew')).body.error.details.why).toBe('expired')
    await desk.clock('2027-05-12 08:30')
    expect(await file(id)).toMatchObject({ vipTier: null })
    expect((await file(id)).card).toBeUndefined()
    expect((await life(sleeper.cardNo)).state).toBe('expired')
    expect((await life(cardNo)).events.at(-1)).toMatchObject({
      kind: 'expired',
      businessDate: '2027-05-11',
      by: 'system',
    })
    // The party of that last evening counts as one with a gold card.
    const entries = await desk.get<{ total: { total: { entries: number } } }>(
      '/reports/entries?date=2027-05-11&vip=only',
    )
    expect([stay.party, entries.body.total.total.entries]).toEqual([3, 1])
  })

  it('ends also when the program was off, as of its own last day, and its holder may get another', async () => {
    const { id } = await guest()
    const { cardNo } = await issued(id)
    await desk.clock('2027-09-01 15:00')
    expect((await life(cardNo)).events.at(-1)).toMatchObject({ kind: 'expired', businessDate: '2027-05-11' })
    const next = await issued(id, 'silver')
    expect(next.cardNo).not.toBe(cardNo)
    expect((await file(id)).vipTier).toBe('silver')
  })

  it('ends when a new one is issued in the minutes before the clock would say so', async () => {
    const { id } = await guest()
    const { cardNo } = await issued(id)
    await desk.clock('2027-05-12 08:10')
    const next = await issued(id)
    await desk.clock('2027-05-12 08:40')
    expect((await life(cardNo)).events.map((event) => event.kind)).toEqual(['issued', 'expired'])
    expect(await file(id)).toMatchObject({ vipTier: 'gold', card: { cardNo: next.cardNo } })
  })

  it('two desks that act on one card at once: one of them', async () => {
    const { cardNo, version } = await issued((await guest()).id)
    const both = await Promise.all([
      act(cardNo, 'renew', { version }),
      act(cardNo, 'freeze', { version, note: '查证' }),
    ])
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
  })
})

describe('the tier of a file', () => {
  it('marked by hand stays as it is without a card; a card takes it over, and at its end the hand may mark again', async () => {
    const { id } = await guest('王芳', newPhone(), { vipTier: 'silver' })
    const mark = (vipTier: string | null) =>
      desk.rest.call<File & { error: { code: string; details: Record<string, unknown> } }>(
        'PATCH',
        `/customers/${id}`,
        {
          body: { vipTier },
          staff: supervisor,
        },
      )
    expect((await mark('gold')).body.vipTier).toBe('gold')
    const { cardNo } = await issued(id, 'silver')
    expect((await file(id)).vipTier).toBe('silver')
    expect((await mark('gold')).body.error).toMatchObject({ code: 'STATE', details: { why: 'cardDecides', cardNo } })
    expect((await mark('silver')).status).toBe(200)
    await act(cardNo, 'freeze', { note: '查证' })
    expect((await mark('silver')).status).toBe(409)
    await desk.clock('2027-05-12 09:00')
    expect((await mark('gold')).body.vipTier).toBe('gold')
  })

  it('gives what the tier gives: a place before others on the list only while the card is active', async () => {
    const { id, phone } = await guest()
    const { cardNo } = await issued(id)
    const join = async () =>
      (await desk.post<{ priority: string }>('/waitlist', { party: 3, name: '张伟', phone })).body.priority
    expect(await join()).toBe('vip')
    await act(cardNo, 'lost')
    expect(await join()).toBe('normal')
  })
})

describe('undo of an act', () => {
  it('brings back card, tier and what was counted', async () => {
    const { id } = await guest('李娜', newPhone(), { vipTier: 'silver' })
    const made = await issue(id)
    expect((await undo(made.body.journalSeq)).status).toBe(200)
    expect((await desk.get(`/cards/${made.body.cardNo}`)).status).toBe(404)
    expect((await file(id)).vipTier).toBe('silver')
    const { cardNo } = await issued(id)
    const frozen = await act(cardNo, 'freeze', { note: '查证' })
    await undo(frozen.body.journalSeq)
    expect(await life(cardNo)).toMatchObject({ state: 'active', events: [{ kind: 'issued' }] })
    expect((await file(id)).vipTier).toBe('gold')
  })

  it('not of a replacement, which has been handed over', async () => {
    const { cardNo } = await issued((await guest()).id)
    const fresh = await act(cardNo, 'replace')
    expect((await undo(fresh.body.journalSeq)).body.error.code).toBe('UNDO_REFUSED')
  })

  it('of a change of the file itself brings it back, phones too', async () => {
    const { id, phone } = await guest()
    const changed = await desk.rest.call<File>('PATCH', `/customers/${id}`, {
      body: { phones: [newPhone()], notes: '靠舞台' },
    })
    expect((await undo(changed.body.journalSeq, '1001')).status).toBe(200)
    const found = await desk.get<{ items: (File & { notes?: string })[] }>(`/customers?phone=${phone}`)
    expect(found.body.items).toMatchObject([{ id }])
    expect(found.body.items[0]?.notes).toBeUndefined()
  })
})

describe('who may', () => {
  it('the desk looks and reports a loss; the rest is a supervisor’s', async () => {
    const { id } = await guest()
    expect((await issue(id, 'gold', '1001')).status).toBe(403)
    const { cardNo } = await issued(id)
    for (const [what, body] of [
      ['renew', {}],
      ['freeze', { note: '查证' }],
      ['unfreeze', {}],
      ['replace', {}],
      ['tier', { tier: 'silver' }],
    ] as const)
      expect((await act(cardNo, what, body, '1001')).status, what).toBe(403)
    expect((await desk.get('/cards')).status).toBe(200)
    expect((await act(cardNo, 'lost', {}, '1001')).status).toBe(200)
  })
})

describe('the list of cards', () => {
  it('is found by number, name, pinyin and phone, and told by state', async () => {
    const one = await guest('曾丽君')
    const first = await issued(one.id, 'silver')
    const second = await issued((await guest('郝强')).id)
    await act(second.cardNo, 'freeze', { note: '查证' })
    const list = async (query: string) => (await desk.get<List>(`/cards?${query}`)).body
    const found = async (q: string) => (await list(`q=${encodeURIComponent(q)}`)).items.map((row) => row.cardNo)
    for (const q of [first.cardNo, '曾', 'zenglijun', 'zlj', one.phone.slice(-4)])
      expect(await found(q), q).toEqual([first.cardNo])
    expect(await found(`${second.cardNo.slice(0, 4)} ${second.cardNo.slice(4)}`)).toEqual([second.cardNo])
    expect(await found('8000')).toEqual([second.cardNo, first.cardNo])
    expect(await found('没有这人')).toEqual([])
    const all = await list('')
    expect(all.counts).toEqual({ active: 1, frozen: 1, lost: 0, replaced: 0, expired: 0 })
    expect((await list('state=frozen')).items.map((row) => row.cardNo)).toEqual([second.cardNo])
    expect((await list('until=2027-05-10')).items).toEqual([])
    expect((await list('until=2027-05-11')).items).toHaveLength(2)
    const page = await list('limit=1')
    expect([page.items[0]?.cardNo, (await list(`limit=1&cursor=${page.next}`)).items[0]?.cardNo]).toEqual([
      second.cardNo,
      first.cardNo,
    ])
  })

  it('says when the holder was last here', async () => {
    const { id, phone } = await guest()
    const { cardNo } = await issued(id)
    await desk.letIn({ party: 2, minutes: 60, name: '张伟', phone })
    expect((await life(cardNo)).lastVisit).toBe('2026-05-12')
  })
})
