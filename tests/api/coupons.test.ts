import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { couponBatch, couponLife, couponPreview, couponRedemption, couponSheet } from '#shared/contract/coupon.ts'
import type { couponsReport } from '#shared/contract/coupon-report.ts'
import type { paper } from '#shared/contract/paper.ts'
import { couponStates } from '#shared/domain/coupons/coupon-batch.ts'
import { countOf } from '#shared/domain/coupons/serial-range.ts'
import { DeskDriver, iso } from '#tests/builders/desk-driver.ts'
import { practicePin } from '#tests/builders/host.ts'

type Batch = z.output<typeof couponBatch> & { readonly moved: { serials: string; count: number } }
type Life = z.output<typeof couponLife>
type Report = z.output<typeof couponsReport>
type Paper = z.output<typeof paper>

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start('2026-05-12 19:00')
})
afterEach(async () => {
  // What the database adds up of a batch is what its serials say, one by one.
  for (const { id } of (await get<{ items: { id: string }[] }>('/coupons/batches?validity=all')).items) {
    const { stretches, stock, coarse } = await get<z.output<typeof couponSheet>>(`/coupons/batches/${id}`)
    const drawn = Object.groupBy(stretches, (one) => one.state)
    for (const state of couponStates)
      if (!coarse) expect([state, countOf(drawn[state] ?? [])]).toEqual([state, stock[state]])
    expect(stock.issued - stock.voided - stock.redeemed - stock.expired).toBe(stock.outstanding)
  }
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

const form = { kind: '生活体验券', serials: 'SH001001-001100', value: 5_000, validUntil: '2026-05-31' }
const approval = { staffNo: '2001', pin: practicePin, reason: '印错' }

const post = <Good = Batch>(path: string, body: object, staff = '1001') =>
  desk.post<Good>(`/coupons${path}`, { ...body }, staff)
const good = async <Good = Batch>(path: string, body: object, staff = '1001'): Promise<Good> => {
  const answer = await post<Good>(path, body, staff)
  if (answer.status > 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body.error)}`)
  return answer.body
}
const get = async <Good>(path: string): Promise<Good> => {
  const { status, body } = await desk.get<Good>(path)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body.error)}`)
  return body
}
const create = (more: object = {}) => good('/batches', { ...form, ...more }, '2001')
const stamp = (id: string, serials: string) => good(`/batches/${id}/stamp`, { serials, stamp: '财务章' }, '2001')
const hand = (id: string, serials: string, staff = '1001') =>
  good(`/batches/${id}/hand`, { serials, person: '张先生', channel: 'event' }, staff)
const redeem = (serial: string, body: object = {}, staff = '1001') => post<Life>('/redeem', { serial, ...body }, staff)
const life = (serial: string) => get<Life>(`/coupons/${encodeURIComponent(serial)}`)
const report = (from: string, to: string) => get<Report>(`/reports/coupons?from=${from}&to=${to}`)

/** A batch of which the first forty are stamped, the first twenty handed out. */
async function given(): Promise<string> {
  const { id } = await create()
  await stamp(id, '1001-1040')
  await hand(id, '1001-1020')
  return id
}

