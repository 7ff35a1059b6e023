import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Hub, openFace, startHub } from './hub.ts'

interface Card {
  id: string
  date: string
  roomNo?: string
  floor?: string
  shift?: string
  stay?: { name?: string }
  scores: Record<string, number | null>
  words?: string
  phone?: string
  proposal?: { state: string; note?: string }
}

let hub: Hub
const cards = async (query = ''): Promise<Card[]> =>
  (await hub.call<{ items: Card[] }>('GET', `/comments${query}`)).items

async function letIn(roomNo: string, name: string, minutes = 120): Promise<string> {
  return (await hub.call<{ id: string }>('POST', '/stays', { party: 3, roomNo, minutes, name })).id
}

async function letOut(id: string, roomNo: string): Promise<void> {
  await hub.call('POST', `/stays/${id}/settle`, {})
  await hub.call('POST', `/stays/${id}/leave`, {})
  await hub.call('POST', `/rooms/${roomNo}/cleaned`, {})
}

/** Types like a person, and counts every key. */
function typist(page: Page) {
  let keys = 0
  return {
    press: async (...names: string[]) => {
      for (const name of names) await page.keyboard.press(name)
      keys += names.length
    },
    type: async (text: string) => {
      await page.keyboard.type(text)
      keys += [...text].length
    },
    count: () => {
      const counted = keys
      keys = 0
      return counted
    },
  }
}

/** Opens the screen and waits until it listens to keys. */
async function openComments(page: Page, staffNo = '1001'): Promise<void> {
  await openFace(page, hub, { path: '/comments', staffNo })
  await expect(room(page)).toBeFocused()
}

const room = (page: Page) => page.getByLabel('房号')
const score = (page: Page, item: string) => page.getByLabel(item, { exact: true })
const line = (page: Page) => page.getByRole('form', { name: '录入' })
const sitting = (page: Page) => page.locator('.sitting tbody tr')

test.beforeAll(async () => {
  test.setTimeout(120_000)
  hub = await startHub({ now: '2026-03-05T19:00:00+08:00' })
  for (const [roomNo, name] of [
    ['305', '张晓雯'],
    ['201', '陈大文'],
  ] as const)
    await letIn(roomNo, name)
  const early = await letIn('306', '王女士')
  await hub.moveTo('2026-03-05T21:00:00+08:00')
  await letOut(early, '306')
  await letIn('306', '李先生')
  // The morning after: the cards of last night lie on the desk.
  await hub.moveTo('2026-03-06T10:00:00+08:00')
})
test.afterAll(() => hub.stop())

test('流程22 贵宾意见卡 录入: room, five digits, Enter — nine keys a card, the party found by itself', async ({
  page,
}) => {
  await openComments(page)
  const keys = typist(page)
  await expect(room(page)).toBeFocused()
  await expect(page.getByLabel('哪一晚')).toHaveValue('2026-03-05')

  await keys.type('305')
  await expect(line(page)).toContainText('19:00')
  await expect(line(page)).toContainText('张•')
  await expect(score(page, '服务')).toBeFocused()
  await keys.type('54321')
  await keys.press('Enter')
  const plain = keys.count()
  test.info().annotations.push({ type: 'keystrokes', description: `a card with room and scores: ${plain}` })
  expect(plain).toBe(9)
  await expect(page.getByText('这一趟 1 张')).toBeVisible()
  await expect(room(page)).toBeFocused()
  await expect(room(page)).toHaveValue('')
  expect((await cards())[0]).toMatchObject({
    date: '2026-03-05',
    roomNo: '305',
    floor: '3',
    shift: '晚班',
    stay: { name: '张晓雯' },
    scores: { service: 5, food: 4, sound: 3, environment: 2, price: 1 },
  })

  // Blanks, words, a name and a phone.
  await keys.type('2015 04')
  await keys.press('Backspace')
  await keys.type('2')
  await keys.press('Space')
  await expect(page.getByLabel('客人的话')).toBeFocused()
  await keys.type('灯太暗')
  await keys.press('Tab')
  await keys.type('陈')
  await keys.press('Tab')
  await keys.type('13800001234')
  await keys.press('Enter')
  await expect(page.getByText('这一趟 2 张')).toBeVisible()
  expect((await cards())[0]).toMatchObject({
    roomNo: '201',
    scores: { service: 5, food: null, sound: null, environment: 2, price: null },
    words: '灯太暗',
    phone: '138••••1234',
    proposal: { state: 'open' },
  })
  await expect(sitting(page).first()).toContainText('待转投诉')
  await expect(sitting(page).first()).not.toContainText('13800001234')
})

