import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Hub, journeyMs, openFace, startHub } from './hub.ts'

test.describe.configure({ timeout: journeyMs })

interface CardSeen {
  readonly cardNo: string
  readonly tier: string
  readonly state: string
  readonly validUntil: string
  readonly replaces?: string
  readonly events: readonly { readonly kind: string; readonly note?: string; readonly by: string }[]
}

let hub: Hub
test.beforeAll(async () => {
  hub = await startHub({ now: '2026-03-06T18:42:00+08:00' })
})
test.afterAll(() => hub.stop())

const supervisor = '2001'
const customer = (name: string, phone: string) =>
  hub.call<{ id: string }>('POST', '/customers', { name, phones: [phone] }, supervisor)
const issue = (customerId: string, tier: string) =>
  hub.call<CardSeen>('POST', '/cards', { customerId, tier }, supervisor)
const cardSeen = (cardNo: string) => hub.call<CardSeen>('GET', `/cards/${cardNo}`)
const tierOf = async (id: string) => (await hub.call<{ vipTier: string | null }>('GET', `/customers/${id}`)).vipTier
const grouped = (cardNo: string) => `${cardNo.slice(0, 4)} ${cardNo.slice(4)}`

const sheet = (page: Page) => page.getByRole('complementary', { name: '这张卡' })
const state = (page: Page) => sheet(page).locator('.members-head .tag').last()
const toast = (page: Page) => page.locator('.toast')

/** Opens the screen; keys pressed before its list is there would go nowhere. */
async function openMembers(page: Page, staffNo = supervisor): Promise<void> {
  await openFace(page, hub, { staffNo, path: '/members' })
  await expect(page.locator('.members-list .rows')).toBeVisible()
}

/** Opens a card by its number, the keyboard alone. */
async function openCard(page: Page, cardNo: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.keyboard.type(grouped(cardNo))
  await expect(page.locator('.members-list [role="row"][aria-selected]')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toContainText(grouped(cardNo))
}

test('流程22 贵宾卡: 发卡、冻结、解冻、挂失、补卡、续卡、改级, by keyboard; the holder’s tier follows', async ({
  page,
}) => {
  const { id } = await customer('曾丽君', '13611112222')
  await openMembers(page)
  await page.keyboard.press('n')
  await expect(page.getByRole('combobox', { name: '发给谁' })).toBeFocused()
  // Whoever types on does not wait for the list.
  await page.keyboard.type('zlj')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: '银卡' })).toBeFocused()
  await expect(page.getByText('没有查到别的卡')).toBeVisible()
  await expect(page.getByText('有效期至 2027-03-05')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: '金卡' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('曾丽君 的金卡')
  expect(await tierOf(id)).toBe('gold')
  const [first] = (await hub.call<{ items: CardSeen[] }>('GET', `/cards?customerId=${id}`)).items
  const cardNo = first?.cardNo ?? ''
  await expect(sheet(page)).toContainText(grouped(cardNo))

  // Freezing asks why; undo brings the card back, and freezing again stays.
  await page.keyboard.press('f')
  await page.keyboard.press('Enter')
  await expect(page.getByText('请写明缘由')).toBeVisible()
  await page.keyboard.type('多次订而未到')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('已冻结')
  expect(await tierOf(id)).toBeNull()
  await page.keyboard.press('Control+z')
  await expect(toast(page)).toContainText('已撤销')
  await expect(state(page)).toHaveText('有效')
  expect(await tierOf(id)).toBe('gold')
  await page.keyboard.press('f')
  await page.keyboard.type('多次订而未到')
  await page.keyboard.press('Enter')
  await expect(state(page)).toHaveText('冻结')
  await page.keyboard.press('u')
  await expect(toast(page)).toContainText('已解冻')

  await page.keyboard.press('r')
  await expect(toast(page)).toContainText('续到 2028-03-05')
  await page.keyboard.press('r')
  await expect(page.getByRole('alert')).toContainText('这张卡已续过')
  await page.keyboard.press('t')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('已改为银卡')
  expect(await tierOf(id)).toBe('silver')

  await page.keyboard.press('l')
  await page.keyboard.type('来电报失')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('已挂失')
  await expect(state(page)).toHaveText('挂失')
  await page.keyboard.press('b')
  await expect(page.getByRole('dialog')).toContainText(`旧卡 ${grouped(cardNo)} 从此作废`)
  await page.keyboard.type('持证件补办')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('已补发，旧卡作废')
  await expect(sheet(page)).toContainText(grouped(cardNo))
  const old = await cardSeen(cardNo)
  expect(old.state).toBe('replaced')
  expect(old.events.map((event) => event.kind)).toEqual([
    'issued',
    'frozen',
    'unfrozen',
    'renewed',
    'tierChanged',
    'lost',
    'replaced',
  ])
  expect(await tierOf(id)).toBe('silver')

  await openCard(page, cardNo)
  await expect(sheet(page)).toContainText('这张卡已作废')
})