describe('a batch', () => {
  it('is registered by the serials printed on its first and last coupon', async () => {
    expect(await create({ printedOn: '2026-05-08', note: '春季' })).toMatchObject({
      kind: '生活体验券',
      prefix: 'SH',
      width: 6,
      from: 1001,
      to: 1100,
      serials: 'SH001001-001100',
      value: 5_000,
      validFrom: '2026-05-12',
      validUntil: '2026-05-31',
      printedOn: '2026-05-08',
      issuedBy: { staffNo: '2001', name: expect.any(String) },
      validity: 'current',
      stock: { issued: 100, printed: 100, outstanding: 100 },
    })
  })

  it('never has a serial another batch of its prefix has, and says which batch that is', async () => {
    const first = await create()
    for (const serials of ['SH001100-001200', 'SH000900-001001', 'SH1050', 'sh-000001-009999'])
      expect(await post('/batches', { ...form, serials }, '2001')).toMatchObject({
        status: 409,
        body: {
          error: { code: 'STATE', details: { why: 'overlap', batch: { id: first.id, serials: first.serials } } },
        },
      })
    await create({ serials: 'SH001101-001200' })
    await create({ serials: 'AB001001-001100' })
    await create({ serials: '1001-1100' })
  })

  it.each([
    ['no serials', { serials: 'SH' }],
    ['two ranges', { serials: '1-10, 20-30' }],
    ['an end before its beginning', { serials: '50-10' }],
    ['more than a million', { serials: '1-1000001' }],
    ['an end of validity that has passed', { validFrom: '2026-05-01', validUntil: '2026-05-11' }],
    ['an end before the beginning of validity', { validFrom: '2026-06-10', validUntil: '2026-06-01' }],
    ['a value below nothing', { value: -1 }],
    ['a day there is none of', { validUntil: '2026-02-30' }],
    ['a field nobody knows', { colour: 'red' }],
    ['no kind', { kind: '  ' }],
  ])('with %s is a clear 400', async (_what, wrong) => {
    const answer = await post('/batches', { ...form, ...wrong }, '2001')
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'INVALID' } } })
    expect((await get<{ items: unknown[] }>('/coupons/batches?validity=all')).items).toEqual([])
  })

  it('of a hundred thousand is a row, and stays one when it is stamped and handed out', async () => {
    const { id } = await create({ serials: 'T000001-100000' })
    await stamp(id, 'T000001-100000')
    const after = await hand(id, '1-99999')
    expect(after.stock).toMatchObject({ issued: 100_000, stamped: 1, handed: 99_999 })
    expect((await get<z.output<typeof couponSheet>>(`/coupons/batches/${id}`)).moves).toHaveLength(2)
    expect((await redeem('T050000')).status).toBe(200)
  })

  it('is listed while it can be used, and after that among the expired', async () => {
    const id = await given()
    const list = async (query = '') =>
      (await get<{ items: Batch[] }>(`/coupons/batches${query}`)).items.map((batch) => [batch.id, batch.validity])
    expect(await list()).toEqual([[id, 'current']])
    await desk.clock('2026-06-01 09:00')
    expect(await list()).toEqual([])
    expect(await list('?validity=expired')).toEqual([[id, 'expired']])
    expect(await list('?validity=all')).toHaveLength(1)
  })
})

describe('stamping, handing out, voiding', () => {
  it('take ranges as they are typed, in full-width too', async () => {
    const { id } = await create()
    const after = await stamp(id, 'ＳＨ１００１－１０１０，1020 SH001030~001035')
    expect(after.moved).toEqual({ serials: 'SH001001-001010, SH001020, SH001030-001035', count: 17 })
    expect(after.stock).toMatchObject({ printed: 83, stamped: 17 })
  })

  it('are done to all serials of a line or to none, and say which ones stand in the way and why', async () => {
    const id = await given()
    const answer = await post(`/batches/${id}/hand`, { serials: '1015-1050', person: '李女士', channel: 'desk' })
    expect(answer).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'STATE',
          details: {
            why: 'coupons',
            allowedCount: 20,
            refusedCount: 16,
            refused: [
              { serials: 'SH001015-001020', count: 6, why: 'handed', person: '张先生', by: { staffNo: '1001' } },
              { serials: 'SH001041-001050', count: 10, why: 'unstamped' },
            ],
          },
        },
      },
    })
    expect((await get<Batch>(`/coupons/batches/${id}`)).stock).toMatchObject({ handed: 20, stamped: 20 })
  })

  it('are shown before they are done', async () => {
    const id = await given()
    const preview = (act: string, serials: string) =>
      get<z.output<typeof couponPreview>>(
        `/coupons/batches/${id}/preview?act=${act}&serials=${encodeURIComponent(serials)}`,
      )
    expect(await preview('hand', '1015-1050, AB1')).toMatchObject({
      count: 36,
      allowed: 'SH001021-001040',
      allowedCount: 20,
      refusedCount: 16,
      refused: [{ why: 'handed' }, { why: 'unstamped' }],
      problems: [{ kind: 'foreign', text: 'AB1' }],
    })
    expect(await preview('stamp', '')).toMatchObject({ count: 0, refused: [], problems: [] })
  })

  it('a line that is not understood changes nothing', async () => {
    const id = await given()
    for (const serials of ['x', '1040-1030', 'AB1041', '1041-1042, x', ' , '])
      expect(await post(`/batches/${id}/stamp`, { serials, stamp: '财务章' }, '2001')).toMatchObject({
        status: 400,
        body: { error: { code: 'INVALID' } },
      })
    expect((await post('/batches/cb99/stamp', { serials: '1', stamp: '财务章' }, '2001')).status).toBe(404)
    const unknown = { serials: '1021', person: '张', channel: 'desk', customerId: 'c99' }
    expect((await post(`/batches/${id}/hand`, unknown)).status).toBe(400)
  })

  it('voiding needs a reason and a supervisor, who is written down', async () => {
    const id = await given()
    const body = { serials: '1001-1002, 1050', reason: '印错' }
    const path = `/batches/${id}/void`
    expect(await post(path, body)).toMatchObject({
      status: 409,
      body: { error: { code: 'NEEDS_MISSING', message: '还缺：主管核准。', details: { needs: ['supervisor'] } } },
    })
    expect((await post(path, { ...body, approval: { ...approval, staffNo: '1002' } })).status).toBe(403)
    expect((await post(path, { serials: '1001', approval })).status).toBe(400)
    expect((await get<Batch>(`/coupons/batches/${id}`)).stock.voided).toBe(0)
    const after = await good(path, { ...body, approval })
    expect(after.stock).toMatchObject({ voided: 3, handed: 18, stamped: 20, printed: 59, outstanding: 97 })
    expect((await life('1001')).events.at(-1)).toMatchObject({
      kind: 'voided',
      reason: '印错',
      by: { staffNo: '1001' },
      approvedBy: { staffNo: '2001' },
    })
    expect((await redeem('1001')).body.error).toMatchObject({ code: 'STATE', details: { state: 'voided' } })
  })

  it('are for these roles', async () => {
    const { id } = await create()
    for (const staff of ['1001', '1101']) {
      expect((await post('/batches', { ...form, serials: '1-2' }, staff)).status).toBe(403)
      expect((await post(`/batches/${id}/stamp`, { serials: '1001', stamp: '章' }, staff)).status).toBe(403)
    }
    await stamp(id, '1001-1002')
    await hand(id, '1001', '1101')
    expect((await redeem('1001', {}, '1101')).status).toBe(200)
  })
})

