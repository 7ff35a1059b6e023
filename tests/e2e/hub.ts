import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')
const readyWithinMs = 90_000

/** For a whole journey on a busy machine; asserts wait for what they look for, not for this. */
export const journeyMs = 180_000

/** The PIN of everyone in the practice venue (api.md, Auth). */
export const pin = '135790'

/** A hub of its own for one test file: practice venue, clock set, data in a folder that goes with it. */
export interface Hub {
  readonly url: string
  /** Calls the REST face as staff; throws on anything but success. */
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown, staffNo?: string): Promise<T>
  /** Moves the practice clock forwards. */
  moveTo(now: string): Promise<void>
  stop(): Promise<void>
}

/** What to run: the project's own Node where it is installed, else the one that runs the tests. */
function nodePath(): string {
  const own = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  return existsSync(own) ? own : process.execPath
}

/** The built hub, which serves the built face; from the source where nothing is built. */
const hubProgram = (): string =>
  ['out/hub/main.js', 'electron/hub/main.ts'].find((file) => existsSync(join(root, file))) ?? 'electron/hub/main.ts'

/** Starts a hub. Without `training` it is an empty venue that asks for the wizard. */
export async function startHub(
  options: { now?: string; training?: boolean; demoHistoryMonths?: number } = {},
): Promise<Hub> {
  const { now = '2026-03-06T18:42:00+08:00', training = true } = options
  const data = mkdtempSync(join(tmpdir(), 'desk-e2e-'))
  const history = options.demoHistoryMonths === undefined ? [] : ['--demo-history', String(options.demoHistoryMonths)]
  const practice = training ? ['--training', '--now', now, ...history] : []
  const child = spawn(nodePath(), [hubProgram(), '--data', data, '--port', '0', ...practice], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await ready(child)
  const tokens = new Map<string, string>()
  let sent = 0

  async function tokenOf(staffNo: string): Promise<string> {
    const known = tokens.get(staffNo)
    if (known) return known
    const answer = await fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ staffNo, pin }),
    })
    const { token } = (await answer.json()) as { token: string }
    tokens.set(staffNo, token)
    return token
  }

  async function call<T>(method: string, path: string, body?: unknown, staffNo = '1002'): Promise<T> {
    sent += 1
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokenOf(staffNo)}`,
        'idempotency-key': `e2e-${sent}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as T
  }

  return {
    url,
    call,
    moveTo: async (to) => {
      await call('PUT', '/training/clock', { now: to }, '9001')
    },
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = ''
    const timer = setTimeout(() => fail(new Error(`the hub did not start: ${said}`)), readyWithinMs)
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /ready (http:\/\/\S+)/.exec(said)
      if (!found?.[1]) return
      clearTimeout(timer)
      done(found[1])
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(new Error(`the hub ended with ${code}: ${said}`))
    })
  })
}

export interface FaceChoices {
  readonly staffNo?: string
  readonly language?: 'zh-Hans' | 'zh-Hant' | 'en'
  readonly appearance?: 'light' | 'dark'
  /** Screen to open once logged in. */
  readonly path?: string
}

/** Opens the face and logs in by keyboard. */
export async function openFace(page: Page, hub: Hub, choices: FaceChoices = {}): Promise<void> {
  const { staffNo = '1001', language = 'zh-Hans', appearance = 'light', path = '/desk' } = choices
  await page.addInitScript(
    ([chosenLanguage, chosenAppearance]) => {
      localStorage.setItem('desk.language', chosenLanguage as string)
      localStorage.setItem('desk.appearance', chosenAppearance as string)
      localStorage.removeItem('desk.lastStaff')
    },
    [language, appearance],
  )
  await page.goto(`${hub.url}${path}`)
  await page.locator('.login-card input').first().fill(staffNo)
  await page.keyboard.press('Enter')
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await page.locator('.shell:not([inert])').waitFor()
  // Keys pressed before the desk is there would go nowhere.
  if (path === '/desk') await page.locator('#desk-party:focus').waitFor()
}
