import { expect, type Page, test } from '@playwright/test'
import { answer, bookingSeen, newPhone, savedCode, takeOffer, typeWish } from './desk-steps.ts'
import { type Hub, journeyMs, openFace, pin, startHub } from './hub.ts'

test.describe.configure({ timeout: journeyMs })

let hub: Hub
test.beforeAll(async () => {
  hub = await startHub()
})
test.afterAll(() => hub.stop())

/** Counts every key pressed, one for each character of the input method's text too. */
function counted(page: Page) {
  let keys = 0
  return {
    press: async (key: string) => {
      keys += 1
      await page.keyboard.press(key)
    },
    type: async (text: string) => {
      keys += [...text].length
      await page.keyboard.type(text)
    },
    count: () => keys,
  }
}

test('from ring to confirmed in at most 25 keystrokes, by the keyboard alone', async ({ page }) => {
  await openFace(page, hub)
  await expect(page.locator('#desk-party')).toBeFocused()
  const keys = counted(page)
  await keys.type('6')
  await keys.press('Enter')
  await keys.type('2030')
  await keys.press('Enter')
  await expect(page.locator('#desk-phone')).toBeFocused()
  await keys.type('13912340417')
  await keys.press('Enter')
  await expect(page.locator('#desk-name')).toBeFocused()
  await keys.type('李女士')
  await keys.press('Enter')
  const code = await savedCode(page)
  expect(keys.count()).toBeLessThanOrEqual(25)
  expect(await bookingSeen(hub, code)).toMatchObject({ status: 'confirmed', typeCode: 'M' })
})

test('a caller who is known needs no name typed, and the file is shown', async ({ page }) => {
  const phone = newPhone()
  await hub.call('POST', '/customers', { name: '苏女士', phones: [phone], vipTier: 'gold', tags: ['靠电梯'] }, '2001')
  await openFace(page, hub)
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  await page.keyboard.type('2100')
  await page.keyboard.press('Enter')
  await page.keyboard.type(phone)
  await expect(page.locator('.caller')).toContainText('苏女士')
  await expect(page.locator('.caller')).toContainText('金卡')
  await expect(page.locator('#desk-name')).toHaveValue('苏女士')
  await page.keyboard.press('Enter')
  await savedCode(page)
})

test('what is saved can be taken back by Ctrl+Z, and stands in the form again', async ({ page }) => {
  await openFace(page, hub)
  await typeWish(page, { party: '4', time: '明2100', name: '叶先生', phone: newPhone() })
  await expect(answer(page)).toHaveAttribute('data-outcome', 'available')
  await page.keyboard.press('Enter')
  const code = await savedCode(page)
  await page.keyboard.press('Control+z')
  await expect(page.locator('.toast')).toContainText('已撤销')
  expect((await bookingSeen(hub, code)).status).toBe('cancelled')
  await expect(page.locator('#desk-name')).toHaveValue('叶先生')
})

test('the answer changes with every key and never in height', async ({ page }) => {
  await openFace(page, hub)
  const block = page.locator('.decided')
  const height = async () => (await block.boundingBox())?.height
  expect(await height()).toBe(384)
  await page.keyboard.type('6')
  await page.keyboard.press('Enter')
  for (const key of '明2030') {
    await page.keyboard.type(key)
    expect(await height()).toBe(384)
  }
  await expect(answer(page)).toContainText('中包')
  await page.locator('#desk-party').fill('9')
  await expect(answer(page)).toContainText('大包')
  await page.locator('#desk-time').fill('明2031')
  await expect(answer(page)).toContainText('差几分')
  expect(await height()).toBe(384)
  expect(
    await page.locator('.decided .answer, .decided .offers').evaluateAll((parts) => {
      const [top, bottom] = [
        parts[0]?.getBoundingClientRect().top ?? 0,
        parts.at(-1)?.getBoundingClientRect().bottom ?? 0,
      ]
      return bottom - top
    }),
  ).toBeLessThanOrEqual(384)
})

test('keys of an input method still composing do nothing else', async ({ page }) => {
  await openFace(page, hub)
  await typeWish(page, { party: '4', time: '明2200', name: '', phone: newPhone() })
  await page.locator('#desk-name').focus()
  await page
    .locator('#desk-name')
    .dispatchEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true })
  await expect(page.locator('#desk-name')).toBeFocused()
  await expect(page.locator('[data-outcome="saved"]')).toHaveCount(0)
})