describe('redeeming', () => {
  it('takes a handed-out coupon as scanned, with the party that brought it', async () => {
    await given()
    const stay = await desk.letIn({ party: 3, roomNo: '305', minutes: 120, name: '王女士' })
    const { status, body } = await redeem('SH001003', { stayId: stay.id })
    expect(status).toBe(200)
    expect(body).toMatchObject({ serial: 'SH001003', state: 'redeemed' })
    expect(body.next).toBeUndefined()
    expect(body.events.map((event) => event.kind)).toEqual(['issued', 'stamped', 'handed', 'redeemed'])
    expect(body.events.at(-1)).toMatchObject({ roomNo: '305', guest: '王女士', by: { staffNo: '1001' } })
    const day = await get<{ items: z.output<typeof couponRedemption>[]; count: number; value: number }>(
      '/coupons/redemptions',
    )
    expect(day).toMatchObject({ count: 1, value: 5_000, items: [{ serial: 'SH001003', roomNo: '305' }] })
  })

  it('twice is refused, and says when, where and by whom it was redeemed', async () => {
    await given()
    const stay = await desk.letIn({ party: 3, roomNo: '305', minutes: 120 })
    await redeem('SH001003', { stayId: stay.id })
    await desk.clock('2026-05-12 21:00')
    expect(await redeem('1003', {}, '1002')).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'STATE',
          details: {
            state: 'redeemed',
            at: iso('2026-05-12 19:00'),
            by: { staffNo: '1001' },
            roomNo: '305',
            coupon: { serial: 'SH001003' },
          },
        },
      },
    })
  })

  it('by twenty desks at the same moment is done by one of them, and the others hear by whom', async () => {
    await given()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => redeem('SH001007', {}, index % 2 === 0 ? '1001' : '1002')),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    const lost = answers.filter((answer) => answer.status !== 200)
    const winner = answers.find((answer) => answer.status === 200)?.body.events.at(-1)?.by?.staffNo
    for (const { status, body } of lost) {
      expect(status).toBe(409)
      expect(body.error.details).toMatchObject({ state: 'redeemed', by: { staffNo: winner }, at: expect.any(String) })
    }
    expect((await report('2026-05-12', '2026-05-12')).total.redeemed).toBe(1)
  })

  it.each([
    ['one that is not stamped', '1060', 'printed'],
    ['one that is not handed out', '1030', 'stamped'],
  ])('%s is refused', async (_what, serial, state) => {
    await given()
    expect((await redeem(serial)).body.error).toMatchObject({ code: 'STATE', details: { state } })
  })

  it('what no batch has is not found, and what is no serial is not understood', async () => {
    await given()
    for (const serial of ['SH001101', 'AB001001', 'SH01001', '9999']) expect((await redeem(serial)).status).toBe(404)
    for (const serial of ['SH', '1001-1002', '1001 1002', '']) expect((await redeem(serial)).status).toBe(400)
    expect((await redeem('1003', { stayId: 's99' })).status).toBe(400)
    expect((await desk.get('/coupons/SH009999')).status).toBe(404)
    expect((await life('1003')).state).toBe('handed')
  })

  it('digits alone that fit several batches are asked about', async () => {
    await given()
    await create({ serials: 'AB001001-001100', kind: '饮品券' })
    expect((await redeem('1003')).body.error.details).toMatchObject({
      why: 'ambiguous',
      candidates: expect.arrayContaining([
        { serial: 'SH001003', kind: '生活体验券' },
        { serial: 'AB001003', kind: '饮品券' },
      ]),
    })
    expect((await redeem('SH1003')).status).toBe(200)
  })

  it('is possible from the first to the last valid business date, small hours of the next morning included', async () => {
    const { id } = await create({ validFrom: '2026-05-14', validUntil: '2026-05-15' })
    await stamp(id, '1001-1010')
    await hand(id, '1001-1010')
    expect((await redeem('1001')).body.error.details).toMatchObject({ state: 'notYet' })
    expect((await life('1001')).next).toBe('wait')
    await desk.clock('2026-05-14 08:00')
    expect((await redeem('1001')).status).toBe(200)
    await desk.clock('2026-05-16 07:59')
    expect((await redeem('1002')).status).toBe(200)
    await desk.clock('2026-05-16 08:00')
    expect((await redeem('1003')).body.error.details).toMatchObject({ state: 'expired', businessDate: '2026-05-16' })
    const late = {
      stamp: { serials: '1020', stamp: '财务章' },
      hand: { serials: '1020', person: '张先生', channel: 'desk' },
      void: { serials: '1020', reason: '印错', approval },
    }
    for (const [act, body] of Object.entries(late))
      expect(await post(`/batches/${id}/${act}`, body, '2001')).toMatchObject({
        status: 409,
        body: { error: { code: 'STATE', details: { refused: [{ why: 'expired' }] } } },
      })
    expect((await life('1003')).events.at(-1)).toEqual({ kind: 'expired', businessDate: '2026-05-16' })
  })
})