test('流程22 贵宾意见卡 录入: what is no score is refused with a hint, a room nobody has is asked about again', async ({
  page,
}) => {
  await openComments(page)
  await page.keyboard.type('30557')
  await expect(score(page, '餐饮')).toBeFocused()
  await expect(score(page, '餐饮')).toHaveValue('')
  await expect(page.getByText('这里只收 1–5')).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(score(page, '服务')).toHaveValue('')
  await page.keyboard.press('Backspace')
  await expect(room(page)).toBeFocused()
  await expect(room(page)).toHaveValue('305')

  await page.keyboard.press('Escape')
  await page.keyboard.type('399')
  await expect(line(page)).toContainText('没有 399 这间')
  for (const key of ['Tab', 'Space', 'Enter']) {
    await page.keyboard.press('End')
    await page.keyboard.press(key)
    await expect(page.getByRole('alert')).toContainText('没有 399 这间')
    await expect(room(page)).toBeFocused()
    await expect(room(page)).toHaveAttribute('aria-invalid', 'true')
  }
  // Tab pressed again leads on, so that nobody is caught in the field.
  await page.keyboard.press('Tab')
  await expect(score(page, '服务')).toBeFocused()
  await page.keyboard.press('Backspace')
  await expect(room(page)).toBeFocused()
  // What is typed now takes the place of the number, and nothing of it has gone into the scores.
  await page.keyboard.type('305')
  await expect(room(page)).toHaveValue('305')
  await expect(score(page, '服务')).toBeFocused()
  await expect(score(page, '服务')).toHaveValue('')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Escape')
  // The whole card typed without a look: nothing is saved, and the next card begins where it should.
  await page.keyboard.type('99954321')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('没有 99954321 这间')
  await page.keyboard.type('305')
  await expect(room(page)).toHaveValue('305')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('还是空的')
  await expect(page.getByText('这一趟 0 张')).toBeVisible()
})

test('流程22 贵宾意见卡 录入: a half-typed card and the cards just entered outlive another tab and another screen', async ({
  page,
}) => {
  await openComments(page)
  await page.keyboard.type('30544444')
  await page.keyboard.press('Enter')
  await expect(page.getByText('这一趟 1 张')).toBeVisible()
  await page.keyboard.type('20154')
  await page.getByLabel('客人的话').fill('冷气太强')
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('tab', { name: '统计' })).toHaveAttribute('aria-selected', 'true')
  await expect(room(page)).toHaveCount(0)
  await page.keyboard.press('Alt+1')
  const kept = async () => {
    await expect(room(page)).toHaveValue('201')
    await expect(score(page, '餐饮')).toHaveValue('4')
    await expect(page.getByLabel('客人的话')).toHaveValue('冷气太强')
    await expect(page.getByText('这一趟 1 张')).toBeVisible()
    await expect(score(page, '音响')).toBeFocused()
  }
  await kept()
  await page.keyboard.press('F5')
  await expect(page.getByRole('heading', { name: '候位' })).toBeVisible()
  await page.getByRole('link', { name: '意见' }).click()
  await kept()
  await page.keyboard.type('321')
  await page.keyboard.press('Enter')
  await expect(page.getByText('这一趟 2 张')).toBeVisible()
  expect((await cards('?roomNo=201'))[0]).toMatchObject({
    scores: { service: 5, food: 4, sound: 3, environment: 2, price: 1 },
    words: '冷气太强',
  })
  for (const roomNo of ['201', '305']) {
    const [mine] = await cards(`?roomNo=${roomNo}`)
    await hub.call('POST', `/comments/${mine?.id}/take-back`, {}, '2001')
  }
})

test('流程22 贵宾意见卡 录入: whoever types on over a refused card does not mix it with the next', async ({ page }) => {
  await openComments(page)
  await page.keyboard.type('30622222')
  await expect(line(page)).toContainText('是哪一场')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Alt+↓')
  // The typist has not looked, and goes on with a card of three scores only.
  await page.keyboard.type('305345')
  await page.keyboard.press('Enter')
  await expect(page.getByText('这一趟 1 张')).toBeVisible()
  const [entered] = await cards('?roomNo=305')
  expect(entered).toMatchObject({ scores: { service: 3, food: 4, sound: 5, environment: null, price: null } })
  const aside = sitting(page).filter({ hasText: '306' })
  await aside.getByRole('button', { name: '放回' }).click()
  await expect(room(page)).toHaveValue('306')
  await expect(score(page, '价格')).toHaveValue('2')
  await page.keyboard.press('Escape')
  await hub.call('POST', `/comments/${entered?.id}/take-back`, {}, '2001')
})

