import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { fillEvening } from './evening.ts'
import { type Hub, journeyMs, openFace, startHub } from './hub.ts'

const faces = [
  { language: 'zh-Hans', appearance: 'light' },
  { language: 'zh-Hant', appearance: 'light' },
  { language: 'en', appearance: 'light' },
  { language: 'zh-Hans', appearance: 'dark' },
  { language: 'zh-Hant', appearance: 'dark' },
  { language: 'en', appearance: 'dark' },
] as const

const screens = [
  '/desk',
  '/board',
  '/wall',
  '/bookings',
  '/waitlist',
  '/promises',
  '/customers',
  '/reports',
  '/coupons',
  '/comments',
  '/members',
  '/settings',
  '/help',
]

/** Serious and critical findings, with the element each is about. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    )
}

test.describe.configure({ timeout: journeyMs })

let hub: Hub
let fresh: Hub
test.beforeAll(async () => {
  hub = await startHub({ now: '2026-03-06T14:00:00+08:00' })
  fresh = await startHub({ training: false })
  // Every state is there; a fuller house would only be more of the same.
  await fillEvening(hub, undefined, 0.12)
})
test.afterAll(async () => {
  await hub.stop()
  await fresh.stop()
})

for (const face of faces)
  test.describe(`${face.language}, ${face.appearance}`, () => {
    test('login has no serious finding', async ({ page }) => {
      await page.addInitScript(
        ([language, appearance]) => {
          localStorage.setItem('desk.language', language as string)
          localStorage.setItem('desk.appearance', appearance as string)
        },
        [face.language, face.appearance],
      )
      await page.goto(hub.url)
      await page.locator('.login-card').waitFor()
      expect(await findings(page)).toEqual([])
    })

    test('the wizard has no serious finding', async ({ page }) => {
      await page.addInitScript(
        ([language, appearance]) => {
          localStorage.setItem('desk.language', language as string)
          localStorage.setItem('desk.appearance', appearance as string)
        },
        [face.language, face.appearance],
      )
      await page.goto(fresh.url)
      await expect(page).toHaveURL(/setup/)
      await page.locator('button').first().waitFor()
      expect(await findings(page)).toEqual([])
    })

    test('no screen has a serious finding', async ({ page }) => {
      await openFace(page, hub, { ...face, staffNo: '9001' })
      const found: Record<string, string[]> = {}
      for (const path of screens) {
        await page.evaluate((to) => {
          history.pushState({}, '', to)
          dispatchEvent(new PopStateEvent('popstate'))
        }, path)
        await expect(page.locator(`.side-entry[href="${path}"]`)).toHaveAttribute('aria-current', 'page')
        await page.waitForLoadState('networkidle')
        await page.locator('.loading-bar').first().waitFor({ state: 'detached' })
        const there = await findings(page)
        if (there.length > 0) found[path] = there
      }
      expect(found).toEqual({})
    })

    test('the desk has none with an answer, with offers and with the supervisor asked', async ({ page }) => {
      await openFace(page, hub, face)
      await page.locator('#desk-party').fill('4')
      await page.locator('#desk-time').fill(face.language === 'en' ? 'tomorrow 3pm' : '明1500')
      await page.locator('[data-outcome="available"]').waitFor()
      expect(await findings(page)).toEqual([])
      // A minute off the grid is refused with offers on any evening.
      await page.locator('#desk-time').fill('2001')
      await page.locator('.offers-roomy').waitFor()
      expect(await findings(page)).toEqual([])
      await page.locator('#desk-name').fill('A')
      await page.locator('#desk-phone').fill('13800138000')
      await page.keyboard.press('Alt+s')
      await page.locator('.approval').waitFor()
      expect(await findings(page)).toEqual([])
    })
  })