describe('undo', () => {
  const undo = (seq: number | undefined, staff: string) => desk.post('/undo', { seq }, staff)

  it('takes back a redemption, so that the coupon can be redeemed again', async () => {
    await given()
    const taken = await redeem('1003')
    expect((await undo(taken.body.journalSeq, '1001')).status).toBe(200)
    expect((await life('1003')).state).toBe('handed')
    expect((await redeem('1003', {}, '1002')).status).toBe(200)
    expect((await undo(taken.body.journalSeq, '1001')).status).toBe(409)
  })

  it('takes back each act while nothing leans on it, and no sooner', async () => {
    const batch = await create()
    const stamped = await stamp(batch.id, '1001-1040')
    const handed = await hand(batch.id, '1001-1020')
    const taken = await redeem('1003')
    const refusedBy = async (seq: number | undefined, staff: string) => {
      const { status, body } = await undo(seq, '2001')
      expect([status, body.error.code]).toEqual([409, 'UNDO_REFUSED'])
      expect(body.error.details).toMatchObject({ why: 'changedSince', by: staff })
    }
    await refusedBy(batch.journalSeq, '2001')
    await refusedBy(stamped.journalSeq, '1001')
    await refusedBy(handed.journalSeq, '1001')
    for (const one of [taken.body, handed, stamped, batch])
      expect((await undo(one.journalSeq, '2001')).status).toBe(200)
    expect((await desk.get(`/coupons/batches/${batch.id}`)).status).toBe(404)
  })

  it('takes back a voiding; a handing out of serials voided since stays', async () => {
    const { id } = await create()
    await stamp(id, '1001-1010')
    const handed = await hand(id, '1001-1010')
    const voided = await good(`/batches/${id}/void`, { serials: '1001', reason: '印错', approval })
    expect((await undo(handed.journalSeq, '1001')).status).toBe(409)
    expect((await undo(voided.journalSeq, '1001')).status).toBe(200)
    expect((await life('1001')).state).toBe('handed')
    expect((await undo(handed.journalSeq, '1001')).status).toBe(200)
    expect((await life('1001')).state).toBe('stamped')
  })
})