test('意见: F9 is the blank card where nothing else is printed, and the tab’s own paper where there is one', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const counted = window as unknown as { printed: number }
    counted.printed = 0
    window.print = () => {
      counted.printed += 1
    }
  })
  await openComments(page, '2001')
  const blank = page.getByRole('button', { name: /空白意见卡/ })
  const own = page.getByRole('button', { name: /^打印/ })
  for (const [tab, hasPaper] of [
    ['Alt+2', true],
    ['Alt+4', true],
    ['Alt+3', false],
    ['Alt+1', false],
  ] as const) {
    await page.keyboard.press(tab)
    await expect(own).toHaveCount(hasPaper ? 1 : 0)
    await expect(blank.locator('.key')).toHaveCount(hasPaper ? 0 : 1)
    if (hasPaper) await expect(own).toBeEnabled()
    await page.keyboard.press('F9')
    const dialog = page.getByRole('dialog', { name: '空白意见卡' })
    if (hasPaper) await expect(own).toBeEnabled()
    await expect(dialog).toHaveCount(hasPaper ? 0 : 1)
    if (!hasPaper) await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await page.keyboard.press('Alt+2')
  await blank.click()
  await expect(page.getByRole('dialog', { name: '空白意见卡' })).toBeVisible()
})

test('流程22 贵宾意见卡 录入: of two parties in one room it is asked which; Ctrl+Z takes a card back into the line', async ({
  page,
}) => {
  await openComments(page)
  await page.keyboard.type('30655555')
  await expect(line(page)).toContainText('是哪一场')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Alt+↓')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(line(page).locator('[aria-pressed="true"]')).toContainText('李•')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText('这一趟 1 张')).toBeVisible()
  expect((await cards('?roomNo=306'))[0]?.stay?.name).toBe('李先生')

  await expect(room(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('这一趟 0 张')).toBeVisible()
  await expect(room(page)).toHaveValue('306')
  await expect(score(page, '价格')).toHaveValue('5')
  expect(await cards('?roomNo=306')).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('这一趟 1 张')).toBeVisible()
  expect((await cards('?roomNo=306'))[0]).toMatchObject({ scores: { service: 1, price: 5 }, stay: { name: '李先生' } })
})

test('流程22 贵宾意见卡 待转投诉: a supervisor passes on with T, puts aside with D and a reason, and takes back', async ({
  page,
}) => {
  for (const words of ['等太久', '话筒坏']) {
    const scores = { service: 1 }
    await hub.call('POST', '/comments', { date: '2026-03-05', scores, words, phone: '13900002222' })
  }
  await openComments(page, '2001')
  await page.keyboard.press('Alt+3')
  const rows = page.getByRole('grid', { name: '待转投诉' }).locator('[role="row"][aria-selected]')
  await expect(rows).toHaveCount(3)
  await expect(rows.first()).toContainText('话筒坏')
  await page.keyboard.press('t')
  await expect(page.locator('.toast')).toContainText('已转投诉')
  await expect(rows).toHaveCount(2)
  expect(await cards('?proposal=accepted')).toMatchObject([{ words: '话筒坏' }])
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(3)
  await page.keyboard.press('d')
  await page.keyboard.type('已当面致歉')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(2)
  expect(await cards('?proposal=dismissed')).toMatchObject([{ proposal: { note: '已当面致歉' } }])
})

test('流程22 贵宾意见卡 待转投诉: the desk sees what waits, and that a supervisor decides', async ({ page }) => {
  const before = await cards('?proposal=open')
  await openComments(page)
  await page.keyboard.press('Alt+3')
  await expect(page.getByText('转不转由主管来定')).toBeVisible()
  await expect(page.getByRole('button', { name: /转投诉/ })).toHaveCount(0)
  await page.keyboard.press('t')
  expect(await cards('?proposal=open')).toEqual(before)
})

