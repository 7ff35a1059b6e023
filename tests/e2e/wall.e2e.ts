import { expect, type Locator, type Page, test } from '@playwright/test'
import { newPhone } from './desk-steps.ts'
import { type Hub, openFace, startHub } from './hub.ts'

test.describe.configure({ timeout: 150_000 })

let hub: Hub
test.beforeAll(async () => {
  hub = await startHub()
  for (const [roomNo, name] of [
    ['201', '丁先生'],
    ['202', '谭女士'],
  ])
    await hub.call('POST', '/bookings', {
      request: { party: 3, start: '2026-03-06T19:00:00+08:00', minutes: 120, roomNo },
      customer: { name, phone: newPhone() },
    })
})
test.afterAll(() => hub.stop())

const tile = (page: Page, roomNo: string): Locator => page.locator(`[data-tile="${roomNo}"]`)
const wall = (page: Page): Locator => page.locator('[role="grid"]')

/** Walks along the tiles until the wall stands on the room. */
async function standOn(page: Page, roomNo: string): Promise<void> {
  await wall(page).focus()
  await page.keyboard.press('Home')
  for (let i = 0; i < 60; i += 1) {
    if ((await wall(page).getAttribute('aria-activedescendant')) === `tile-${roomNo}`) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`no tile ${roomNo}`)
}

test('one key a step takes a party from its booking to a clean room', async ({ page }) => {
  await openFace(page, hub, { path: '/wall', staffNo: '1101' })
  await expect(tile(page, '201')).toContainText('19:00')
  await expect(tile(page, '201')).toContainText('丁先生')
  await standOn(page, '201')
  await page.keyboard.press('o')
  await expect(tile(page, '201')).toHaveClass(/state-inUse/)
  await page.keyboard.press('x')
  await expect(page.locator('.room-sheet')).toContainText('续几分钟')
  await page.keyboard.press('Enter')
  await expect(page.locator('.toast')).toContainText('21:30')
  await expect(wall(page)).toBeFocused()
  await page.keyboard.press('b')
  await expect(tile(page, '201')).toHaveClass(/state-settled/)
  await page.keyboard.press('l')
  await expect(tile(page, '201')).toHaveClass(/state-cleaning/)
  await page.keyboard.press('c')
  await expect(tile(page, '201')).toHaveClass(/state-free/)
})

test('O on a free tile opens it for a party that walks in, and T moves it on', async ({ page }) => {
  await openFace(page, hub, { path: '/wall', staffNo: '1101' })
  await standOn(page, '301')
  await page.keyboard.press('o')
  await page.keyboard.type('6')
  await page.keyboard.press('Enter')
  await expect(tile(page, '301')).toHaveClass(/state-inUse/)
  await page.keyboard.press('t')
  await page.locator('.room-sheet select').first().selectOption('302')
  await page.locator('.room-sheet button[type="submit"]').click()
  await expect(tile(page, '302')).toHaveClass(/state-inUse/)
  await expect(tile(page, '301')).toHaveClass(/state-cleaning/)
})

test('chips filter by state and say how many', async ({ page }) => {
  await openFace(page, hub, { path: '/wall' })
  const chip = page.locator('.chip', { hasText: '预留' })
  await expect(chip).toContainText('1')
  await chip.click()
  await expect(page.locator('[data-tile]')).toHaveCount(1)
  await expect(tile(page, '202')).toBeVisible()
  await chip.click()
  await expect(page.locator('[data-tile]')).toHaveCount(60)
})

test('rooms stand in the order in which they become free', async ({ page }) => {
  await hub.call('POST', '/stays', { party: 10, minutes: 60, roomNo: '501' })
  await hub.call('POST', '/stays', { party: 10, minutes: 120, roomNo: '502' })
  await openFace(page, hub, { path: '/wall' })
  await page.getByRole('button', { name: '按空出先后' }).click()
  const order = await page
    .locator('[data-tile]')
    .evaluateAll((tiles) => tiles.map((one) => one.getAttribute('data-tile')))
  expect(order.indexOf('503')).toBeLessThan(order.indexOf('501'))
  expect(order.indexOf('501')).toBeLessThan(order.indexOf('502'))
})

test('what another station does is on the wall at once', async ({ page }) => {
  await openFace(page, hub, { path: '/wall' })
  await expect(tile(page, '320')).toHaveClass(/state-free/)
  await hub.call('POST', '/stays', { party: 6, minutes: 120, roomNo: '320' })
  await expect(tile(page, '320')).toHaveClass(/state-inUse/)
})

test('the lobby sees rooms but no names, and no keys do anything', async ({ page }) => {
  await openFace(page, hub, { path: '/wall' })
  await expect(tile(page, '202')).toContainText('谭女士')
  await page.goto(`${hub.url}/wall?lobby=1`)
  await expect(tile(page, '202')).toContainText('19:00')
  await expect(page.getByText('谭女士')).toHaveCount(0)
  await expect(page.locator('.wall-toolbar')).toHaveCount(0)
  await tile(page, '202').click()
  await expect(page.locator('.room-sheet')).toHaveCount(0)
})