describe('the table of a period', () => {
  /** Handed out by two people, redeemed, voided, and left to expire. */
  async function history(): Promise<string> {
    const { id } = await create({ serials: 'SH001001-001100' })
    await stamp(id, '1001-1060')
    await hand(id, '1001-1020', '1001')
    await desk.clock('2026-05-13 12:00')
    await hand(id, '1031-1040', '1002')
    for (const serial of ['1001', '1002']) await redeem(serial, {}, '1002')
    await desk.clock('2026-05-14 12:00')
    await redeem('1031', {}, '1001')
    await good(`/batches/${id}/void`, { serials: '1003, 1100', reason: '客人遗失', approval }, '1002')
    return id
  }

  it('goes from opening to outstanding by batch, lists the gaps and checks itself', async () => {
    const id = await history()
    const table = await report('2026-05-13', '2026-05-14')
    expect(table).toMatchObject({ name: 'coupons', from: '2026-05-13', to: '2026-05-14', state: 'running' })
    const cells = {
      opening: 100,
      issued: 0,
      stamped: 0,
      handed: 10,
      redeemed: 3,
      voided: 2,
      expired: 0,
      outstanding: 95,
      inHouse: 69,
      withGuests: 26,
    }
    expect(table.rows).toEqual([expect.objectContaining({ key: id, label: '生活体验券 SH001001-001100', cells })])
    expect(table.total).toEqual(cells)
    expect(table.gaps).toEqual([{ batch: id, label: '生活体验券', serials: 'SH001021-001030', count: 10 }])
    expect(table.checks.map((check) => [check.name, check.ok])).toEqual([
      ['identity', true],
      ['whereabouts', true],
      ['persons', true],
    ])
    expect(table.checks[0]?.text).toBe('期初 100 + 发行 0 − 兑付 3 − 作废 2 − 过期 0 = 结存 95')
    expect(table.definitions.map((one) => one.name)).toContain('期末结存')
  })

  it('by person says who did what, and what became of what each handed out', async () => {
    await history()
    const { persons } = await report('2026-05-12', '2026-05-14')
    const row = (key: string) => persons.find((person) => person.key === key)?.cells
    expect(row('2001')).toMatchObject({ issued: 100, stamped: 60, handed: 0, outstanding: 0 })
    expect(row('1001')).toMatchObject({ handed: 20, redeemed: 2, voided: 1, outstanding: 17, accepted: 1, voiding: 0 })
    expect(row('1002')).toMatchObject({ handed: 10, redeemed: 1, voided: 0, outstanding: 9, accepted: 2, voiding: 2 })
    expect(row('house')).toMatchObject({ voided: 1, outstanding: 69 })
  })

  it('counts what expires on the day after, once, and leaves it out of later periods', async () => {
    await history()
    expect((await report('2026-05-14', '2026-06-30')).total.expired).toBe(0)
    await desk.clock('2026-06-02 12:00')
    const cells = async (from: string, to: string) => (await report(from, to)).total
    expect(await cells('2026-05-31', '2026-05-31')).toMatchObject({ opening: 95, expired: 0, outstanding: 95 })
    expect(await cells('2026-06-01', '2026-06-01')).toMatchObject({ opening: 95, expired: 95, outstanding: 0 })
    expect((await report('2026-06-02', '2026-06-02')).rows).toEqual([])
  })

  it('is a paper whose formulas come to the figures beside them', async () => {
    await history()
    const made = await get<Paper>('/reports/coupons/paper?from=2026-05-13&to=2026-05-14')
    expect(made.title).toBe('生活体验券发放统计表')
    expect(made.tables.map((table) => table.key)).toEqual(['batches', 'persons', 'gaps'])
    let counted = 0
    for (const table of made.tables)
      for (const row of table.rows) {
        const cell = (one: { row?: string; column?: string }, own: string) =>
          Number(table.rows.find((other) => other.key === (one.row ?? row.key))?.cells[one.column ?? own])
        for (const [column, formula] of Object.entries(row.formulas ?? {})) {
          counted += 1
          const sum =
            'add' in formula
              ? formula.add.reduce((total, one) => total + cell(one, column), 0)
              : 'difference' in formula
                ? cell(formula.difference[0], column) - cell(formula.difference[1], column)
                : table.rows
                    .filter((other) => other.kind === 'row')
                    .reduce((total, other) => total + Number(other.cells[column] ?? 0), 0)
          expect([table.key, row.key, column, sum]).toEqual([table.key, row.key, column, row.cells[column]])
        }
      }
    expect(counted).toBeGreaterThan(30)
    const english = await desk.rest.call<Paper>('GET', '/reports/coupons/paper?from=2026-05-13&to=2026-05-14', {
      headers: { 'accept-language': 'en' },
    })
    expect(english.body.title).toBe('Experience coupons')
  })

  it.each([
    ['', 200],
    ['from=2026-05-02', 400],
    ['from=2026-05-02&to=2026-05-01', 400],
    ['from=2026-05-01&to=2026-05-02&floor=3', 400],
    ['from=2027-01-01&to=2027-01-31', 200],
  ])('asked for %j: %i', async (query, status) => {
    expect((await desk.get(`/reports/coupons?${query}`)).status).toBe(status)
  })
})
