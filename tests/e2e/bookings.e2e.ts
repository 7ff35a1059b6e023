import { expect, test } from '@playwright/test'
import { type Hub, openFace, startHub } from './hub.ts'

let hub: Hub
const booked: { code: string; name: string }[] = []

async function book(name: string, phone: string, start: string, party = 6): Promise<string> {
  const booking = await hub.call<{ code: string }>('POST', '/bookings', {
    request: { party, start, typeCode: 'M' },
    customer: { name, phone },
  })
  booked.push({ code: booking.code, name })
  return booking.code
}

test.beforeAll(async () => {
  hub = await startHub()
  await book('张晓雯', '13800005678', '2026-03-07T20:00:00+08:00')
  await book('欧阳娜', '13900001234', '2026-03-06T21:00:00+08:00')
  await book('李大力', '13700004321', '2026-03-08T20:00:00+08:00')
})
test.afterAll(() => hub.stop())

test('预约单: a booking of any day is found by last four, name, pinyin, initials and code', async ({ page }) => {
  await openFace(page, hub)
  const code = booked[0]?.code ?? ''
  for (const typed of ['5678', '张晓雯', 'zhangxiaowen', 'zxw', code]) {
    await page.keyboard.press('F3')
    await page.keyboard.type(typed)
    const rows = page.locator('.bookings-list [role="row"][aria-selected]')
    await expect(rows).toHaveCount(1)
    await expect(rows).toContainText('张晓雯')
  }
})

test('预约单: F8 shows today, the phone stays masked, Alt+→ goes to the next day', async ({ page }) => {
  await openFace(page, hub, { path: '/bookings' })
  await page.keyboard.press('F8')
  const list = page.locator('.bookings-list')
  await expect(list).toContainText('欧阳娜')
  await expect(list).toContainText('139••••1234')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(list).toContainText('张晓雯')
  await expect(list).not.toContainText('欧阳娜')
})

test('流程12 注销包厢: verified by last four, one digit gives the reason, Ctrl+Z takes it back', async ({ page }) => {
  const code = await book('周敏', '13600007788', '2026-03-07T19:00:00+08:00')
  await openFace(page, hub)
  await page.keyboard.press('F3')
  await page.keyboard.type('7788')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('complementary', { name: '这张预约单' })
  await expect(sheet).toContainText(code)
  await page.keyboard.press('x')
  await expect(sheet).toContainText('以前取消免费')
  await expect(sheet).toContainText('没有收订金')
  await page.keyboard.type('9999')
  await expect(sheet).toContainText('没对上')
  await expect(sheet.getByRole('button', { name: /客人有变动/ })).toBeDisabled()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('7788')
  await expect(sheet).toContainText('对上了')
  await page.keyboard.press('1')
  await expect(page.locator('.toast')).toContainText(`${code} 已注销`)
  await expect(sheet).toContainText('已注销')
  expect((await hub.call<{ status: string }>('GET', `/bookings/${code}`)).status).toBe('cancelled')

  await page.keyboard.press('Control+Z')
  await expect(sheet).toContainText('已订')
  expect((await hub.call<{ status: string }>('GET', `/bookings/${code}`)).status).toBe('confirmed')
})

test('预约单: a change shows its answer while it is typed, and keeps before and after', async ({ page }) => {
  const code = await book('吴建', '13500006677', '2026-03-07T14:00:00+08:00')
  await openFace(page, hub)
  await page.keyboard.press('F3')
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('complementary', { name: '这张预约单' })
  await expect(sheet).toContainText('吴建')
  await page.keyboard.press('e')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('1130')
  await expect(sheet).toContainText('这段时间在营业时间之外')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('1500')
  await expect(sheet).toContainText('可以改')
  await page.keyboard.press('Enter')
  await expect(page.locator('.toast')).toContainText('已改好')
  await expect(sheet).toContainText('15:00–18:00')
  await expect(sheet.locator('.history-entry').first()).toContainText('明天 14:00')
  await expect(sheet.locator('.history-entry').first()).toContainText('林晓雯')
})

test('预约单: one key opens the room for a party that arrives', async ({ page }) => {
  const code = await book('冯伟', '13400005544', '2026-03-06T19:00:00+08:00', 5)
  await openFace(page, hub, { path: '/bookings' })
  await page.keyboard.press('F3')
  await page.keyboard.type('5544')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('complementary', { name: '这张预约单' })
  await expect(sheet).toContainText(code)
  await page.keyboard.press('a')
  await expect(page.locator('.toast')).toContainText('已到店')
  await expect(sheet).toContainText('已到')
})

test('预约单: on paper stands the day, by hour, without full phone numbers', async ({ page }) => {
  await openFace(page, hub, { path: '/bookings' })
  await expect(page.locator('.bookings-list')).toContainText('欧阳娜')
  await page.emulateMedia({ media: 'print' })
  const paper = page.locator('.day-sheet')
  await expect(paper).toBeVisible()
  await expect(page.locator('#root')).toBeHidden()
  await expect(paper).toContainText('21:00–21:59')
  await expect(paper).toContainText('欧阳娜')
  await expect(paper).not.toContainText('13900001234')
})