test('发卡 shows who of the same name holds a card, and opens a file for a guest without one', async ({ page }) => {
  const { id } = await customer('冯德伦', '13622220001')
  const { cardNo } = await issue(id, 'silver')
  await customer('冯得伦', '13622220002')
  await openMembers(page)
  await page.keyboard.press('n')
  await page.keyboard.type('0002')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByText('先问清是不是同一位')).toBeVisible()
  await expect(page.getByRole('button', { name: grouped(cardNo) })).toBeVisible()

  // He holds one already: not another, but the way to the one he has.
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.keyboard.type('0001')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('一人一张')
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toContainText(grouped(cardNo))

  await page.keyboard.press('n')
  await page.keyboard.type('龚自珍')
  await expect(page.getByText('没有找到“龚自珍”')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('13622220003')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: '银卡' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('龚自珍 的银卡')
})

test('the desk looks and reports a loss; the rest is a supervisor’s', async ({ page }) => {
  const { cardNo } = await issue((await customer('汪洋', '13633330001')).id, 'gold')
  await openMembers(page, '1001')
  await openCard(page, cardNo)
  await expect(sheet(page)).toContainText('请主管来办')
  await expect(page.getByRole('button', { name: /续卡/ })).toHaveCount(0)
  await page.keyboard.press('n')
  await page.keyboard.press('l')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('已挂失')
  expect(await cardSeen(cardNo)).toMatchObject({
    state: 'lost',
    events: [{ kind: 'issued' }, { kind: 'lost', by: '1001' }],
  })
})

