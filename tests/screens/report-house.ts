import type { Hub } from '#tests/e2e/hub.ts'

interface Customers {
  readonly items: readonly { readonly id: string }[]
}
interface Rows {
  readonly items: readonly { readonly stayId: string; readonly businessDate: string; readonly roomNo: string }[]
}

/** Where the practice clock stands when the house is looked at: a Friday afternoon after a closed day. */
export const reportNow = '2026-03-06T15:20:00+08:00'
export const reportDay = '2026-03-05'
export const reportMonth = '2026-03-02'

const words = ['服务周到，下次还来', '音响有杂音', '空调太冷', '水果新鲜', '等位久了一点', '', '', '']
// What guests write: mostly content, some not.
const marks = [5, 4, 5, 4, 3, 5, 4, 2, 5, 4, 5, 3, 4, 5, 1] as const

/** Puts into a venue with made-up years what no history makes: VIP cards, comment cards and coupons, through the public API. */
export async function furnishReports(hub: Hub): Promise<void> {
  await issueCards(hub)
  await enterComments(hub)
  await handOutCoupons(hub)
}

async function issueCards(hub: Hub): Promise<void> {
  const { items } = await hub.call<Customers>('GET', '/customers?limit=40')
  for (const [index, { id }] of items.slice(0, 24).entries())
    await hub.call('POST', '/cards', { customerId: id, tier: index % 3 === 0 ? 'gold' : 'silver' }, '2001')
}

async function enterComments(hub: Hub): Promise<void> {
  const { items } = await hub.call<Rows>(
    'GET',
    `/reports/rows?table=entries&from=${reportMonth}&to=${reportDay}&limit=200`,
  )
  for (const [index, { stayId, businessDate, roomNo }] of items.filter((_, at) => at % 6 === 0).entries()) {
    const mark = (of: number) => ((index + of) % 11 === 0 ? null : marks[(index * 3 + of * 5) % marks.length])
    const said = words[index % words.length] ?? ''
    await hub.call('POST', '/comments', {
      date: businessDate,
      roomNo,
      stayId,
      scores: { service: mark(0), food: mark(1), sound: mark(2), environment: mark(3), price: mark(4) },
      ...(said !== '' && { words: said }),
      ...(index % 4 === 0 && { phone: `139${String(20_000_000 + index)}` }),
    })
  }
}

async function handOutCoupons(hub: Hub): Promise<void> {
  const coupons = [
    { kind: '生活体验券', serials: 'SH001001-001200', value: 5_000 },
    { kind: '欢唱券', serials: 'HC000501-000560', value: 10_000 },
  ]
  for (const { kind, serials, value } of coupons) {
    const made = { kind, serials, value, validFrom: '2026-03-01', validUntil: '2026-12-31' }
    const { id } = await hub.call<{ id: string }>('POST', '/coupons/batches', made, '2001')
    const first = Number(/\d+/.exec(serials)?.[0])
    const line = (from: number, to: number) => `${first + from}-${first + to}`
    await hub.call('POST', `/coupons/batches/${id}/stamp`, { serials: line(0, 49), stamp: '甲章' }, '2001')
    await hub.call('POST', `/coupons/batches/${id}/hand`, {
      serials: line(0, 19),
      person: '星光广告',
      channel: 'partner',
    })
    await hub.call(
      'POST',
      `/coupons/batches/${id}/hand`,
      { serials: line(25, 33), person: '三月活动', channel: 'event' },
      '1001',
    )
    const prefix = serials.slice(0, 2)
    for (let at = 0; at < 6; at += 1) {
      const serial = `${prefix}${String(first + at * 3).padStart(6, '0')}`
      await hub.call('POST', '/coupons/redeem', { serial }, at % 2 === 0 ? '1001' : '1002')
    }
    const approval = { staffNo: '2001', pin: '135790', reason: '水渍' }
    await hub.call('POST', `/coupons/batches/${id}/void`, { serials: line(48, 49), reason: '印坏', approval })
  }
}
