import { expect, test } from '@playwright/test'
import { type Hub, openFace, pin, startHub } from './hub.ts'

let hub: Hub

test.beforeAll(async () => {
  test.setTimeout(120_000)
  hub = await startHub({ now: '2026-03-06T20:00:00+08:00' })
  // Every small room is in use until late, so that small parties have to wait.
  for (let room = 201; room <= 224; room += 1) {
    await hub.call('POST', '/stays', { party: 3, roomNo: String(room), minutes: 240, name: '在场' })
  }
})
test.afterAll(() => hub.stop())

test('候位: N notes a party with its quoted wait, C calls it, L lets it go', async ({ page }) => {
  await openFace(page, hub)
  await page.keyboard.press('F5')
  const list = page.locator('.waitlist-list')
  await expect(list).toContainText('按 N 记一组')
  await page.keyboard.press('n')
  await page.keyboard.type('3')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('林先生')
  await page.keyboard.press('Enter')
  await expect(list).toContainText('S1')
  await expect(list).toContainText('林先生')
  await expect(page.locator('.toast')).toContainText('约')
  await page.getByRole('grid', { name: '在等的客人' }).focus()
  await page.keyboard.press('c')
  await expect(list).toContainText('已叫')
  await page.keyboard.press('l')
  await expect(list).toContainText('现在没有客人在等')
})

test('流程09 插队: a wrong PIN stores nothing; approved, the party stands first and the ledger says whom it displaced', async ({
  page,
}) => {
  await hub.call('POST', '/waitlist', { party: 3, name: '先到的杜女士', typeCode: 'S' })
  await openFace(page, hub, { path: '/waitlist' })
  const list = page.locator('.waitlist-list')
  await expect(list).toContainText('先到的杜女士')
  await page.keyboard.press('n')
  await page.getByLabel('人数', { exact: true }).fill('4')
  await page.getByLabel('房型').selectOption('S')
  await page.getByLabel('姓名').fill('老客人')
  await page.getByLabel(/客人要求优先/).check()
  await page.getByLabel('主管工号').fill('2001')
  await page.getByLabel('主管 PIN').fill('000000')
  await page.getByLabel('原因').fill('带着老人')
  await page.keyboard.press('Enter')
  await expect(page.locator('.page-side [role="alert"]')).toBeVisible()
  await expect(list).not.toContainText('老客人')
  await page.getByLabel('主管 PIN').fill(pin)
  await page.keyboard.press('Enter')
  const rows = list.locator('[role="row"][aria-selected]')
  await expect(rows.first()).toContainText('老客人')
  await expect(rows.first()).toContainText('插队')
  await expect(rows.nth(1)).toContainText('先到的杜女士')

  await page.keyboard.press('F6')
  await page.getByRole('tab', { name: '插队记录' }).click()
  const ledger = page.getByRole('grid', { name: '插队记录' })
  await expect(ledger).toContainText('带着老人')
  await expect(ledger).toContainText('先到的杜女士')
})

test('候位: a room that becomes free shows on the entry, and S seats the party there', async ({ page }) => {
  await openFace(page, hub, { path: '/waitlist' })
  const list = page.locator('.waitlist-list')
  const stays = await hub.call<{ items: { id: string; segments: { roomNo: string }[] }[] }>('GET', '/stays')
  const stay = stays.items.find((one) => one.segments[0]?.roomNo === '205')
  await hub.call('POST', `/stays/${stay?.id}/settle`, {})
  await hub.call('POST', `/stays/${stay?.id}/leave`, {})
  await hub.call('POST', '/rooms/205/cleaned', {})
  await expect(list.locator('[role="row"][aria-selected]').first()).toContainText('205')
  await page.getByRole('grid', { name: '在等的客人' }).focus()
  await page.keyboard.press('s')
  await expect(page.locator('.toast')).toContainText('已入座 205')
})

test('候位: past the quoted time the wait runs up in red, with words of its own for the guest', async ({ page }) => {
  await openFace(page, hub, { path: '/waitlist' })
  await expect(page.locator('.waitlist-list')).toContainText('先到的杜女士')
  await hub.moveTo('2026-03-07T01:30:00+08:00')
  await page.reload()
  await page.keyboard.press('F5')
  await expect(page.locator('.waitlist-list .bad').first()).toContainText('超')
  await expect(page.locator('.waited-script')).toContainText('谢谢您一直等着')
})