test('流程22 贵宾卡 统计: figures by tier over any dates, each opening what it counts', async ({ page }) => {
  const { cardNo } = await issue((await customer('严明', '13644440001')).id, 'gold')
  await hub.call('POST', '/stays', { party: 3, minutes: 60, name: '严明', phone: '13644440001' }, '1101')
  await openMembers(page)
  await page.keyboard.press('Alt+2')
  const byTier = page.getByRole('region', { name: '按卡级' })
  await expect(byTier.getByRole('row', { name: /^金卡/ })).toBeVisible()
  const { total } = await hub.call<{ total: { issued: number; visits: number; active: number } }>('GET', '/reports/vip')
  const totals = byTier.getByRole('row', { name: /^合计/ })
  await expect(totals.locator('td').nth(1)).toHaveText(String(total.issued))
  await expect(page.getByRole('list', { name: '核对' })).toContainText('合计：期初 0 + 增')
  await expect(page.locator('.paper-definitions').first()).toContainText('90 天没有来过')
  await expect(page.getByRole('region', { name: '到店最多的 20 位' })).toContainText('严明')

  // Tab goes to the table, the arrows to a figure, Enter to what is behind it.
  await page.getByRole('button', { name: '导出 Excel' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const behind = page.getByRole('complementary', { name: '数字背后' })
  await expect(behind).toContainText('发卡 金卡')
  await expect(behind).toContainText('严明')
  await expect(behind).toContainText(grouped(cardNo))
  await page.keyboard.press('Escape')
  await expect(behind).toHaveCount(0)

  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.locator('.period-date')).toContainText('2026年2月')
  await expect(totals.locator('td').nth(1)).toHaveText('0')
})

test('会员信息表: a customer’s form and the blank one, on screen as it is printed; whole numbers for a reason', async ({
  page,
}) => {
  await issue((await customer('白居安', '13655550001')).id, 'gold')
  await openMembers(page)
  await page.keyboard.press('Alt+3')
  const form = page.locator('.members-scroll .paper')
  await expect(form).toContainText('会员信息表')
  await expect(form).toContainText('□ 金卡  □ 银卡')
  await page.keyboard.type('白居安')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(form).toContainText('136••••0001')
  await expect(form).toContainText('2027-03-05')
  await page.keyboard.press('u')
  await page.keyboard.type('客人到店补资料')
  await page.keyboard.press('Enter')
  await expect(form).toContainText('13655550001')
  const audit = await hub.call<{ items: { command: string; input: { reason?: string } }[] }>(
    'GET',
    '/audit',
    undefined,
    '3001',
  )
  expect(audit.items.some((line) => line.command === 'customer.unmask' && line.input.reason === '客人到店补资料')).toBe(
    true,
  )
  await page.emulateMedia({ media: 'print' })
  await page.keyboard.press('F9')
  await expect(page.locator('.paper-print .paper')).toBeVisible()
  await expect(page.locator('.paper-print .paper')).toContainText('13655550001')
  await expect(page.locator('#root')).toBeHidden()
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await page.keyboard.press('Escape')
  await expect(form).not.toContainText('白居安')
})

test('a customer’s file shows his card and leads to it', async ({ page }) => {
  const { id } = await customer('方正', '13666660001')
  const { cardNo } = await issue(id, 'silver')
  await openFace(page, hub, { staffNo: supervisor, path: `/customers?id=${id}` })
  const file = page.getByRole('complementary', { name: '客户档案' })
  await expect(file).toContainText(`${grouped(cardNo)}`)
  await expect(file).toContainText('有效期至 2027-03-05')
  await file.getByRole('link', { name: grouped(cardNo) }).focus()
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toContainText('方正')
})

for (const { language, appearance } of [
  { language: 'en', appearance: 'dark' },
  { language: 'zh-Hant', appearance: 'light' },
] as const)
  test(`every page of the members has no serious finding and speaks ${language}, ${appearance}`, async ({ page }) => {
    const { cardNo } = await issue(
      (await customer('Ann', language === 'en' ? '13677770001' : '13677770002')).id,
      'gold',
    )
    await openFace(page, hub, { staffNo: supervisor, language, appearance, path: '/members' })
    await expect(page.locator('.members-list .rows')).toBeVisible()
    const findings = async () => {
      const { violations } = await new AxeBuilder({ page }).include('main').analyze()
      return violations
        .filter((one) => one.impact === 'serious' || one.impact === 'critical')
        .map((one) => `${one.id} ${one.nodes[0]?.target.join(' ')}`)
    }
    await page.keyboard.press('Control+f')
    await page.keyboard.type(cardNo)
    await expect(page.locator('.members-list [role="row"][aria-selected]')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(page.locator('.members-head')).toBeVisible()
    expect(await findings()).toEqual([])
    await page.keyboard.press('n')
    await expect(page.getByRole('combobox')).toBeFocused()
    expect(await findings()).toEqual([])
    await page.keyboard.press('Alt+2')
    await expect(page.locator('.paper-body .paper-table').first()).toBeVisible()
    expect(await findings()).toEqual([])
    if (language === 'en') {
      const heads = await page.locator('.paper-body').locator('th, h3, dt, dd, li').allInnerTexts()
      expect(heads.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([])
    }
    await page.keyboard.press('Alt+3')
    await expect(page.locator('.members-scroll .paper')).toBeVisible()
    expect(await findings()).toEqual([])
  })
