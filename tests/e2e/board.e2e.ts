import { expect, type Locator, type Page, test } from '@playwright/test'
import { newPhone } from './desk-steps.ts'
import { type Hub, openFace, startHub } from './hub.ts'

test.describe.configure({ timeout: 150_000 })

let hub: Hub
test.beforeAll(async () => {
  hub = await startHub()
})
test.afterAll(() => hub.stop())

interface Seen {
  code: string
  roomNo: string | null
  start: string
  end: string
  version: number
}

const clock = (time: string): string => `2026-03-06T${time}:00+08:00`
const seen = (code: string) => hub.call<Seen>('GET', `/bookings/${code}`)

async function booked(roomNo: string, start: string, minutes: number, name: string, party = 4): Promise<string> {
  const booking = await hub.call<Seen>('POST', '/bookings', {
    request: { party, start: clock(start), minutes, roomNo },
    customer: { name, phone: newPhone() },
  })
  return booking.code
}

const grid = (page: Page): Locator => page.locator('[role="grid"]')
const barOf = (page: Page, code: string): Locator => page.locator(`.bar[data-key*="${code}"]`)
const rowOf = (page: Page, roomNo: string): Locator => page.locator(`[data-room="${roomNo}"]`)

/** Presses a bar and carries it to the row of a room, `dx` px along. */
async function carry(page: Page, code: string, roomNo: string, dx = 0): Promise<void> {
  const from = await barOf(page, code).boundingBox()
  const to = await rowOf(page, roomNo).boundingBox()
  if (!from || !to) throw new Error('nothing to carry')
  await page.mouse.move(from.x + 40, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(from.x + 46, from.y + 14)
  await page.mouse.move(from.x + 40 + dx, to.y + 15, { steps: 6 })
}

/** Walks with the arrow keys until the grid stands on the cell. */
async function walkTo(page: Page, roomNo: string, key: string): Promise<void> {
  const active = () => grid(page).getAttribute('aria-activedescendant')
  await grid(page).focus()
  for (let i = 0; i < 70 && !(await active())?.startsWith(`cell-${roomNo}-`); i += 1)
    await page.keyboard.press('ArrowDown')
  for (let i = 0; i < 12 && !(await active())?.includes(key); i += 1) await page.keyboard.press('ArrowRight')
  expect(await active()).toContain(key)
}

test('a booking is moved to another room with the mouse, and Ctrl+Z brings it back', async ({ page }) => {
  const code = await booked('201', '20:00', 120, '孙女士')
  await openFace(page, hub, { path: '/board' })
  await carry(page, code, '202')
  await expect(page.locator('.drag-bubble')).toContainText('换房')
  await page.mouse.up()
  await expect(rowOf(page, '202').locator(`.bar[data-key*="${code}"]`)).toBeVisible()
  await expect(page.locator('.toast')).toContainText('202')
  expect((await seen(code)).roomNo).toBe('202')
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, '201').locator(`.bar[data-key*="${code}"]`)).toBeVisible()
  expect((await seen(code)).roomNo).toBe('201')
})

test('a conflict is hatched, says who holds the room, and goes back when let go', async ({ page }) => {
  const code = await booked('204', '20:00', 120, '周女士')
  await booked('205', '21:00', 120, '陈先生')
  await openFace(page, hub, { path: '/board' })
  await carry(page, code, '205')
  await expect(page.locator('.drag-hatch')).toContainText('陈先生')
  await expect(page.locator('.drag-bubble')).toContainText('重叠')
  await expect(page.locator('.drag-bubble')).toContainText('放得下')
  await page.mouse.up()
  await expect(page.locator('.toast')).toContainText('放回原位')
  await expect(rowOf(page, '204').locator(`.bar[data-key*="${code}"]`)).toBeVisible()
  expect(await seen(code)).toMatchObject({ roomNo: '204', version: 1 })
})

test('keys alone grab, move and drop a booking, and make it longer', async ({ page }) => {
  const code = await booked('207', '20:00', 120, '吴先生')
  await openFace(page, hub, { path: '/board' })
  await walkTo(page, '207', code)
  await expect(page.locator('.item-card')).toContainText('吴先生')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.drag-bubble')).toContainText('晚 30 分')
  await page.keyboard.press('Space')
  await expect(rowOf(page, '208').locator(`.bar[data-key*="${code}"]`)).toBeVisible()
  await expect(page.locator('.toast')).toContainText('208')
  const moved = await seen(code)
  expect(moved).toMatchObject({ roomNo: '208', start: clock('20:30'), end: clock('22:30') })
  await walkTo(page, '208', code)
  await page.keyboard.press(']')
  await expect.poll(async () => (await seen(code)).end).toBe(clock('22:45'))
  await page.keyboard.press('[')
  await expect.poll(async () => (await seen(code)).end).toBe(clock('22:30'))
})

test('Esc puts a held bar back where it was', async ({ page }) => {
  const code = await booked('210', '20:00', 120, '郑女士')
  await openFace(page, hub, { path: '/board' })
  await walkTo(page, '210', code)
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(page.locator('.drag-bubble')).toHaveCount(0)
  expect(await seen(code)).toMatchObject({ roomNo: '210', version: 1 })
})