test('流程22 贵宾意见卡 全部: a card is found by its words and put right', async ({ page }) => {
  await openComments(page, '2001')
  await page.keyboard.press('Alt+4')
  const grid = page.getByRole('grid', { name: '全部' })
  await grid.waitFor()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('灯太暗')
  await expect(grid.locator('[role="row"][aria-selected]')).toHaveCount(1)
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  const file = page.getByRole('complementary', { name: '这张卡' })
  await expect(file).toContainText('138••••1234')
  await page.keyboard.press('u')
  await page.keyboard.type('回电')
  await page.keyboard.press('Enter')
  await expect(file).toContainText('13800001234')
  await grid.focus()
  await page.keyboard.press('e')
  await expect(file.getByLabel('房号')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  await expect(page.locator('.toast')).toContainText('201 已更正')
  expect((await cards('?roomNo=201'))[0]).toMatchObject({
    scores: { service: 4, environment: 2 },
    phone: '138••••1234',
  })
})

test('流程22 贵宾意见卡 统计: counts below ten answers, means and changes above, the chart readable as a table', async ({
  page,
}) => {
  for (const [index, service] of [5, 5, 5, 5, 4, 4, 3, 3, 2, 2].entries())
    await hub.call('POST', '/comments', { date: '2026-02-20', scores: { service, ...(index < 4 && { food: 5 }) } })
  await openComments(page)
  await page.keyboard.press('Alt+2')
  await expect(page.getByText('2026年3月')).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByText('2026年2月')).toBeVisible()
  const items = page.getByRole('table', { name: '各项', exact: true })
  await expect(items.getByRole('row', { name: /^服务/ })).toContainText('3.80')
  await expect(items.getByRole('row', { name: /^服务/ })).toContainText('60.0%')
  await expect(items.getByRole('row', { name: /^服务/ })).toContainText('20.0%')
  const food = items.getByRole('row', { name: /^餐饮/ })
  await expect(food).toContainText('4 张')
  await expect(food).not.toContainText('%')
  await expect(page.locator('.chart canvas')).toBeVisible()
  const counts = page.getByRole('figure', { name: '各项的分数，张数' }).getByRole('row', { name: /^服务/ })
  await expect(counts.getByRole('cell')).toHaveText(['4', '2', '2', '2', '0'])
  await expect(page.getByText('按楼层 10 = 按包厢类型 10 = 按班次 10 = 收卡 10')).toBeVisible()
  await expect(page.getByText('有分的卡不足十张时只列张数')).toBeVisible()
  await page.getByRole('radio', { name: '班次' }).click()
  await expect(page.getByRole('table', { name: '班次' }).getByRole('row', { name: /未注明/ })).toContainText('3.80')
})

test('流程22 贵宾意见样式: the blank card prints four to a sheet, or one, in the guests’ language', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const counted = window as unknown as { printed: number }
    counted.printed = 0
    window.print = () => {
      counted.printed += 1
    }
  })
  await openComments(page)
  await page.keyboard.press('F9')
  const dialog = page.getByRole('dialog', { name: '空白意见卡' })
  await expect(dialog).toBeVisible()
  const paper = page.locator('.blank-print .blank-card')
  await expect(paper).toHaveCount(4)
  await expect(paper.first()).toContainText('示范门店')
  await expect(paper.first().locator('.blank-box')).toHaveCount(25)
  await expect(paper.first()).toContainText('很满意')
  await expect(paper.first()).toContainText('很不满意')
  await dialog.getByRole('radio', { name: 'English' }).click()
  await dialog.getByRole('radio', { name: '一页 1 张' }).click()
  await expect(paper).toHaveCount(1)
  await expect(paper).toContainText('Very good')
  await dialog.getByRole('radio', { name: '繁體中文' }).click()
  await expect(paper).toContainText('貴賓意見卡')
  await page.keyboard.press('F9')
  expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1)
  await page.emulateMedia({ media: 'print' })
  await expect(paper).toBeVisible()
  await expect(page.locator('.shell')).toBeHidden()
})

test('意见: the report speaks the language of the face, and no tab has a serious finding', async ({ page }) => {
  await openFace(page, hub, { path: '/comments', staffNo: '2001', language: 'en', appearance: 'dark' })
  await expect(page.getByLabel('Room', { exact: true })).toBeFocused()
  for (const tab of ['Entry', 'Statistics', 'Proposed complaints', 'All']) {
    const opened = page.getByRole('tab', { name: tab })
    await opened.press('Enter')
    await expect(opened).toHaveAttribute('aria-selected', 'true')
    await expect(page.locator('.loading-bar')).toHaveCount(0)
    if (tab === 'Statistics') {
      await expect(page.getByRole('row', { name: /^Food and drink/ }).first()).toBeVisible()
      await expect(page.getByText('By floor', { exact: false })).toBeVisible()
      await expect(page.locator('.chart canvas')).toBeVisible()
    }
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  }
})
