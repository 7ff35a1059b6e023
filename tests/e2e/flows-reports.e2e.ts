import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { read, utils, type WorkBook } from 'xlsx'
import { type Hub, openFace, startHub } from './hub.ts'

interface Stay {
  id: string
}

let hub: Hub

const letIn = (body: object) => hub.call<Stay>('POST', '/stays', body, '1101')

/** An evening to look back on: seven parties on the fifth, two of them in medium rooms at eight. */
test.beforeAll(async () => {
  test.setTimeout(120_000)
  hub = await startHub({ now: '2026-03-05T19:10:00+08:00' })
  await letIn({ party: 3, roomNo: '201', minutes: 120, name: '韩先生' })
  await letIn({ party: 12, roomNo: '501', minutes: 180, name: '启明设计' })
  await hub.moveTo('2026-03-05T20:05:00+08:00')
  const first = await letIn({ party: 6, roomNo: '304', minutes: 120, name: '叶先生' })
  await letIn({ party: 3, roomNo: '301', minutes: 120, name: '丁女士' })
  await hub.moveTo('2026-03-05T21:30:00+08:00')
  await letIn({ party: 4, roomNo: '202', minutes: 120, name: '苏女士' })
  await hub.moveTo('2026-03-06T00:20:00+08:00')
  const late = await letIn({ party: 2, roomNo: '203', minutes: 60, name: '钟女士' })
  for (const { id } of [first, late]) {
    await hub.call('POST', `/stays/${id}/settle`, {}, '1101')
    await hub.call('POST', `/stays/${id}/leave`, {}, '1101')
  }
  await hub.moveTo('2026-03-06T18:42:00+08:00')
})
test.afterAll(() => hub.stop())

/** The table's cell in a row and a column, by what stands at their heads. */
async function cell(page: Page, row: string, column: string): Promise<string> {
  const heads = await page.locator('.compare-heads th').allInnerTexts()
  const at = heads.findIndex((head) => head.trim() === column)
  const cells = page
    .locator('.compare-table tbody tr', { has: page.getByRole('rowheader', { name: row }) })
    .locator('td')
  return (await cells.nth(at - 1).innerText()).trim()
}

async function openReports(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await openFace(page, hub, { staffNo: '3001', path: '/reports' })
  await page.locator('.compare-table').waitFor()
}

test('流程23 包厢进场比较表: yesterday’s table is there, and any figure opens the parties behind it, by keyboard alone', async ({
  page,
}) => {
  await openReports(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('包厢进场比较表（日表）')
  await expect(page.locator('.report-head')).toContainText('已日结')
  expect(await cell(page, '20:00', '中包')).toBe('2')
  expect(await cell(page, '次日 00:00', '小包')).toBe('1')
  await expect(page.locator('.compare-sum')).toContainText('6')
  await expect(page.locator('.report-checks')).toContainText('各类型合计 6 = 各行合计 6 = 总计 6')
  await expect(page.locator('.report-checks')).toContainText('进 6 = 出 2 + 在场 4')

  await page.locator('.compare-table').focus()
  await page.keyboard.press('Home')
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('complementary', { name: '数字背后的明细' })
  await expect(drawer).toContainText('20:00–20:59')
  await expect(drawer.locator('.drawer-row')).toHaveCount(2)
  await expect(drawer).toContainText('2 行 = 表中 2 批，9 人')
  await expect(drawer).toContainText('丁女士')
  // What is open follows the walk.
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowLeft')
  await expect(drawer).toContainText('韩先生')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
})

test('流程23 周表、月表: weeks and months with peak hour, averages and what they are compared with', async ({
  page,
}) => {
  await openReports(page)
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('（周表）')
  expect(await cell(page, '周四', '小包')).toBe('3')
  await expect(page.locator('.compare-table tbody tr').nth(3)).toContainText('19:00')
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('（月表）')
  await expect(page.locator('.compare-table tbody tr')).toHaveCount(31)
  await expect(page.locator('.compare-average').filter({ hasText: '周四平均' })).toContainText('6.0')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.locator('.period-date')).toContainText('2026年2月')
})

test('流程23 包厢使用比较表: hours, rooms and rates by hour, and over any part of the house', async ({ page }) => {
  await openReports(page)
  await page.keyboard.press('Alt+r')
  await page.keyboard.press('2')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('包厢使用比较表（日表）')
  await expect(page.locator('.report-checks')).toContainText('使用 6 = 开房 6 + 转入 0')
  // 304 and 301 from 20:05 on: two of twenty medium rooms, 55 minutes each.
  expect(await cell(page, '20:00', '中包')).toBe('9.2%')
  await page.getByRole('radio', { name: '间', exact: true }).click()
  expect(await cell(page, '20:00', '中包')).toBe('2')
  await page.getByLabel('楼层').selectOption('3')
  await expect.poll(() => cell(page, '20:00', '小包')).toBe('0')
})

