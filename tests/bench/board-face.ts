import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import { type Hub, openFace, startHub } from '#tests/e2e/hub.ts'
import { crowdBoard, crowdedDate, crowdedNow } from './crowded-board.ts'

export interface BoardNumbers {
  readonly rooms: number
  readonly bookings: number
  /** From the press that asks for the day to its rows on screen, fetching and parsing included. */
  readonly mountMs: number
  readonly rowsInDom: number
  readonly barsInDom: number
  /** While scrolling through all rooms: frames, the median and the longest, and tasks over 50 ms. */
  readonly frames: number
  readonly medianFrameMs: number
  readonly longestFrameMs: number
  readonly longTasks: number
  readonly longestTaskMs: number
  /** From the answer to another station's write to the moved bar in the page. */
  readonly changePaintedMs: readonly number[]
}

interface Scrolled {
  frames: number[]
  tasks: number[]
}

async function scrollThrough(page: Page): Promise<Scrolled> {
  return page.evaluate(async () => {
    const grid = document.querySelector('[role="grid"]')
    if (!grid) throw new Error('no grid')
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration)
    })
    observer.observe({ entryTypes: ['longtask'] })
    const frames: number[] = []
    let last = performance.now()
    for (let top = 0; top < grid.scrollHeight - grid.clientHeight; top += 24) {
      grid.scrollTop = top
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      frames.push(now - last)
      last = now
    }
    observer.disconnect()
    return { frames, tasks }
  })
}

/** Writes as another station and waits for the bar of that booking to show its new place. */
async function changePainted(page: Page, hub: Hub, roomNo: string, minutes: number): Promise<number> {
  // The last booking of the night has nobody behind it, so it can grow.
  const board = await hub.call<{ rooms: { roomNo: string; claims: { bookingCode?: string }[] }[] }>(
    'GET',
    `/board?date=${crowdedDate}`,
  )
  const code = board.rooms
    .find((room) => room.roomNo === roomNo)
    ?.claims.findLast((claim) => claim.bookingCode)?.bookingCode
  if (!code) throw new Error(`no booking in ${roomNo}`)
  const booking = await hub.call<{ code: string; version: number }>('GET', `/bookings/${code}`)
  const painted = page.evaluate(
    (code) =>
      new Promise<number>((resolve) => {
        const bar = () =>
          [...document.querySelectorAll('[data-key]')].find((one) => one.getAttribute('data-key')?.includes(code))
        const before = bar()?.getAttribute('style')
        new MutationObserver((_, observer) => {
          if (bar()?.getAttribute('style') === before) return
          observer.disconnect()
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
        }).observe(document.body, { subtree: true, childList: true, attributes: true })
      }),
    booking.code,
  )
  await hub.call('PATCH', `/bookings/${booking.code}`, { version: booking.version, minutes })
  const answered = performance.timeOrigin + performance.now()
  return (await painted) - answered
}

/** Takes the numbers of 房态板 in a real browser on 150 rooms and 3,000 bookings. */
export async function measureBoard(browser: Browser): Promise<BoardNumbers> {
  const hub = await startHub({ now: crowdedNow })
  try {
    const bookings = await crowdBoard(hub)
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await openFace(page, hub, { path: '/board' })
    await page.locator('[role="grid"]').waitFor()
    const mountMs = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const begun = performance.now()
          new MutationObserver((_, observer) => {
            if (document.querySelectorAll('[data-key]').length < 100) return
            observer.disconnect()
            requestAnimationFrame(() => resolve(performance.now() - begun))
          }).observe(document.body, { subtree: true, childList: true })
          document.querySelectorAll<HTMLElement>('.board-steps button')[2]?.click()
        }),
    )
    const { rowsInDom, barsInDom } = await page.evaluate(() => ({
      rowsInDom: document.querySelectorAll('[data-room]').length,
      barsInDom: document.querySelectorAll('[data-key]').length,
    }))
    const changes: number[] = []
    for (const room of ['201', '203', '205', '207', '209']) changes.push(await changePainted(page, hub, room, 65))
    const { frames, tasks } = await scrollThrough(page)
    const sorted = [...frames].sort((a, b) => a - b)
    await page.close()
    return {
      rooms: 150,
      bookings,
      mountMs: Math.round(mountMs),
      rowsInDom,
      barsInDom,
      frames: frames.length,
      medianFrameMs: Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1)),
      longestFrameMs: Math.round(sorted.at(-1) ?? 0),
      longTasks: tasks.length,
      longestTaskMs: Math.round(Math.max(0, ...tasks)),
      changePaintedMs: changes.map(Math.round),
    }
  } finally {
    await hub.stop()
  }
}

/** The browser of the system, as in the end-to-end tests. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = [process.env.DESK_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  )
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
  })
}

if (import.meta.main) {
  const browser = await openBrowser()
  try {
    console.log(await measureBoard(browser))
  } finally {
    await browser.close()
  }
}
