import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { read, utils } from 'xlsx'
import { type Hub, openFace, startHub } from './hub.ts'

let hub: Hub
const names = ['王女士', '=1+1', '马先生']

test.beforeAll(async () => {
  hub = await startHub()
  for (const [index, name] of names.entries())
    await hub.call('POST', '/bookings', {
      request: { party: 3 + index, start: '2026-03-06T20:00:00+08:00', typeCode: 'M' },
      customer: { name, phone: `1380000221${index}` },
    })
})
test.afterAll(() => hub.stop())

const strip = (page: Page) => page.getByRole('region', { name: '导出文件' })
/** Some of what the desk says over its socket never arrives, so that an export stays where it is. */
async function holdUp(page: Page, path: string): Promise<void> {
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (!String(message).includes(path)) server.send(message)
    })
  })
}

test('Ctrl+E takes the day’s bookings away as a workbook, from any field, and says where it went', async ({ page }) => {
  await openFace(page, hub, { path: '/bookings' })
  await expect(page.getByText('3 单 · 12 人')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+e')
  const file = await download
  expect(file.suggestedFilename()).toBe('预约单 2026-03-06.xlsx')
  await expect(strip(page).getByRole('status')).toHaveText('已保存 预约单 2026-03-06.xlsx')
  const book = read(readFileSync(await file.path()))
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets.预约单 ?? {}, { header: 1 })
  const guests = rows.slice(rows.findIndex((row) => row[0] === '预约号') + 1).map((row) => row[10])
  expect(guests.toSorted()).toEqual(names.toSorted())
  await page.keyboard.press('Control+Shift+e')
  await expect(strip(page)).toHaveCount(0)
})

test('the file is in the language of the desk it is taken at', async ({ page }) => {
  await openFace(page, hub, { path: '/bookings', language: 'en' })
  await expect(page.getByText('3 booked · 12 people')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export to Excel' }).click()
  expect((await download).suggestedFilename()).toBe('Bookings 2026-03-06.xlsx')
})

test('an export under way is seen on every screen and can be cancelled by key', async ({ page }) => {
  await holdUp(page, 'export/find')
  await openFace(page, hub, { path: '/bookings' })
  await expect(page.getByText('3 单 · 12 人')).toBeVisible()
  await page.keyboard.press('Control+e')
  await expect(strip(page)).toContainText('正在准备 预约单…')
  await expect(strip(page).getByRole('progressbar')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('.export-strip').analyze()
  expect(violations).toEqual([])
  await page.keyboard.press('F6')
  await expect(page.getByRole('heading', { name: '转包' })).toBeVisible()
  await expect(strip(page)).toContainText('正在准备 预约单…')
  await page.keyboard.press('Control+Shift+e')
  await expect(strip(page).getByRole('status')).toHaveText('已取消，没有留下文件。')
})

test('one that fails says what, why and what next, and is tried again with one press', async ({ page }) => {
  let spoils = true
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) =>
      server.send(spoils ? String(message).replace('"list-bookings"', '"list-nothing"') : message),
    )
  })
  await openFace(page, hub, { path: '/bookings' })
  await expect(page.getByText('3 单 · 12 人')).toBeVisible()
  await page.keyboard.press('Control+e')
  await expect(strip(page).getByRole('alert')).toHaveText(
    '预约单 没有导成。 没找到。 这条记录已不在，或编号有误。 核对编号再找一次。',
  )
  spoils = false
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '再导一次' }).click()
  expect((await download).suggestedFilename()).toBe('预约单 2026-03-06.xlsx')
})
