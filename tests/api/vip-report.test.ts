import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { card, cardContract, vipReport } from '#shared/contract/card.ts'
import type { paper } from '#shared/contract/paper.ts'
import { DeskDriver, newPhone } from '#tests/builders/desk-driver.ts'

type Card = z.output<typeof card>
type Vip = z.output<typeof vipReport>
type Rows = z.output<(typeof cardContract)['rows']['~orpc']['outputSchema'] & z.ZodType>
type Paper = z.output<typeof paper>

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start('2026-05-12 19:00')
})
afterEach(async () => {
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

interface Guest {
  readonly id: string
  readonly name: string
  readonly phone: string
}

async function guest(name: string): Promise<Guest> {
  const phone = newPhone()
  const { body } = await desk.post<{ id: string }>('/customers', { name, phones: [phone] })
  return { id: body.id, name, phone }
}
const issue = async ({ id }: Guest, tier: 'gold' | 'silver'): Promise<string> =>
  (await desk.post<Card>('/cards', { customerId: id, tier }, '2001')).body.cardNo
const act = async (cardNo: string, what: string, body: object = {}) => {
  const { status, body: answer } = await desk.post<Card>(`/cards/${cardNo}/${what}`, { ...body }, '2001')
  if (status >= 300) throw new Error(`${what}: ${status} ${JSON.stringify(answer)}`)
  return answer.cardNo
}
/** Comes in for a short while and leaves. */
async function visit({ name, phone }: Guest): Promise<void> {
  const stay = await desk.letIn({ party: 2, minutes: 60, name, phone })
  await desk.post(`/stays/${stay.id}/leave`)
}
async function report(query: string): Promise<Vip> {
  const { status, body } = await desk.get<Vip>(`/reports/vip${query}`)
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  expect(body.checks.filter((check) => !check.ok)).toEqual([])
  return body
}
const tier = (view: Vip, name: 'gold' | 'silver') => view.tiers.find((one) => one.tier === name)

/**
 * May: three gold, two silver issued; one renewed, one frozen, one lost and replaced, one raised from silver to gold.
 * Visits in May: Zhang three, Wang one, somebody without a card one. June: nobody but Wang.
 */
async function twoMonths() {
  const [zhang, wang, li, zhao, chen] = (await Promise.all(
    ['张伟', '王芳', '李娜', '赵强', '陈静'].map((name) => guest(name)),
  )) as [Guest, Guest, Guest, Guest, Guest]
  const cards = {
    zhang: await issue(zhang, 'gold'),
    wang: await issue(wang, 'gold'),
    li: await issue(li, 'gold'),
    zhao: await issue(zhao, 'silver'),
    chen: await issue(chen, 'silver'),
  }
  for (const one of [zhang, zhang, wang]) await visit(one)
  await desk.letIn({ party: 4, minutes: 60 })
  await desk.clock('2026-05-20 20:00')
  await visit(zhang)
  await act(cards.zhang, 'renew')
  await act(cards.li, 'freeze', { note: '查证' })
  await act(cards.zhao, 'lost')
  await act(cards.zhao, 'replace')
  await act(cards.chen, 'tier', { tier: 'gold' })
  await desk.clock('2026-06-10 20:00')
  await visit(wang)
  await act(cards.li, 'unfreeze')
  return { zhang, wang, li, zhao, chen, cards }
}

describe('贵宾卡统计 (流程22): cards by tier over any dates', () => {
  it('as counted by hand, and as they stood then, whatever has happened since', async () => {
    const { zhang, cards } = await twoMonths()
    const may = await report('?from=2026-05-01&to=2026-05-31')
    expect(may.state).toBe('closed')
    expect(tier(may, 'gold')).toMatchObject({
      opening: 0,
      active: 3,
      frozenAtEnd: 1,
      issued: 3,
      renewed: 1,
      frozen: 1,
      unfrozen: 0,
      lost: 0,
      expired: 0,
      gains: { issued: 3, tookOver: 0, unfrozen: 0, tierIn: 1 },
      losses: { frozen: 1, lost: 0, replaced: 0, expired: 0, tierOut: 0 },
      visits: 4,
      share: 4 / 5,
      visitsPerCard: 4 / 3,
      unused: 0,
    })
    expect(tier(may, 'silver')).toMatchObject({
      opening: 0,
      active: 1,
      issued: 2,
      lost: 1,
      replaced: 1,
      gains: { issued: 2, tookOver: 1 },
      losses: { lost: 1, replaced: 0, tierOut: 1 },
      visits: 0,
      share: 0,
    })
    expect(may.total).toMatchObject({ active: 4, issued: 5, visits: 4, visitsPerCard: 1 })
    expect(may.entries).toBe(5)
    expect(may.top.map((one) => [one.name, one.visits])).toEqual([
      ['张伟', 3],
      ['王芳', 1],
    ])
    expect(may.top[0]).toMatchObject({ cardNo: cards.zhang, customerId: zhang.id, lastVisit: '2026-05-20' })
    expect(may.top[0]?.phone).toContain('•')
    const june = await report('?from=2026-06-01&to=2026-06-30')
    expect(june.state).toBe('running')
    expect(tier(june, 'gold')).toMatchObject({ opening: 3, active: 4, unfrozen: 1, visits: 1, issued: 0 })
    expect(june.checks.find((check) => check.name === 'books')).toMatchObject({ values: { active: 5, cards: 5 } })
    expect(june.definitions.map((one) => one.figure)).toEqual(
      expect.arrayContaining(['vipActive', 'vipUnused', 'vipVisitsPerCard', 'vipTop']),
    )
  })

  it('expired cards count on their last day', async () => {
    const one = await guest('孙丽')
    await issue(one, 'silver')
    await desk.clock('2027-06-01 15:00')
    expect(tier(await report('?from=2027-05-01&to=2027-05-10'), 'silver')).toMatchObject({ active: 1, expired: 0 })
    expect(tier(await report('?from=2027-05-01&to=2027-05-31'), 'silver')).toMatchObject({
      opening: 1,
      active: 0,
      expired: 1,
    })
    expect(tier(await report('?from=2027-05-11&to=2027-05-11'), 'silver')).toMatchObject({ active: 0, expired: 1 })
  })

  it('cards lie unused after ninety days without their holder, page after page', async () => {
    const { cards } = await twoMonths()
    // The ninety days up to 10 August begin on 13 May; Zhang was here on the 20th, Wang in June, Zhao's card is newer.
    const before = await report('?from=2026-06-01&to=2026-06-10')
    expect([before.unused.total, before.unused.since]).toEqual([0, '2026-03-13'])
    await desk.clock('2026-08-10 20:00')
    const quarter = await report('?from=2026-06-01&to=2026-08-10')
    expect(quarter.unused).toMatchObject({ since: '2026-05-13', total: 2 })
    expect(quarter.unused.items.map((one) => [one.cardNo, one.lastVisit])).toEqual([
      [cards.li, undefined],
      [cards.chen, undefined],
    ])
    expect(tier(quarter, 'gold')?.unused).toBe(2)
    const first = await report('?from=2026-06-01&to=2026-08-10&limit=1')
    expect([first.unused.items[0]?.cardNo, first.unused.total]).toEqual([cards.li, 2])
    const second = await report(`?from=2026-06-01&to=2026-08-10&limit=1&cursor=${first.unused.next}`)
    expect([second.unused.items[0]?.cardNo, second.unused.next]).toEqual([cards.chen, undefined])
  })

  it('every figure opens the cards, or the parties, it counts', async () => {
    const { cards } = await twoMonths()
    const rows = async (query: string) =>
      (await desk.get<Rows>(`/reports/vip/rows?from=2026-05-01&to=2026-05-31&${query}`)).body
    const behind = async (query: string) => (await rows(query)).items.map((row) => [row.name, row.date, row.cardNo])
    expect(await behind('figure=renewed&tier=gold')).toEqual([['张伟', '2026-05-20', cards.zhang]])
    expect((await rows('figure=frozen')).items).toMatchObject([{ name: '李娜', by: '2001', note: '查证' }])
    expect(await behind('figure=tierOut&tier=silver')).toEqual([['陈静', '2026-05-20', cards.chen]])
    expect(await behind('figure=active&tier=silver')).toMatchObject([['赵强', '2026-05-20', expect.any(String)]])
    const visits = await rows('figure=visits&tier=gold')
    expect([visits.total, visits.items.map((row) => row.name).sort()]).toEqual([4, ['张伟', '张伟', '张伟', '王芳']])
    expect(visits.items[0]).toMatchObject({ date: '2026-05-12', party: 2, roomNo: expect.any(String) })
    const may = await report('?from=2026-05-01&to=2026-05-31')
    for (const one of may.tiers)
      for (const figure of [
        'opening',
        'issued',
        'renewed',
        'lost',
        'replaced',
        'active',
        'visits',
        'cardVisits',
        'unused',
      ] as const)
        expect([figure, (await rows(`figure=${figure}&tier=${one.tier}`)).total]).toEqual([figure, one[figure]])
    const page = await rows('figure=issued&limit=2')
    expect([page.total, page.items.length, page.next]).toEqual([5, 2, '2'])
    expect((await desk.get('/reports/vip/rows?figure=anything')).status).toBe(400)
  })

  it('visits per card are those of people who held a card; a tier marked by hand counts as a party of that tier only', async () => {
    const [holder, marked] = [await guest('周敏'), await guest('吴刚')]
    await issue(holder, 'gold')
    const file = await desk.get<{ version: number }>(`/customers/${marked.id}`)
    const change = { vipTier: 'gold', version: file.body.version }
    expect((await desk.rest.call('PATCH', `/customers/${marked.id}`, { body: change, staff: '2001' })).status).toBe(200)
    for (const one of [holder, marked, marked]) await visit(one)
    const view = await report('?from=2026-05-01&to=2026-05-31')
    expect(tier(view, 'gold')).toMatchObject({ active: 1, visits: 3, cardVisits: 1, visitsPerCard: 1 })
    expect(view.total).toMatchObject({ visits: 3, cardVisits: 1, visitsPerCard: 1 })
    expect(view.definitions.find((one) => one.figure === 'vipCardVisits')?.text).toContain('没有发卡的不算')
    const { body } = await desk.get<Rows>('/reports/vip/rows?figure=cardVisits&tier=gold')
    expect(body).toMatchObject({ total: 1, items: [{ name: '周敏', customerId: holder.id, party: 2 }] })
  })

  it('is of the running month without dates, and refuses dates in the wrong order', async () => {
    expect(await report('')).toMatchObject({ from: '2026-05-01', to: '2026-05-31', state: 'running' })
    expect((await desk.get('/reports/vip?from=2026-05-02&to=2026-05-01')).status).toBe(400)
    expect((await desk.get('/reports/vip?from=2026-05-02')).status).toBe(400)
  })

  it('an act taken back is not counted', async () => {
    const one = await guest('周敏')
    const made = await desk.post<Card>('/cards', { customerId: one.id, tier: 'gold' }, '2001')
    await desk.post('/undo', { seq: made.body.journalSeq }, '2001')
    expect((await report('')).total).toMatchObject({ issued: 0, active: 0 })
  })
})

describe('on paper', () => {
  const paperOf = async (query: string, staff = '1001') => (await desk.get<Paper>(`/reports/${query}`, staff)).body

  it('the statistics say what the screen says, in sums that are formulas', async () => {
    await twoMonths()
    const view = await report('?from=2026-05-01&to=2026-05-31')
    const sheet = await paperOf('vip/paper?from=2026-05-01&to=2026-05-31')
    expect(sheet).toMatchObject({ name: 'vip', title: '贵宾卡统计', landscape: true })
    const [tiers, moves, top, unused] = sheet.tables
    expect(tiers?.rows.map((row) => [row.key, row.cells.active, row.cells.visits])).toEqual([
      ['gold', 3, 4],
      ['silver', 1, 0],
      ['total', view.total.active, view.total.visits],
    ])
    expect(tiers?.rows.at(-1)?.formulas?.active).toEqual({ sum: 'rows' })
    expect(moves?.rows[0]?.cells).toMatchObject({ opening: 0, gained: 4, lossesSum: 1, active: 3 })
    expect(moves?.rows[0]?.formulas?.active).toEqual({ difference: [{ column: 'gained' }, { column: 'lossesSum' }] })
    expect(top?.rows.map((row) => row.cells.times)).toEqual([3, 1])
    expect([unused?.rows, unused?.empty]).toEqual([[], '每张有效卡 90 天内都有人来过。'])
    expect(sheet.checks.every((check) => check.ok)).toBe(true)
    expect(sheet.definitions.length).toBeGreaterThan(10)
  })

  it('says that no card has been issued, or that none is active, instead of praising every card', async () => {
    const empties = async () => (await paperOf('vip/paper')).tables.slice(2).map((table) => table.empty)
    expect(await empties()).toEqual(['还没有发卡。', '还没有发卡。'])
    const cardNo = await issue(await guest('周敏'), 'gold')
    await act(cardNo, 'freeze', { note: '查证' })
    expect(await empties()).toEqual(['期末没有有效的卡。', '期末没有有效的卡。'])
    await act(cardNo, 'unfreeze')
    expect(await empties()).toEqual(['这段时间持卡的客人没有来过。', '每张有效卡 90 天内都有人来过。'])
  })

  it('numbers are unmasked on the form about one person only', async () => {
    const reason = encodeURIComponent('回电')
    const one = await guest('周敏')
    for (const query of [
      `list-bookings/paper?unmask=${reason}`,
      `list-bookings/paper?customerId=${one.id}&unmask=${reason}`,
      `member-form/paper?unmask=${reason}`,
    ])
      expect([query, await desk.get(`/reports/${query}`)]).toMatchObject([
        query,
        { status: 400, body: { error: { code: 'INVALID', details: { fields: [{ path: 'unmask' }] } } } },
      ])
    const audit = await desk.get<{ items: { command: string }[] }>('/audit', '2001')
    expect(audit.body.items.filter((line) => line.command === 'customer.unmask')).toEqual([])
  })

  it('会员信息表 (appendix 08) holds what the file knows and leaves the rest to be written in', async () => {
    const one = await guest('曾丽君')
    const cardNo = await issue(one, 'gold')
    const cells = (sheet: Paper) =>
      Object.fromEntries(
        sheet.tables.flatMap((table) =>
          table.rows.flatMap(({ cells: { item, content, otherItem, otherContent } }) => [
            [item, content],
            [otherItem, otherContent],
          ]),
        ),
      )
    const sheet = await paperOf(`member-form/paper?customerId=${one.id}`)
    expect(sheet).toMatchObject({ name: 'member-form', title: '会员信息表', landscape: false })
    expect(cells(sheet)).toMatchObject({
      姓名: '曾丽君',
      '电话 1': `138••••${one.phone.slice(-4)}`,
      卡号: `${cardNo.slice(0, 4)} ${cardNo.slice(4)}`,
      卡级: '金卡',
      有效期至: '2027-05-11',
      卡的状态: '有效',
      到店次数: '0 次',
      包厢: null,
      公司: null,
    })
    const blank = cells(await paperOf('member-form/paper'))
    expect(blank).toMatchObject({
      姓名: null,
      卡号: null,
      卡级: '□ 金卡  □ 银卡',
      生日: expect.stringContaining('农历'),
    })
    expect(blank).not.toHaveProperty('到店次数')
    expect((await desk.get('/reports/member-form/paper?customerId=c0')).status).toBe(404)
  })

  it('the form shows whole phones for a reason only, which is written down', async () => {
    const one = await guest('何静')
    const shown = await paperOf(`member-form/paper?customerId=${one.id}&unmask=${encodeURIComponent('补资料')}`)
    expect(JSON.stringify(shown.tables)).toContain(one.phone)
    const audit = await desk.get<{ items: { command: string; actor: string; input: unknown }[] }>('/audit', '3001')
    expect(audit.body.items.find((line) => line.command === 'customer.unmask')).toMatchObject({
      actor: '1001',
      input: { id: one.id, reason: '补资料' },
    })
    const gone = await desk.get(`/reports/member-form/paper?customerId=c0&unmask=${encodeURIComponent('补资料')}`)
    expect(gone.status).toBe(404)
  })

  it('a tier that was marked by hand says so', async () => {
    const { body } = await desk.post<{ id: string }>(
      '/customers',
      { name: '吴', phones: [newPhone()], vipTier: 'silver' },
      '2001',
    )
    const sheet = await paperOf(`member-form/paper?customerId=${body.id}`)
    expect(JSON.stringify(sheet.tables)).toContain('银卡（主管标记，未发卡）')
  })
})
