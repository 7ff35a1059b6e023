import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from '@playwright/test'
import { LibreOffice } from '#tests/builders/libre-office.ts'
import { type Hub, openFace, startHub } from '#tests/e2e/hub.ts'

const run = promisify(execFile)

// Pictures of the reports in a venue with two made-up years: on the screen, on paper, and as LibreOffice shows the workbooks.

/** Where the practice clock stands when the house is looked at: a Friday afternoon after a closed day. */
const reportNow = '2026-03-06T15:20:00+08:00'
const reportDay = '2026-03-05'

type Appearance = 'light' | 'dark'

interface ScreenShot {
  readonly name: string
  readonly path: string
  readonly wait: string
  readonly appearances: readonly Appearance[]
  readonly stage?: (page: Page) => Promise<void>
}

const light: readonly Appearance[] = ['light']
const both: readonly Appearance[] = ['light', 'dark']
const day = `date=${reportDay}`

async function openCell(page: Page): Promise<void> {
  await page.locator('.compare-table').focus()
  for (let row = 0; row < 8; row += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.locator('.drawer-row').first().waitFor()
}

const screens: readonly ScreenShot[] = [
  { name: 'entries-day', path: `/reports?${day}`, wait: '.heat', appearances: both, stage: openCell },
  {
    name: 'usage-week',
    path: `/reports?name=usage&period=week&date=2026-02-27`,
    wait: '.compare-chart canvas',
    appearances: light,
  },
  {
    name: 'entries-month',
    path: `/reports?period=month&date=2026-02-14`,
    wait: '.compare-average',
    appearances: light,
  },
  {
    name: 'chart-month',
    path: `/reports?period=month&date=2026-02-14&view=chart`,
    wait: '.compare-chart canvas',
    appearances: both,
  },
  {
    name: 'operations',
    path: `/reports?name=operations&period=month&date=2026-02-14`,
    wait: '.paper-table',
    appearances: light,
  },
  { name: 'vip', path: '/reports?name=vip&period=month&date=2026-02-14', wait: '.paper-table', appearances: light },
  {
    name: 'comments',
    path: '/comments',
    wait: 'main',
    appearances: light,
    stage: async (page) => {
      await page.keyboard.press('Alt+2')
      await page.keyboard.press('Alt+ArrowLeft')
      await page.locator('.chart canvas').waitFor()
    },
  },
  {
    name: 'coupons',
    path: '/reports?name=coupons&period=month&date=2026-02-14',
    wait: '.paper-table',
    appearances: light,
  },
  { name: 'calls', path: '/reports?name=calls&period=month&date=2026-02-14', wait: '.paper-table', appearances: light },
]

/** Papers as the printer gets them, by the address of the screen they are printed from. */
const papers = [
  ['paper-entries-day', `/reports?${day}`],
  ['paper-usage-month', '/reports?name=usage&period=month&date=2026-02-14'],
] as const

/** First pages of workbooks, as another program shows them. */
const workbooks = [
  ['excel-entries-day', `entries.xlsx?period=day&${day}`],
  ['excel-month', 'month.xlsx?date=2026-02-14'],
] as const

async function openAt(browser: Browser, hub: Hub, path: string, appearance: Appearance): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await openFace(page, hub, { staffNo: '3001', appearance, path })
  return page
}

/** The first page of a PDF as a picture. */
async function firstPage(pdf: string, picture: string): Promise<void> {
  await run('pdftoppm', ['-png', '-r', '110', '-f', '1', '-l', '1', '-singlefile', pdf, picture.replace(/\.png$/, '')])
}

async function takePaper(browser: Browser, hub: Hub, path: string, picture: string, scratch: string): Promise<void> {
  const page = await openAt(browser, hub, path, 'light')
  await page.locator('.compare-table').waitFor()
  await page.keyboard.press('F9')
  await page.locator('.paper h2').waitFor({ state: 'attached' })
  const pdf = join(scratch, 'paper.pdf')
  await page.pdf({ path: pdf, preferCSSPageSize: true })
  await firstPage(pdf, picture)
  await page.close()
}

async function takeWorkbook(page: Page, hub: Hub, address: string, picture: string, scratch: string): Promise<void> {
  const file = join(scratch, 'book.xlsx')
  const download = page.waitForEvent('download')
  await page.evaluate(
    async ([url, path]) => {
      const opened = await fetch(`${url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ staffNo: '3001', pin: '135790' }),
      })
      const { token } = (await opened.json()) as { token: string }
      const answer = await fetch(`${url}/api/v1/reports/${path}`, {
        headers: { authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' },
      })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await answer.blob())
      link.download = 'book.xlsx'
      link.click()
    },
    [hub.url, address] as const,
  )
  await (await download).saveAs(file)
  await new LibreOffice(scratch).convert([file], 'pdf', scratch)
  await firstPage(join(scratch, 'book.pdf'), picture)
}

/** Takes them all into a folder; `wanted` says which by name. */
export async function takeReports(browser: Browser, folder: string, wanted: (name: string) => boolean): Promise<void> {
  const all = [...screens.map((shot) => shot.name), ...papers.map(([name]) => name), ...workbooks.map(([name]) => name)]
  if (!all.some((name) => wanted(`report-${name}`))) return
  const hub = await startHub({ now: reportNow, demoHistoryMonths: 24 })
  const scratch = mkdtempSync(join(tmpdir(), 'desk-screens-'))
  const pictureOf = (name: string) => resolve(folder, `report-${name}.png`)
  try {
    for (const shot of screens.filter((one) => wanted(`report-${one.name}`)))
      for (const appearance of shot.appearances) {
        const page = await openAt(browser, hub, shot.path, appearance)
        await page.locator(shot.wait).first().waitFor()
        await shot.stage?.(page)
        await page.waitForTimeout(900)
        await page.screenshot({ path: pictureOf(`${shot.name}-${appearance}`) })
        await page.close()
        console.log(`report-${shot.name}-${appearance}.png`)
      }
    for (const [name, path] of papers.filter(([one]) => wanted(`report-${one}`))) {
      await takePaper(browser, hub, path, pictureOf(name), scratch)
      console.log(`report-${name}.png`)
    }
    const page = await openAt(browser, hub, '/reports', 'light')
    for (const [name, address] of workbooks.filter(([one]) => wanted(`report-${one}`))) {
      await takeWorkbook(page, hub, address, pictureOf(name), scratch)
      console.log(`report-${name}.png`)
    }
    await page.close()
  } finally {
    await hub.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}
