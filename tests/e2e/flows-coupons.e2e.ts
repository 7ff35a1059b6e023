import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { type Hub, journeyMs, openFace, pin, startHub } from './hub.ts'

test.describe.configure({ timeout: journeyMs })

interface Figures {
  readonly opening: number
  readonly issued: number
  readonly stamped: number
  readonly handed: number
  readonly redeemed: number
  readonly voided: number
  readonly expired: number
  readonly outstanding: number
  readonly inHouse: number
  readonly withGuests: number
}

let hub: Hub
/** A batch of drinks, nine of them handed out. */
let drinks = ''
test.beforeAll(async () => {
  hub = await startHub({ now: '2026-05-12T19:00:00+08:00' })
  const form = { kind: '饮品券', serials: 'YP0001-0060', value: 2_800, validUntil: '2026-05-31' }
  const batch = await hub.call<{ id: string }>('POST', '/coupons/batches', form, '2001')
  await hub.call('POST', `/coupons/batches/${batch.id}/stamp`, { serials: '1-60', stamp: '财务章' }, '2001')
  await hub.call('POST', `/coupons/batches/${batch.id}/hand`, { serials: '1-9', person: '李女士', channel: 'event' })
  drinks = batch.id
})
test.afterAll(() => hub.stop())

const card = (page: Page) => page.locator('.coupon-card')
const toast = (page: Page) => page.locator('.toast')
/** As a scanner does: the serial as printed, then Enter, wherever the focus is. */
async function scan(page: Page, serial: string): Promise<void> {
  await page.keyboard.type(serial)
  await page.keyboard.press('Enter')
}
test('流程24 盖印优惠券: from the printer to the guest and back by keyboard, and the table adds up', async ({
  page,
}) => {
  await hub.call('POST', '/stays', { party: 3, roomNo: '305', minutes: 180, name: '王女士' }, '1101')
  await openFace(page, hub, { staffNo: '2001', path: '/coupons' })
  await expect(page.getByLabel('扫券或输券号')).toBeFocused()

  // 登记一批券: the serials say at once how many they are.
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('券号（首张到末张）')).toBeFocused()
  await page.keyboard.type('ＳＨ００１００１－００１１００')
  await expect(page.getByText('SH001001-001100，共 100 张')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type('50')
  await page.getByLabel('有效到').focus()
  await page.keyboard.type('05312026')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('SH001001-001100 已登记')

  // 盖印: what is not stamped yet stands in the line already; here only some of it.
  await page.keyboard.press('Alt+s')
  await expect(page.getByLabel('券号', { exact: true })).toBeFocused()
  await expect(page.getByLabel('券号', { exact: true })).toHaveValue('SH001001-001100')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('1001-1060')
  await expect(page.getByText('可以：60 张')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type('财务章')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('盖印 60 张')

  // 发放: the part that is not stamped is left out, with its reason, before Enter.
  await page.keyboard.press('Alt+h')
  await expect(page.getByLabel('券号', { exact: true })).toBeFocused()
  await page.keyboard.type('1051-1070')
  await expect(page.getByText('先放下：10 张')).toBeVisible()
  await expect(page.locator('.serials-preview')).toContainText('SH001061-001070 还没盖印')
  await expect(page.getByRole('button', { name: /确认发放/ })).toBeDisabled()
  await page.keyboard.press('Alt+o')
  await expect(page.getByLabel('券号', { exact: true })).toHaveValue('SH001051-001060')
  await expect(page.getByRole('button', { name: /确认发放 10 张/ })).toBeEnabled()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('发给谁')).toBeFocused()
  await page.keyboard.type('张先生')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('发放 10 张')
  await expect(page.locator('.batch-strip')).toHaveAttribute('aria-label', /客人手中 10/)
  await expect(page.getByText('断号 50 张')).toBeVisible()

  // 兑付: scanned, looked at, one key; for the room that brought it.
  await scan(page, 'SH001052')
  await expect(card(page)).toContainText('可兑付')
  await expect(card(page)).toContainText('由吴建国发给张先生')
  await page.keyboard.press('Alt+r')
  await page.keyboard.type('305')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /兑付，记在 305/ })).toBeVisible()
  await expect(page.getByLabel('扫券或输券号')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card(page)).toContainText('兑付好了')
  await expect(page.getByRole('grid', { name: '今日兑付' })).toContainText('SH001052')

  // The same coupon again: refused in words, with when, where and by whom.
  await scan(page, 'SH001052')
  await expect(card(page)).toContainText('已兑付过')
  await expect(card(page)).toContainText('在 305，吴建国经手')
  await page.keyboard.press('Enter')
  await expect(card(page)).toContainText('已兑付过')

  // 作废: a reason and a supervisor.
  await page.keyboard.press('Alt+2')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.batch-head')).toContainText('SH001001-001100')
  await page.keyboard.press('Alt+v')
  await expect(page.getByLabel('券号', { exact: true })).toBeFocused()
  await page.keyboard.type('1053, 1100')
  await expect(page.getByText('可以：2 张')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('请主管输员工号、PIN 和原因')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('主管工号')).toBeFocused()
  await page.keyboard.type('2001')
  await page.keyboard.press('Tab')
  await page.keyboard.type(pin)
  await page.keyboard.press('Tab')
  await page.keyboard.type('客人遗失')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('作废 2 张')
  await scan(page, 'SH001053')
  await expect(card(page)).toContainText('客人遗失')

  // 发放统计: the batch's row, and sums that are those of the API; the identity holds.
  await page.keyboard.press('Alt+3')
  const batches = page.locator('.paper-table').first()
  const numbers = async (row: Locator) =>
    (await row.locator('td.num').allTextContents()).filter((text) => !text.includes('¥') && text !== '').map(Number)
  const own = batches.locator('tr', { hasText: 'SH001001-001100' })
  await expect(own).toContainText('¥')
  expect(await numbers(own)).toEqual([0, 100, 100, 60, 10, 1, 2, 0, 3, 97, 89, 8])
  const { total } = await hub.call<{ total: Figures }>('GET', '/reports/coupons?from=2026-05-01&to=2026-05-31')
  const { opening, issued, stamped, handed, redeemed, voided, expired, outstanding, inHouse, withGuests } = total
  expect(opening + issued - redeemed - voided - expired).toBe(outstanding)
  expect(await numbers(batches.locator('.paper-total'))).toEqual([
    opening,
    issued,
    opening + issued,
    stamped,
    handed,
    redeemed,
    voided,
    expired,
    redeemed + voided + expired,
    outstanding,
    inHouse,
    withGuests,
  ])
  await expect(page.locator('.paper-checks')).toContainText(`= 结存 ${outstanding}`)
  await expect(page.locator('.paper-checks li')).toHaveCount(3)
  await expect(page.locator('.paper-checks .bad')).toHaveCount(0)
})