test('流程23 打印: a month of days with all it is compared with is one sheet of paper, and says that nothing is left out of it', async ({
  page,
}) => {
  await openReports(page)
  await page.keyboard.press('Alt+3')
  for (const name of ['包厢进场比较表（月表）', '包厢使用比较表（月表）']) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    await page.keyboard.press('F9')
    await expect(page.locator('.paper h2')).toHaveText(name)
    await expect(page.locator('.paper-head')).toContainText('筛选全部')
    // As it will be printed: the document lists its pages.
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await page.keyboard.press('Alt+r')
    await page.keyboard.press('2')
  }
})

test('流程23 其他报表: the moment up to which figures go reads as on the tables', async ({ page }) => {
  await openFace(page, hub, { staffNo: '3001', path: '/reports?name=operations&period=day&date=2026-03-04' })
  await expect(page.locator('.report-head')).toContainText(/3月\d日 周. \d\d:\d\d/)
})

test('流程23 打印与更正: the table on A4, its definitions, and a correction after the close with a line of its own', async ({
  page,
}) => {
  await openReports(page)
  await page.keyboard.press('Alt+d')
  await expect(page.locator('.report-definitions')).toContainText('转包不重复计')
  await page.keyboard.press('F9')
  await expect(page.locator('.paper h2')).toHaveText('包厢进场比较表（日表）')
  await expect(page.locator('.paper .paper-total')).toContainText('合计')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(page.locator('.paper')).toHaveCount(0)

  const { items } = await hub.call<{ items: { stayId: string; name?: string }[] }>(
    'GET',
    '/reports/rows?table=entries&date=2026-03-05',
  )
  const party = items.find((one) => one.name === '叶先生')
  await hub.call('POST', `/stays/${party?.stayId}/correct`, { party: 8, reason: '少记两位' }, '2001')
  await hub.moveTo('2026-03-06T18:44:00+08:00')
  await page.getByRole('radio', { name: '人', exact: true }).click()
  await expect(page.locator('.compare-adjustment')).toContainText('+2')
  expect(await cell(page, '20:00', '中包')).toBe('9')
})

