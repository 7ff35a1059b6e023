import { expect, test } from '@playwright/test'
import { type Hub, openFace, startHub } from './hub.ts'

interface Offer {
  offerId: string
  kind: string
}

let hub: Hub
const start = '2026-03-06T21:15:00+08:00'

/** A small party in a larger room that said yes to moving later (流程10), and has arrived. */
async function promised(name: string, phone: string): Promise<void> {
  const request = { party: 3, start, typeCode: 'S', phone }
  const { offers } = await hub.call<{ offers: Offer[] }>('POST', '/decisions', request)
  const larger = offers.find((offer) => offer.kind === 'largerType')
  await hub.call('POST', '/bookings', {
    request,
    offerId: larger?.offerId,
    transferConsent: true,
    customer: { name, phone },
  })
}

test.beforeAll(async () => {
  test.setTimeout(120_000)
  hub = await startHub({ now: '2026-03-06T20:00:00+08:00' })
  for (let room = 201; room <= 224; room += 1) {
    await hub.call('POST', '/stays', { party: 3, roomNo: String(room), minutes: 300, name: '在场' })
  }
  await promised('王女士', '13800002209')
  await promised('马先生', '13800003310')
  await hub.moveTo(start)
  const { items } = await hub.call<{ items: { code: string }[] }>('GET', '/bookings?date=2026-03-06&status=confirmed')
  for (const booking of items) await hub.call('POST', `/bookings/${booking.code}/arrive`, {})
})
test.afterAll(() => hub.stop())

test('流程10 转包: the oldest promise comes first; when a right-sized room is ready T moves the party and the promise is kept', async ({
  page,
}) => {
  await openFace(page, hub)
  await page.keyboard.press('F6')
  const rows = page.getByRole('grid', { name: '转包承诺' }).locator('[role="row"][aria-selected]')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('王女士')
  await expect(page.getByText('还没有合适的包厢空出来')).toBeVisible()

  const { items } = await hub.call<{ items: { id: string; segments: { roomNo: string }[] }[] }>(
    'GET',
    '/stays?state=open',
  )
  const stay = items.find((one) => one.segments[0]?.roomNo === '205')
  await hub.call('POST', `/stays/${stay?.id}/settle`, {})
  await hub.call('POST', `/stays/${stay?.id}/leave`, {})
  await hub.call('POST', '/rooms/205/cleaned', {})
  await expect(rows.first()).toContainText('205')
  await page.keyboard.press('t')
  await expect(page.locator('.toast')).toContainText('王女士 已转到 205')
  await expect(page.getByText('承诺兑现 100%')).toBeVisible()
  await expect(rows.first()).toContainText('马先生')
})

test('转包: a guest who would rather stay is recorded with one key', async ({ page }) => {
  await openFace(page, hub, { path: '/promises' })
  const grid = page.getByRole('grid', { name: '转包承诺' })
  await expect(grid).toContainText('马先生')
  await page.keyboard.press('d')
  await expect(page.locator('.toast')).toContainText('马先生 不换')
  await expect(grid).toContainText('客人不换')
})

test('婉拒: a call that ended without a booking is listed with its reason in words', async ({ page }) => {
  await hub.call('POST', '/refusals', {
    request: { party: 3, start: '2026-03-06T22:30:00+08:00', typeCode: 'S' },
    kind: 'regret',
    reason: 'price',
    name: '陈先生',
  })
  await openFace(page, hub, { path: '/promises' })
  await page.getByRole('tab', { name: '婉拒' }).click()
  const grid = page.getByRole('grid', { name: '婉拒' })
  await expect(grid).toContainText('客人不要')
  await expect(grid).toContainText('价钱')
  await expect(grid).toContainText('陈先生')
})
