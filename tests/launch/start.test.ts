import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ensureBuilt } from '#electron/launch/ready.mjs'

const root = join(import.meta.dirname, '..', '..')

interface Launch {
  process: ChildProcess
  /** Every line of stdout so far. */
  lines: string[]
  /** Everything on stderr so far. */
  said(): string
  ready: Promise<string>
  ended: Promise<number | null>
}

let folder = ''
let open: Launch[] = []
beforeAll(ensureBuilt)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-start-'))
})
afterEach(async () => {
  for (const launch of open) launch.process.kill('SIGKILL')
  await Promise.all(open.map((launch) => launch.ended))
  open = []
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

function launch(args: string[], env: Record<string, string> = {}): Launch {
  const inherited = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const child = spawn(process.execPath, [join(root, 'electron', 'launch.mjs'), ...args], {
    cwd: tmpdir(),
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  let rest = ''
  let errors = ''
  const ended = new Promise<number | null>((done) => child.once('close', done))
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ready = new Promise<string>((found, failed) => {
    child.stdout.on('data', (chunk) => {
      const parts = (rest + chunk).split('\n')
      rest = parts.pop() ?? ''
      lines.push(...parts)
      const url = parts.map((line) => /^ready (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1]).find((match) => match)
      if (url) found(url)
    })
    ended.then((status) => failed(new Error(`ended with ${status}: ${errors}`)))
  })
  ready.catch(() => {})
  const started = { process: child, lines, said: () => errors, ready, ended }
  open.push(started)
  return started
}

const health = async (url: string): Promise<unknown> => (await fetch(`${url}/api/v1/health`)).json()

/** Whether nothing answers at an address any more, within some seconds. */
async function isGone(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const answered = await fetch(`${url}/api/v1/health`).then(
      () => true,
      () => false,
    )
    if (!answered) return true
    await new Promise((done) => setTimeout(done, 100))
  }
  return false
}

async function eventually(condition: () => boolean): Promise<boolean> {
  for (let attempt = 0; attempt < 600 && !condition(); attempt++) await new Promise((done) => setTimeout(done, 100))
  return condition()
}

describe('the launcher with --hub', () => {
  // One folder after the other's end: the practice venue is made once.
  const data = mkdtempSync(join(tmpdir(), 'desk-start-hub-'))
  afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }))
  const args = (): string[] => ['--hub', '--data', data, '--port', '0', '--training']

  test('says where the hub is, in one line of its own', async () => {
    const started = launch(args())
    const url = await started.ready
    expect(await health(url)).toMatchObject({ status: 'ok', mode: 'training' })
    expect(started.lines.filter((line) => line.startsWith('ready '))).toHaveLength(1)
  })

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('ends cleanly on %s', async (signal) => {
    const started = launch(args())
    const url = await started.ready
    started.process.kill(signal)
    expect(await started.ended).toBe(0)
    expect(await isGone(url)).toBe(true)
  })

  test('leaves no hub behind when it is killed', async () => {
    const started = launch(args())
    const url = await started.ready
    started.process.kill('SIGKILL')
    expect(await isGone(url)).toBe(true)
  })

  test('passes on the failure of a second hub on the same folder', async () => {
    await launch(args()).ready
    const second = launch(args())
    expect(await second.ended).toBeGreaterThan(0)
    expect(second.said()).not.toBe('')
  })
})

describe('the launcher with --demo-history', () => {
  const args = (): string[] => [
    '--hub',
    '--data',
    folder,
    '--port',
    '0',
    '--training',
    '--now',
    '2026-05-12T15:00:00+08:00',
  ]

  test('makes the months, tells of them while it does, and the reports have them', async () => {
    const started = launch([...args(), '--demo-history', '2'])
    const url = await started.ready
    expect(started.said()).toContain('made-up history: 1 of 2 months')
    const login = { staffNo: '3001', pin: '135790' }
    const session = await fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1' },
      body: JSON.stringify(login),
    })
    const { token } = (await session.json()) as { token: string }
    const answer = await fetch(`${url}/api/v1/reports/entries?period=month&date=2026-04-01`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const month = (await answer.json()) as {
      state: string
      checks: { ok: boolean }[]
      total: { total: { entries: number } }
    }
    expect(month.state).toBe('closed')
    expect(month.total.total.entries).toBeGreaterThan(2_000)
    expect(month.checks.every((check) => check.ok)).toBe(true)
  })

  test('can be stopped while it makes them, and makes them the next time', async () => {
    const broken = launch([...args(), '--demo-history', '24'])
    expect(await eventually(() => broken.said().includes('made-up history: 1 of 2 years'))).toBe(true)
    broken.process.kill('SIGTERM')
    await broken.ended
    const again = launch([...args(), '--demo-history', '1'])
    expect(await health(await again.ready)).toMatchObject({ status: 'ok', mode: 'training' })
    expect(again.said()).toContain('made-up history: 1 of 1 months')
  })
})

describe('the launcher without --hub, where there is no Electron', () => {
  const args = (): string[] => ['--data', folder, '--port', '0', '--training', '--browser']

  test('tells the address where there is no screen', async () => {
    const started = launch(args())
    const url = await started.ready
    expect(await eventually(() => started.said().includes(`请在浏览器里打开 ${url}`))).toBe(true)
    started.process.kill('SIGTERM')
    expect(await started.ended).toBe(0)
  })

  test('opens the face in an app window, and ends when that is shut', async () => {
    const browser = join(folder, 'browser.sh')
    const seen = join(folder, 'seen')
    writeFileSync(browser, `#!/bin/sh\necho "$@" > ${seen}\nsleep 4\n`)
    chmodSync(browser, 0o755)
    const started = launch(args(), { DESK_CHROMIUM: browser, DISPLAY: ':99' })
    const url = await started.ready
    expect(await eventually(() => existsSync(seen) && readFileSync(seen, 'utf8') !== '')).toBe(true)
    expect(readFileSync(seen, 'utf8')).toContain(`--app=${url}`)
    expect(await started.ended).toBe(0)
  })
})

test('an unknown option is refused before anything is done', async () => {
  const started = launch(['--hubb'])
  expect(await started.ended).toBe(1)
  expect(started.said()).toContain('--hubb')
})
