import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Hub, openFace, startHub } from './hub.ts'

let hub: Hub
test.beforeAll(async () => {
  hub = await startHub()
})
test.afterAll(() => hub.stop())

const tabs = ['venue', 'types', 'rooms', 'rules', 'prices', 'reports', 'staff', 'station']
const titles = {
  '/bookings': { 'zh-Hans': '预约单', 'zh-Hant': '預約單', en: 'Bookings' },
  '/waitlist': { 'zh-Hans': '候位', 'zh-Hant': '候位', en: 'Waiting list' },
  '/promises': { 'zh-Hans': '转包', 'zh-Hant': '轉包', en: 'Transfers' },
  '/customers': { 'zh-Hans': '客户', 'zh-Hant': '客戶', en: 'Customers' },
  '/coupons': { 'zh-Hans': '优惠券', 'zh-Hant': '優惠券', en: 'Coupons' },
  '/comments': { 'zh-Hans': '意见卡', 'zh-Hant': '意見卡', en: 'Comment cards' },
  '/members': { 'zh-Hans': '会员', 'zh-Hant': '會員', en: 'Members' },
  '/settings': { 'zh-Hans': '设置', 'zh-Hant': '設定', en: 'Settings' },
  '/help': { 'zh-Hans': '流程01 当日包厢预约', 'zh-Hant': '流程01 當日包廂預約', en: 'Flow 01 Room today' },
} as const
// What the venue itself has named stays as it was typed, whatever the reader's language; so do the words of a language's own name.
const ownNames =
  /小包|中包|大包|豪华包|总统包|周敏|林晓雯|陈可|吴建国|何静|系统管理员|示范门店|简体中文|繁體中文|元旦|春节|清明|劳动节|端午|中秋|国庆|周一/g

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
}

async function chineseLeft(page: Page): Promise<string[]> {
  const text = await page.locator('main').innerText()
  return text.replaceAll(ownNames, '').match(/[\u4e00-\u9fff]+/g) ?? []
}

for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
  test(`the lists, settings and help speak ${language}`, async ({ page }) => {
    test.setTimeout(240_000)
    await openFace(page, hub, { staffNo: '3001', language, path: '/bookings' })
    for (const [path, words] of Object.entries(titles)) {
      await goTo(page, path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[language])
      await expect(page.locator('.loading-bar')).toHaveCount(0)
      if (language === 'en') expect(await chineseLeft(page), path).toEqual([])
    }
    for (const [index, tab] of tabs.entries()) {
      if (index === 0) await goTo(page, '/settings')
      await page.keyboard.press(`Alt+${index + 1}`)
      await expect(page).toHaveURL(new RegExp(`tab=${tab}`))
      await expect(page.locator('.loading-bar')).toHaveCount(0)
      if (language === 'en') expect(await chineseLeft(page), tab).toEqual([])
    }
  })
}

test('every tab of the settings has no serious finding', async ({ page }) => {
  test.setTimeout(300_000)
  await openFace(page, hub, { staffNo: '3001', appearance: 'dark', path: '/settings' })
  for (const [index, tab] of tabs.entries()) {
    await page.keyboard.press(`Alt+${index + 1}`)
    await expect(page).toHaveURL(new RegExp(`tab=${tab}`))
    await expect(page.locator('.loading-bar')).toHaveCount(0)
    const { violations } = await new AxeBuilder({ page }).include('main').analyze()
    const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
    expect(serious.map((one) => `${tab} ${one.id} ${one.nodes[0]?.target.join(' ')}`)).toEqual([])
  }
})