test('流程23 更正: a supervisor puts a head count right from the rows behind a figure, by keyboard alone, and takes it back', async ({
  page,
}) => {
  await openFace(page, hub, { staffNo: '2001', path: '/reports' })
  await page.locator('.compare-table').focus()
  await page.keyboard.press('Home')
  const drawer = page.getByRole('complementary', { name: '数字背后的明细' })
  // 次日 00:00, 小包: one party, gone since.
  for (let i = 0; i < 12; i += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(drawer.locator('.drawer-row')).toHaveText([/钟女士 2 位/])
  await page.keyboard.press('Enter')
  await page.keyboard.press('e')
  const form = drawer.getByRole('form', { name: '更正 203 钟女士' })
  await expect(form.getByLabel('人数')).toBeFocused()
  // Esc keeps what is recorded, and the drawer open.
  await page.keyboard.type('9')
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await page.keyboard.press('e')
  await expect(form.getByLabel('人数')).toHaveValue('2')
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await expect(form).toContainText('请写一句原因')
  await form.getByLabel('原因').focus()
  await page.keyboard.type('少记三位')
  await page.keyboard.press('Enter')
  const toast = page.getByText('已更正 203：2 → 5 位。')
  await expect(toast).toBeVisible()
  // The figure was closed with two; what is right stands below it.
  await expect(drawer.locator('.drawer-row')).toContainText('钟女士 2 位')
  await expect(drawer.locator('.drawer-corrected')).toContainText('更正 2 → 5 位')
  await expect(drawer.locator('.drawer-corrected')).toContainText('少记三位')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(drawer.locator('.drawer-corrected')).toHaveCount(0)

  await page.keyboard.press('e')
  await page.keyboard.type('4')
  await form.getByLabel('原因').fill('漏记两位')
  await page.keyboard.press('Enter')
  await expect(drawer.locator('.drawer-corrected')).toContainText('2 → 4 位')
  await hub.moveTo('2026-03-06T18:46:00+08:00')
  await expect(page.locator('.compare-adjustment th[title*="漏记两位"]')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+r')
  await page.keyboard.press('3')
  const corrections = page.getByRole('region', { name: '日结后的更正' })
  await expect(corrections.getByRole('row', { name: /进场人数.*漏记两位/ })).toContainText('+2')
  await expect(page.locator('.report-head')).toContainText('日结后更正')
})

test('流程23 更正: the desk reads the rows, and has no key to correct them', async ({ page }) => {
  await openFace(page, hub, { staffNo: '1101', path: '/reports' })
  await page.locator('.compare-table').focus()
  await page.keyboard.press('Home')
  for (let i = 0; i < 12; i += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('complementary', { name: '数字背后的明细' })
  await expect(drawer.locator('.drawer-row')).toHaveCount(1)
  await page.keyboard.press('e')
  await expect(drawer.getByRole('form')).toHaveCount(0)
  await expect(drawer.getByRole('button', { name: '更正' })).toHaveCount(0)
})

async function taken(
  page: Page,
  act: () => Promise<void>,
): Promise<{ readonly name: string; readonly book: WorkBook }> {
  const download = page.waitForEvent('download')
  await act()
  const file = await download
  return { name: file.suggestedFilename(), book: read(readFileSync(await file.path())) }
}
const textsIn = (book: WorkBook): unknown[] =>
  book.SheetNames.flatMap((name) => utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 }).flat())

test('流程23 导出: the table, the rows behind a figure and the whole day as workbooks, each with one key', async ({
  page,
}) => {
  await openReports(page)
  const table = await taken(page, () => page.keyboard.press('Control+e'))
  expect(table.name).toBe('包厢进场比较表（日表） 2026-03-05.xlsx')
  expect(table.book.SheetNames.at(-1)).toBe('说明')
  const day = await taken(page, () => page.keyboard.press('Alt+w'))
  expect(day.name).toBe('日报 2026-03-05.xlsx')
  expect(day.book.SheetNames).toHaveLength(5)

  await page.locator('.compare-table').focus()
  await page.keyboard.press('Home')
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const rows = await taken(page, () => page.getByRole('button', { name: '导出这 2 行' }).click())
  expect(rows.name).toBe('进场明细 2026-03-05.xlsx')
  expect(textsIn(rows.book)).toEqual(expect.arrayContaining(['叶先生', '丁女士', '2 行']))
  expect(textsIn(rows.book)).not.toContain('韩先生')
})

test('流程23 图表: the same figures as pictures, each with its numbers for whoever does not see it', async ({
  page,
}) => {
  await openReports(page)
  await page.keyboard.press('Alt+v')
  const hours = page.getByRole('figure', { name: '各时段，图' })
  await expect(hours.locator('canvas')).toBeVisible()
  const eight = hours.getByRole('row', { name: /^20:00/ })
  await expect(eight.getByRole('cell')).toHaveText(['0', '2', '0', '0', '0'])
  await expect(page.getByRole('figure', { name: '按类型，图' }).getByRole('row', { name: /^小包/ })).toContainText('3')
  await page.keyboard.press('Alt+v')
  await expect(page.locator('.compare-table')).toBeVisible()
})

test('流程23 其他报表: a list is shown as it will be printed; what is behind a figure leads to that evening’s board', async ({
  page,
}) => {
  await openReports(page)
  await page.keyboard.press('Alt+r')
  await page.keyboard.press('9')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('进场明细')
  await expect(page.locator('.paper-table tbody tr')).toHaveCount(6)

  await page.keyboard.press('Alt+r')
  await page.keyboard.press('3')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('经营概览')
  await expect(page.locator('.report-checks')).toContainText('各来源合计 6 = 进场 6')
  const guests = page.getByRole('region', { name: '客人' })
  await guests
    .getByRole('row', { name: /^进场批数/ })
    .getByRole('button')
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('进场明细')
  await expect(page.locator('.paper-table tbody tr')).toHaveCount(6)

  for (const [key, name] of [
    ['a', '使用明细'],
    ['e', '意见卡明细'],
  ] as const) {
    await page.keyboard.press('Alt+r')
    const options = page.getByRole('listbox', { name: '换一张报表' }).getByRole('option')
    await expect(options.filter({ hasText: name }).locator('.key')).toHaveText(key)
    await page.keyboard.press(key)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  }
  await page.keyboard.press('Alt+r')
  await page.keyboard.press('1')
  await page.locator('.compare-table').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: '数字背后的明细' }).waitFor()
  await page.keyboard.press('F4')
  await expect(page).toHaveURL(/\/board\?date=2026-03-0/)
})