test('优惠券: what another desk redeems meanwhile is refused in words', async ({ page }) => {
  await openFace(page, hub, { path: '/coupons' })
  await scan(page, 'YP0003')
  await expect(card(page)).toContainText('可兑付')
  await hub.call('POST', '/coupons/redeem', { serial: 'YP0003' }, '1002')
  await expect(card(page)).toContainText('已兑付过')
  await expect(card(page)).toContainText('陈可经手')
})

test('优惠券: a redemption is taken back with Ctrl+Z, and the coupon can be redeemed again', async ({ page }) => {
  await openFace(page, hub, { path: '/coupons' })
  await scan(page, 'yp5')
  await expect(card(page)).toContainText('可兑付')
  await page.keyboard.press('Enter')
  await expect(card(page)).toContainText('兑付好了')
  await page.keyboard.press('Control+z')
  await expect(toast(page)).toContainText('已撤销')
  await expect(card(page)).toContainText('可兑付')
  // Where the focus is does not matter to a scanner.
  await page.getByRole('grid', { name: '今日兑付' }).focus()
  await scan(page, 'YP0099')
  await expect(card(page)).toContainText('没有 YP0099 这个券号')
})

test('优惠券: one that is still in stock leads to its handing out with one key', async ({ page }) => {
  await openFace(page, hub, { path: '/coupons' })
  await scan(page, 'YP0020')
  await expect(card(page)).toContainText('还没发放')
  await page.keyboard.press('Alt+h')
  await expect(page.getByLabel('券号', { exact: true })).toHaveValue('YP0020')
  await page.keyboard.press('Tab')
  await page.keyboard.type('赵先生')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('发放 1 张：YP0020')
  await scan(page, 'YP0020')
  await expect(card(page)).toContainText('可兑付')
})

test('优惠券: the desk neither registers nor stamps', async ({ page }) => {
  await openFace(page, hub, { path: `/coupons?tab=batches&batch=${drinks}` })
  await expect(page.locator('.batch-head')).toContainText('YP0001-0060')
  await expect(page.getByRole('button', { name: /登记一批券/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^盖印/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^发放/ })).toBeVisible()
})

for (const appearance of ['light', 'dark'] as const)
  test(`优惠券: no tab has a serious finding (${appearance})`, async ({ page }) => {
    await openFace(page, hub, { staffNo: '2001', appearance, path: `/coupons?tab=batches&batch=${drinks}` })
    const findings = async () =>
      (await new AxeBuilder({ page }).include('main').analyze()).violations
        .filter((one) => one.impact === 'serious' || one.impact === 'critical')
        .map((one) => `${one.id} ${one.nodes[0]?.target.join(' ')} ${one.nodes[0]?.failureSummary}`)
    await expect(page.locator('.batch-strip')).toBeVisible()
    expect(await findings()).toEqual([])
    await page.keyboard.press('Alt+v')
    await page.keyboard.type('1-30')
    await expect(page.locator('.serials-preview')).toBeVisible()
    expect(await findings()).toEqual([])
    await page.keyboard.press('Alt+n')
    await expect(page.getByLabel('券号（首张到末张）')).toBeVisible()
    expect(await findings()).toEqual([])
    await page.keyboard.press('Alt+3')
    await expect(page.locator('.paper-checks')).toBeVisible()
    expect(await findings()).toEqual([])
    await page.keyboard.press('Alt+1')
    await scan(page, 'YP0003')
    await expect(card(page)).toBeVisible()
    expect(await findings()).toEqual([])
  })