test('a booking is put aside for another one and nothing typed is lost', async ({ page }) => {
  await openFace(page, hub)
  await typeWish(page, { party: '6', time: '明2030', name: '王女士', phone: newPhone() })
  await page.keyboard.press('F2')
  await expect(page.locator('#desk-party')).toHaveValue('')
  await page.keyboard.type('2')
  await page.keyboard.press('Alt+q')
  await expect(page.locator('#desk-name')).toHaveValue('王女士')
  await expect(page.locator('#desk-time')).toHaveValue('明2030')
  await page.keyboard.press('Alt+q')
  await expect(page.locator('#desk-party')).toHaveValue('2')
})

test('another screen is looked at and what was typed is still there', async ({ page }) => {
  await openFace(page, hub)
  await typeWish(page, { party: '6', time: '明2030', name: '王女士', phone: '' })
  await page.keyboard.press('F4')
  await expect(page.locator('[role="grid"]')).toBeVisible()
  await page.keyboard.press('F2')
  await expect(page.locator('#desk-name')).toHaveValue('王女士')
  await expect(answer(page)).toBeVisible()
})

test('two desks after the same room: one has it, the other hears who and gets another', async ({ page, browser }) => {
  const other = await browser.newPage()
  await openFace(page, hub)
  await openFace(other, hub, { staffNo: '1002' })
  for (const [desk, name] of [
    [page, '高先生'],
    [other, '罗先生'],
  ] as const) {
    await typeWish(desk, { party: '6', time: '2300', room: '311', name, phone: newPhone() })
    await expect(answer(desk)).toHaveAttribute('data-outcome', 'available')
  }
  await Promise.all([page.keyboard.press('Enter'), other.keyboard.press('Enter')])
  const saved = async (desk: Page) => desk.locator('[data-outcome="saved"]').count()
  await expect.poll(async () => (await saved(page)) + (await saved(other))).toBe(1)
  const loser = (await saved(page)) === 1 ? other : page
  await expect(answer(loser)).toHaveAttribute('data-outcome', 'offers')
  await expect(answer(loser)).toContainText(/311 到 .* 有(高|罗)先生/)
  await takeOffer(loser, /另一间/)
  await loser.keyboard.press('Enter')
  await savedCode(loser)
  await other.close()
})

test('another desk sees the room this desk is talking about', async ({ page, browser }) => {
  const other = await browser.newPage()
  await openFace(page, hub)
  await openFace(other, hub, { staffNo: '1002' })
  await typeWish(page, { party: '8', time: '2200', room: '318', name: '', phone: '' })
  await expect(page.locator('.answer-hold')).toContainText('318')
  await typeWish(other, { party: '8', time: '2200', room: '318', name: '', phone: '' })
  await expect(other.locator('.mini')).toContainText('林晓雯正在谈')
  await other.close()
})

test('a change of user keeps what is typed', async ({ page }) => {
  await openFace(page, hub)
  await typeWish(page, { party: '6', time: '明2030', name: '谢女士', phone: '' })
  await page.keyboard.press('Control+Alt+u')
  await page.locator('.login-card input').first().fill('1002')
  await page.keyboard.press('Enter')
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await expect(page.locator('.user-button')).toContainText('1002')
  await expect(page.locator('#desk-name')).toHaveValue('谢女士')
})

test('a wrong PIN says so, keeps the number, and lets in the right one', async ({ page }) => {
  await page.goto(hub.url)
  await page.locator('.login-card input').first().fill('1001')
  await page.keyboard.press('Enter')
  await page.keyboard.type('000000')
  await page.keyboard.press('Enter')
  await expect(page.locator('.login-error')).toContainText('PIN')
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await expect(page.locator('#desk-party')).toBeFocused()
})

for (const [language, words] of [
  ['zh-Hant', '可訂'],
  ['en', 'Free'],
] as const)
  test(`the desk answers in ${language}`, async ({ page }) => {
    await openFace(page, hub, { language })
    await page.keyboard.type('4')
    await page.keyboard.press('Enter')
    await page.keyboard.type(language === 'en' ? 'tomorrow 5pm' : '明1700')
    await expect(answer(page).locator('.answer-state')).toHaveText(words)
  })

test('names with markup, emoji and great length are shown as they are', async ({ page }) => {
  await openFace(page, hub)
  const name = '<img src=x onerror=alert(1)>🎤'
  await typeWish(page, { party: '4', time: '明1500', name, phone: newPhone() })
  await expect(answer(page)).toHaveAttribute('data-outcome', 'available')
  await page.keyboard.press('Enter')
  await savedCode(page)
  await expect(page.locator('[data-outcome="saved"]')).toContainText(name)
  expect(await page.locator('[data-outcome="saved"] img').count()).toBe(0)
})