test('a party that is inside is transferred by dragging it to a free room of its type', async ({ page }) => {
  const stay = await hub.call<{ id: string }>('POST', '/stays', {
    party: 4,
    minutes: 120,
    roomNo: '213',
    name: '冯先生',
  })
  await openFace(page, hub, { path: '/board' })
  const bar = rowOf(page, '213').locator('.bar.state-inUse')
  const box = await bar.boundingBox()
  const target = await rowOf(page, '214').boundingBox()
  if (!box || !target) throw new Error('nothing to carry')
  await page.mouse.move(box.x + 30, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + 34, box.y + 20)
  await page.mouse.move(box.x + 34, target.y + 15, { steps: 4 })
  await page.mouse.up()
  await expect(rowOf(page, '214').locator('.bar.state-inUse')).toBeVisible()
  await expect(page.locator('.toast')).toContainText('214')
  const { items } = await hub.call<{ items: { id: string; segments: { roomNo: string; end?: string }[] }[] }>(
    'GET',
    '/stays?state=open',
  )
  expect(items.find((one) => one.id === stay.id)?.segments.at(-1)?.roomNo).toBe('214')
})

test('a smaller type is asked about in the sheet before anything moves', async ({ page }) => {
  const code = await booked('301', '20:00', 120, '何先生', 5)
  await openFace(page, hub, { path: '/board' })
  await walkTo(page, '301', code)
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await expect(page.locator('.drag-bubble')).toContainText('小一级')
  await page.keyboard.press('Space')
  await expect(page.locator('.room-sheet')).toContainText('最多坐 6 位')
  expect((await seen(code)).roomNo).toBe('301')
})

test('Enter on free time of now opens the room; on later free time it goes to the desk', async ({ page }) => {
  await booked('216', '21:00', 120, '罗女士')
  await openFace(page, hub, { path: '/board' })
  await walkTo(page, '216', 'free')
  await page.keyboard.press('Enter')
  await expect(page.locator('.room-sheet')).toBeVisible()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, '216').locator('.bar.state-inUse')).toBeVisible()
  await expect(grid(page)).toBeFocused()
  await walkTo(page, '216', 'booking')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/desk/)
  await expect(page.locator('#desk-room')).toHaveValue('216')
  await expect(page.locator('#desk-time')).toHaveValue('2315')
})

test('the sheet of a bar arrives, extends and cancels by its letters', async ({ page }) => {
  const code = await booked('218', '19:00', 120, '马女士')
  await openFace(page, hub, { path: '/board' })
  await walkTo(page, '218', code)
  await page.keyboard.press('Enter')
  await expect(page.locator('.room-sheet')).toContainText(code)
  await page.keyboard.press('o')
  await expect(rowOf(page, '218').locator('.bar.state-inUse')).toBeVisible()
  await walkTo(page, '218', code)
  await page.keyboard.press('x')
  await expect(page.locator('.room-sheet')).toContainText('续几分钟')
  await page.keyboard.press('Enter')
  await expect(page.locator('.toast')).toContainText('21:30')
})

test('two desks see each other’s change', async ({ page, browser }) => {
  const code = await booked('220', '20:00', 120, '苗女士')
  const other = await browser.newPage()
  await openFace(page, hub, { path: '/board' })
  await openFace(other, hub, { path: '/board', staffNo: '1002' })
  await expect(rowOf(other, '220').locator(`.bar[data-key*="${code}"]`)).toBeVisible()
  await walkTo(page, '220', code)
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(rowOf(other, '221').locator(`.bar[data-key*="${code}"]`)).toBeVisible()
  await expect(rowOf(other, '220').locator(`.bar[data-key*="${code}"]`)).toHaveCount(0)
  await other.close()
})

test('the list has the same powers', async ({ page }) => {
  const code = await booked('223', '20:00', 120, '柳女士')
  await openFace(page, hub, { path: '/board' })
  await page.keyboard.press('Alt+l')
  const line = page.locator('.board-list-row', { hasText: code })
  await line.click()
  await expect(page.locator('.room-sheet')).toContainText(code)
  await page.keyboard.press('Escape')
  await expect(page.locator('.room-sheet')).toHaveCount(0)
  await page.keyboard.press(']')
  await expect.poll(async () => (await seen(code)).end).toBe(clock('22:15'))
})

test('only the rows in view are drawn, and the strips of all types stay in view', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await openFace(page, hub, { path: '/board' })
  await expect(page.locator('[data-room]').first()).toBeVisible()
  expect(await page.locator('[data-room]').count()).toBeLessThan(45)
  for (const top of [0, 600, 5_000]) {
    await grid(page).evaluate((element, to) => {
      element.scrollTop = to
    }, top)
    for (const name of ['小包', '中包', '大包', '豪华包', '总统包'])
      await expect(page.locator('.board-strip', { hasText: name }).first()).toBeInViewport({ ratio: 1 })
  }
})
