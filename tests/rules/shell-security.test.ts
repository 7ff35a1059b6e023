import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureBuilt } from '#electron/launch/ready.mjs'

// The shell as it is built, run over a stand-in for Electron that writes down what it is told (quality.md "Security").

interface ShellReport {
  sandboxed: boolean
  url: string
  schemes: { scheme: string; privileges: Record<string, boolean> }[]
  protocols: string[]
  webPreferences: Record<string, unknown>[]
  menu: string[]
  face: { status: number; headers: Record<string, string>; html: boolean }
  outside: number
  navigation: Record<string, boolean>
  windowOpen: string
  openedOutside: string[]
  permissions: Record<string, boolean>
  certificate: boolean
  download: boolean
  ports: Record<string, string>
}

const folder = mkdtempSync(join(tmpdir(), 'desk-shell-'))
let shell: ShellReport
let status: number | null = null
beforeAll(async () => {
  await ensureBuilt()
  const output = await new Promise<string>((done) => {
    const args = [join(import.meta.dirname, 'drive-shell.mjs'), '--training', '--data', folder]
    const options = { env: { ...process.env, DESK_TEST_FOLDER: folder }, timeout: 200_000 }
    const child = execFile(process.execPath, args, options, (_error, out, err) => {
      status = child.exitCode
      done(out + err)
    })
  })
  const line = /^report (.*)$/m.exec(output)?.[1]
  if (!line) throw new Error(`the shell said nothing: ${output}`)
  shell = JSON.parse(line)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the built shell', () => {
  test('gives its page no power of its own', () => {
    expect(shell.sandboxed).toBe(true)
    expect(shell.webPreferences).toHaveLength(1)
    expect(shell.webPreferences[0]).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      preload: expect.stringMatching(/preload[\\/]main\.cjs$/),
    })
  })

  test('shows the face from a scheme of its own, which may not get round its own policy', () => {
    expect(shell.url).toBe('desk://app/')
    expect(shell.protocols).toEqual(['desk'])
    expect(shell.schemes.map((entry) => entry.scheme)).toEqual(['desk'])
    expect(shell.schemes[0]?.privileges).toMatchObject({
      bypassCSP: false,
      allowServiceWorkers: false,
      corsEnabled: false,
    })
  })

  test('serves the face, and nothing beside it', () => {
    expect(shell.face).toMatchObject({ status: 200, html: true })
    expect(shell.outside).toBe(404)
  })

  test('forbids every script that is not a file of ours', () => {
    const policy = shell.face.headers['content-security-policy'] ?? ''
    const directives = new Map(
      policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
    )
    expect(directives.get('default-src')).toBe("'none'")
    expect(directives.get('script-src')).toBe("'self'")
    expect(directives.get('connect-src')).toBe("'self'")
    expect(directives.get('frame-ancestors')).toBe("'none'")
    expect(directives.get('object-src')).toBe("'none'")
    expect(directives.get('base-uri')).toBe("'none'")
    expect(policy).not.toMatch(/unsafe-eval|\*|https?:/)
    expect(shell.face.headers['x-content-type-options']).toBe('nosniff')
  })

  test('keeps its page where it is', () => {
    expect(shell.navigation).toEqual({ own: false, other: true, redirect: true, frame: true, webview: true })
    expect(shell.windowOpen).toBe('deny')
    expect(shell.openedOutside).toEqual([])
  })

  test('grants copying to its own page, and nothing to others', () => {
    expect(shell.permissions).toEqual({ copy: true, copyOther: false, camera: false, checked: false, device: false })
  })

  test('takes no bad certificate and no download from elsewhere', () => {
    expect(shell.certificate).toBe(true)
    expect(shell.download).toBe(true)
  })

  test('connects the core to the top of its own page in its own window, and to nobody else', () => {
    expect(shell.ports).toEqual({
      own: 'ok',
      foreignPage: 'closed',
      innerFrame: 'closed',
      foreignWindow: 'closed',
      goneFrame: 'closed',
    })
  })

  test('has a menu in Chinese', () => expect(shell.menu).toEqual(['预约台', '编辑', '显示', '窗口']))

  test('ends cleanly, with the core closed', () => expect(status).toBe(0))
})
