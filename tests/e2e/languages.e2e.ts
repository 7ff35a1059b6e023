import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { type Hub, openFace, startHub } from './hub.ts'

let hub: Hub
test.beforeAll(async () => {
  hub = await startHub()
})
test.afterAll(() => hub.stop())

const paths = [
  '/bookings',
  '/waitlist',
  '/promises',
  '/customers',
  '/settings?tab=types',
  '/settings?tab=rooms',
  '/settings?tab=rules',
  '/settings?tab=prices',
  '/settings?tab=staff',
  '/settings?tab=station',
  '/help?flow=10',
  '/help?flow=speech',
]
const titles: Record<string, string> = { 'zh-Hans': '预约单', 'zh-Hant': '預約單', en: 'Bookings' }
// What the venue itself has named stays as it was typed, whatever the reader's language.
const ownNames =
  /小包|中包|大包|豪华包|总统包|周敏|林晓雯|陈可|吴建国|何静|系统管理员|示范门店|简体中文|繁體中文|元旦|春节|清明|劳动节|端午|中秋|国庆|周一/g

for (const [language, title] of Object.entries(titles) as ['zh-Hans' | 'zh-Hant' | 'en', string][]) {
  for (const appearance of ['light', 'dark'] as const) {
    test(`every screen speaks ${language} and has no serious accessibility fault in ${appearance}`, async ({
      page,
    }) => {
      test.setTimeout(180_000)
      await openFace(page, hub, { staffNo: '3001', language, appearance, path: '/bookings' })
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      for (const path of paths) {
        await page.goto(`${hub.url}${path}`)
        await page.locator('.shell-screen h1').first().waitFor()
        await expect(page.locator('.loading-bar')).toHaveCount(0)
        if (language === 'en') {
          const text = (await page.locator('.shell-screen').innerText()).replaceAll(ownNames, '')
          expect(text.match(/[\u4e00-\u9fff]+/g) ?? [], path).toEqual([])
        }
        const { violations } = await new AxeBuilder({ page }).include('.shell-screen').analyze()
        const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
        expect(serious.map((one) => `${path} ${one.id} ${one.nodes[0]?.target.join(' ')}`)).toEqual([])
      }
    })
  }
}
