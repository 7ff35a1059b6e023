import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from '@playwright/test'
import { openBrowser } from '#tests/bench/board-face.ts'
import { type Hub, openFace, startHub } from '#tests/e2e/hub.ts'
import { eveningStart, fillEvening, holdRooms } from './evening.ts'
import { takeReports } from './report-shots.ts'

// Pictures of the face on a practice evening, light and dark, into docs/screens: `npm run screenshots`.

type Appearance = 'light' | 'dark'

interface Shot {
  readonly name: string
  readonly appearances: readonly Appearance[]
  /** From the logged-in face at `/desk` to what is to be seen. */
  readonly stage: (page: Page, hub: Hub) => Promise<void>
}

const both: readonly Appearance[] = ['light', 'dark']

async function go(page: Page, path: string, wait: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await page.locator(wait).first().waitFor()
}

async function typeWish(page: Page, wish: readonly string[]): Promise<void> {
  await page.locator('#desk-party').focus()
  for (const text of wish) {
    if (text !== '') await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
}

/** Walks down to a room with the arrow keys, to the bar that the clock is in. */
async function walkTo(page: Page, roomNo: string): Promise<void> {
  const grid = page.locator('[role="grid"]')
  await grid.focus()
  for (let i = 0; i < 70; i += 1) {
    if ((await grid.getAttribute('aria-activedescendant'))?.startsWith(`cell-${roomNo}-`)) return
    await page.keyboard.press('ArrowDown')
  }
}

const shots: readonly Shot[] = [
  {
    name: 'desk',
    appearances: both,
    stage: async (page) => {
      await typeWish(page, ['6', '', '明2030', '', '', '张先生', '13812345678'])
      await page.locator('.answer').waitFor()
    },
  },
  {
    name: 'desk-offers',
    appearances: both,
    stage: async (page) => {
      await typeWish(page, ['12', '', '2030', '', '', '', ''])
      await page.locator('.answer').waitFor()
    },
  },
  {
    name: 'board',
    appearances: both,
    stage: async (page, hub) => {
      await holdRooms(hub.url)
      await go(page, '/board', '[data-key]')
      await walkTo(page, '305')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await page.locator('.item-card').waitFor()
    },
  },
  {
    name: 'board-drag',
    appearances: both,
    stage: async (page, hub) => {
      await holdRooms(hub.url)
      await go(page, '/board', '[data-key]')
      await walkTo(page, '223')
      await page.keyboard.press('Escape')
      const bar = await page.locator('[data-room="221"] .state-reserved').first().boundingBox()
      const row = await page.locator('[data-room="223"]').boundingBox()
      if (!bar || !row) throw new Error('221 and 223 are not in view')
      await page.mouse.move(bar.x + 60, bar.y + 12)
      await page.mouse.down()
      await page.mouse.move(bar.x + 66, bar.y + 16)
      await page.mouse.move(bar.x + 76, row.y + 14, { steps: 5 })
      await page.locator('.drag-hatch').waitFor()
    },
  },
  {
    name: 'board-sheet',
    appearances: both,
    stage: async (page) => {
      await go(page, '/board', '[data-key]')
      await walkTo(page, '201')
      await page.keyboard.press('Enter')
      await page.keyboard.press('x')
      await page.locator('.room-sheet form').waitFor()
    },
  },
  {
    name: 'board-list',
    appearances: both,
    stage: async (page) => {
      await go(page, '/board', '[data-key]')
      await page.keyboard.press('Alt+l')
      await page.locator('.board-list-row').first().waitFor()
    },
  },
  {
    name: 'wall',
    appearances: both,
    stage: async (page, hub) => {
      await holdRooms(hub.url)
      await go(page, '/wall', '[data-tile]')
    },
  },
  {
    name: 'bookings',
    appearances: both,
    stage: (page) => go(page, '/bookings', 'main [role="row"], main table tr, main li'),
  },
  { name: 'waitlist', appearances: both, stage: (page) => go(page, '/waitlist', 'main') },
  { name: 'promises', appearances: both, stage: (page) => go(page, '/promises', 'main') },
  { name: 'settings', appearances: both, stage: (page) => go(page, '/settings', 'main') },
  { name: 'help', appearances: both, stage: (page) => go(page, '/help', 'main svg') },
]

async function take(browser: Browser, hub: Hub, folder: string, shot: Shot, appearance: Appearance): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  try {
    await openFace(page, hub, { appearance })
    await shot.stage(page, hub)
    await settle(page)
    await page.screenshot({ path: resolve(folder, `${shot.name}-${appearance}.png`) })
  } finally {
    await page.close()
  }
}

/** Answers have come in and the round trip in the corner reads as on a quiet machine. */
async function settle(page: Page): Promise<void> {
  await page.locator('.loading-bar').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(900)
}

async function takeWizard(browser: Browser, folder: string): Promise<void> {
  const hub = await startHub({ training: false })
  try {
    for (const appearance of both) {
      const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        locale: 'zh-CN',
        reducedMotion: 'reduce',
      })
      await page.addInitScript((chosen) => localStorage.setItem('desk.appearance', chosen), appearance)
      await page.goto(hub.url)
      await page.locator('button').first().waitFor()
      await settle(page)
      await page.screenshot({ path: resolve(folder, `wizard-${appearance}.png`) })
      await page.close()
    }
  } finally {
    await hub.stop()
  }
}

const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' } } })
const folder = resolve(values.out ?? resolve(import.meta.dirname, '../../docs/screens'))
// `report-*` means all that begin so.
const matches = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
const wanted = (name: string): boolean =>
  !values.only || values.only.split(',').some((pattern) => matches(pattern, name))
mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
const takesEvening = shots.some((one) => wanted(one.name)) || wanted('wizard')
const hub = takesEvening ? await startHub({ now: eveningStart }) : undefined
try {
  if (hub) {
    console.log('the evening:', await fillEvening(hub.url))
    for (const shot of shots.filter((one) => wanted(one.name)))
      for (const appearance of shot.appearances) {
        await take(browser, hub, folder, shot, appearance)
        console.log(`${shot.name}-${appearance}.png`)
      }
  }
  if (wanted('wizard')) await takeWizard(browser, folder)
  await takeReports(browser, folder, wanted)
} finally {
  await hub?.stop()
  await browser.close()
}
