import { expect, test } from '@playwright/test'
import { flows } from '#shared/domain/flows/flows.ts'
import { type Hub, openFace, startHub } from './hub.ts'

let hub: Hub
test.beforeAll(async () => {
  hub = await startHub()
  await hub.call('POST', '/bookings', {
    request: { party: 6, start: '2026-03-07T20:00:00+08:00', typeCode: 'M' },
    customer: { name: '张晓雯', phone: '13800005678' },
  })
})
test.afterAll(() => hub.stop())

test('帮助: every flow is drawn with its scripts, records and settings', async ({ page }) => {
  await openFace(page, hub, { path: '/help' })
  const index = page.getByRole('navigation', { name: '流程目录' })
  await expect(index.locator('li')).toHaveCount(flows.length)
  for (const [at, { no }] of flows.entries()) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`流程${no}`)
    await expect(page.locator('.flow-chart .flow-decision').first()).toBeVisible()
    const spoken = await page.locator('.flow-chart .flow-spoken').count()
    await expect(page.locator('.script-step')).toHaveCount(spoken)
    await expect(page.locator('.help-foot')).toContainText('留下的记录')
    if (at < flows.length - 1) await page.keyboard.press('Alt+ArrowDown')
  }
})

test('帮助: the way to the chosen step is marked, and a word of a script finds its flow', async ({ page }) => {
  await openFace(page, hub, { path: '/help?flow=10' })
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.flow-chosen')).toContainText('报更大的包厢与差价')
  await expect(page.locator('.flow-line-way')).toHaveCount(5)
  await page.keyboard.press('Control+F')
  await page.keyboard.type('订位电话')
  await expect(page.getByRole('navigation', { name: '流程目录' }).locator('li')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('注销包厢')
})

test('练一遍: the desk opens with the flow’s situation typed in and answered', async ({ page }) => {
  await openFace(page, hub, { path: '/help?flow=4' })
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/desk/)
  await expect(page.getByLabel('人数').first()).toHaveValue('6')
  await expect(page.getByText('可订').first()).toBeVisible()
})

test('Ctrl+/ lists the keys that work here; the same key closes it', async ({ page }) => {
  await openFace(page, hub, { path: '/bookings' })
  await expect(page.locator('.status-bar')).toContainText('Ctrl+/')
  await page.keyboard.press('Control+/')
  const sheet = page.getByRole('dialog', { name: '全部按键' })
  await expect(sheet).toContainText('F8')
  await expect(sheet).toContainText('前一天')
  await page.keyboard.press('Control+/')
  await expect(sheet).toBeHidden()
})

test('Ctrl+K opens every screen by its name, and every report by its own', async ({ page }) => {
  await openFace(page, hub, { path: '/help', staffNo: '2001' })
  await expect(page.locator('.status-bar')).toContainText('Ctrl+K')
  const palette = page.getByRole('dialog', { name: '命令' })
  const typed = async (text: string) => {
    await page.keyboard.press('Control+K')
    await expect(palette.getByRole('combobox')).toBeFocused()
    await page.keyboard.type(text)
    await expect(palette.getByRole('option').first()).toContainText(text)
    await page.keyboard.press('Enter')
    await expect(palette).toBeHidden()
  }
  const entries = page.getByRole('navigation', { name: '页面' }).getByRole('link')
  const names = (await entries.allInnerTexts()).map((text) => text.replace(/[\s\d]/g, ''))
  expect(names).toEqual(expect.arrayContaining(['报表', '会员', '优惠券', '意见', '客户', '设置', '帮助']))
  for (const name of names) {
    await typed(name)
    await expect(entries.and(page.locator('[aria-current="page"]'))).toContainText(name)
  }
  for (const [name, heading = name] of [['经营概览'], ['贵宾卡统计'], ['使用比较表（月表）'], ['婉拒记录']] as const) {
    await typed(name)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading)
  }
})

test('Ctrl+K runs a command by its words, and opens the booking that is found', async ({ page }) => {
  await openFace(page, hub, { path: '/help' })
  await expect(page.locator('.status-bar')).toContainText('Ctrl+K')
  await page.keyboard.press('Control+K')
  const palette = page.getByRole('dialog', { name: '命令' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('候位')
  await expect(palette.getByRole('option').first()).toContainText('F5')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '候位' })).toBeVisible()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('zxw')
  await expect(palette.getByRole('option').first()).toContainText('张晓雯')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: '这张预约单' })).toContainText('张晓雯')
})
