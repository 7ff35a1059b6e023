import { expect, test } from '@playwright/test'
import { type Hub, startHub } from './hub.ts'

let hub: Hub
test.beforeEach(async () => {
  hub = await startHub({ training: false })
})
test.afterEach(() => hub.stop())

test('首次向导: by keyboard alone, from an empty folder to a desk that takes bookings; a reload loses nothing', async ({
  page,
}) => {
  await page.goto(hub.url)
  await expect(page.getByRole('heading', { name: '先选语言' })).toBeVisible()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: '门店叫什么' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('请写门店名')
  await page.keyboard.type('星悦 KTV')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: '有哪些包厢' })).toBeVisible()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('201-212 小包\n301-306 特大包')
  await expect(page.getByRole('alert')).toContainText('没有叫“特大包”的房型')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('201-212 小包\n301-306 中包')
  await expect(page.getByText('一共 18 间')).toBeVisible()

  await page.reload()
  await expect(page.getByText('一共 18 间')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '每小时多少元' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '几点到几点营业' })).toBeVisible()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: '谁来管理' })).toBeVisible()
  await page.keyboard.type('林经理')
  await page.keyboard.press('Tab')
  await page.keyboard.type('246802')
  await page.keyboard.press('Tab')
  await page.keyboard.type('246802')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1001 小周 客服 135790')
  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('heading', { name: '核对一下' })).toBeVisible()
  await expect(page.getByText('小包 12 · 中包 6')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/desk$/)
  await expect(page.locator('.top-bar')).toContainText('林经理')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('135790')
})

test('首次向导: in English and 繁體 every step speaks that language', async ({ page }) => {
  await page.goto(hub.url)
  await page.getByText('English').click()
  await expect(page.getByRole('heading', { name: 'Choose the language' })).toBeVisible()
  await page.getByText('繁體中文').click()
  await expect(page.getByRole('heading', { name: '先選語言' })).toBeVisible()
})
