import { expect, test } from '@playwright/test'
import { type Hub, openFace, startHub } from './hub.ts'

let hub: Hub
test.beforeAll(async () => {
  hub = await startHub()
})
test.afterAll(() => hub.stop())

test('设置: a rule saved from a later day leaves today as it is and is listed with what changed', async ({ page }) => {
  await openFace(page, hub, { staffNo: '3001', path: '/settings?tab=rules' })
  await page.getByLabel('可订几天内').fill('10')
  await page.getByLabel('从哪个营业日起').fill('2026-03-09')
  await page.keyboard.press('Control+S')
  const versions = page.locator('.versions > li')
  await expect(versions).toHaveCount(2)
  await expect(versions.first()).toContainText('可订几天内')
  await expect(versions.first()).toContainText('7 天')
  await expect(versions.first()).toContainText('10 天')
  const venue = await hub.call<{ policy: { bookingWindowDays: number } }>('GET', '/venue')
  expect(venue.policy.bookingWindowDays).toBe(7)
})

test('设置: numbers that contradict each other are named at their field and can not be saved', async ({ page }) => {
  await openFace(page, hub, { staffNo: '3001', path: '/settings?tab=rules' })
  await page.getByLabel('最短时长').fill('200')
  await expect(page.getByRole('alert').first()).toContainText('对不上')
  await expect(page.getByRole('button', { name: /存为新规则/ })).toBeDisabled()
  await page.getByLabel('最短时长').fill('两小时')
  await expect(page.getByRole('alert').first()).toContainText('0 到 1440')
})

test('设置: leaving with something unsaved asks first', async ({ page }) => {
  await openFace(page, hub, { staffNo: '3001', path: '/settings' })
  await page.getByLabel('门店名').fill('星悦 KTV')
  await page.keyboard.press('F5')
  const question = page.getByRole('dialog', { name: '改动还没保存' })
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(page.getByLabel('门店名')).toHaveValue('星悦 KTV')
  await page.keyboard.press('Control+S')
  await expect(page.locator('.toast')).toContainText('设置已保存')
  await page.keyboard.press('F5')
  await expect(page.getByRole('heading', { name: '候位' })).toBeVisible()
})

test('设置: rooms typed by range say what is new and what goes before they are saved', async ({ page }) => {
  await openFace(page, hub, { staffNo: '3001', path: '/settings?tab=rooms' })
  const ranges = page.getByLabel('包厢（一行一种）')
  await ranges.fill('201-226 小包\n301-320 中包\n501-510 大包\n601-604 豪华包\n701-702 总统包')
  await expect(page.getByText('新增 2 间：225、226。')).toBeVisible()
  await page.keyboard.press('Control+S')
  await expect(page.locator('.toast')).toContainText('设置已保存')
  const venue = await hub.call<{ rooms: unknown[] }>('GET', '/venue')
  expect(venue.rooms).toHaveLength(62)
})

test('设置: a manager adds staff and sets a PIN; who may not change settings sees them read-only', async ({ page }) => {
  await openFace(page, hub, { staffNo: '3001', path: '/settings?tab=staff' })
  await expect(page.getByRole('button', { name: /加一位/ })).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.type('1003')
  await page.keyboard.press('Tab')
  await page.keyboard.type('孙丽')
  await page.getByLabel('PIN', { exact: true }).fill('246802')
  await page.keyboard.press('Enter')
  await expect(page.locator('.staff-list')).toContainText('孙丽')
})

test('设置: the desk sees the settings and changes none', async ({ page }) => {
  await openFace(page, hub, { path: '/settings?tab=prices' })
  await expect(page.getByText('改设置由经理登录来做')).toBeVisible()
  await expect(page.getByLabel('小包 周五 18–24')).toHaveAttribute('readonly', '')
  await expect(page.getByRole('button', { name: /存为新价格/ })).toHaveCount(0)
})
