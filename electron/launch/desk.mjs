import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { appWindowArguments, browserPlaces, hasDisplay } from './browser.mjs'
import { run } from './child.mjs'
import { defaultDataFolder, folderForMode } from './data-folder.mjs'
import { electronProgram } from './electron-binary.mjs'
import { runHub } from './hub.mjs'
import { isAlive } from './lock.mjs'
import { childEnvironment, root } from './project.mjs'
import { say } from './say.mjs'

/** A fixed port keeps what the browser remembers for the desk (language, layout) from one day to the next. */
const usualPort = 7373
const isRoot = process.getuid?.() === 0

/**
 * Opens the desk on this machine: in Electron where it can be had, else the hub with a browser window.
 * @param {import('./arguments.mjs').LaunchArguments} given
 * @returns {Promise<number>} exit status
 */
export async function openDesk(given) {
  const training = given.passed.includes('--training')
  const data = resolve(
    given.data ?? folderForMode(defaultDataFolder(process.platform, process.env, homedir()), training),
  )
  const passed = given.data === undefined ? [...given.passed, '--data', data] : given.passed
  const display = hasDisplay(process.platform, process.env)
  const electron = display && !given.browser ? await electronProgram() : undefined
  if (electron) return openElectron(electron, passed)
  const running = runningWindow(data)
  if (running && (await answers(running.url))) {
    openWindow(running.url, data)
    return 0
  }
  return openHub(passed, data, display)
}

/**
 * @param {string} program
 * @param {string[]} passed
 */
async function openElectron(program, passed) {
  // A single argument that is not ours would be taken by Chromium: the program reads what follows `--`.
  const args = [...(isRoot ? ['--no-sandbox'] : []), root, '--', ...passed]
  const env = childEnvironment()
  // Set by some editors and tools; Electron would then be a plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  const end = await run(program, args, { cwd: root, env, stdio: 'inherit' })
  return end.asked ? 0 : end.status
}

/**
 * @param {string[]} passed
 * @param {string} data
 * @param {boolean} display
 */
async function openHub(passed, data, display) {
  mkdirSync(data, { recursive: true })
  const note = join(data, 'window.json')
  const port = passed.includes('--port') ? [] : ['--port', String((await isFree(usualPort)) ? usualPort : 0)]
  const status = await runHub([...passed, ...port], 'pipe', (hub) => {
    if (!hub.stdout) return
    createInterface({ input: hub.stdout }).on('line', (line) => {
      process.stdout.write(`${line}\n`)
      const url = /^ready (http\S+)/.exec(line)?.[1]
      if (!url) return
      writeFileSync(note, JSON.stringify({ pid: process.pid, url }))
      if (!display || !openWindow(url, data, () => hub.kill('SIGTERM')))
        say(`请在浏览器里打开 ${url}`, `Please open ${url} in a browser`)
    })
  })
  rmSync(note, { force: true })
  return status
}

/**
 * @param {string} url
 * @param {string} data
 * @param {() => void} [onClosed] the window was shut by the person at the desk
 * @returns {boolean} whether there is a browser for it
 */
function openWindow(url, data, onClosed) {
  const browser = browserPlaces(process.platform, process.env).find((place) => existsSync(place))
  if (!browser) return false
  const openedAt = Date.now()
  const args = appWindowArguments(url, join(data, 'window'), isRoot)
  const child = spawn(browser, args, { stdio: 'ignore', detached: onClosed === undefined })
  child.on('error', () => say(`请在浏览器里打开 ${url}`, `Please open ${url} in a browser`))
  if (!onClosed) {
    child.unref()
    return true
  }
  const close = () => child.kill()
  process.once('exit', close)
  child.on('exit', (code) => {
    process.removeListener('exit', close)
    // A window that was gone at once was never seen: the service stays up, and the address is told.
    if (code === 0 && Date.now() - openedAt > 3_000) onClosed()
    else say(`窗口没有打开，请在浏览器里打开 ${url}`, `No window; please open ${url} in a browser`)
  })
  return true
}

/**
 * The window another launch keeps open on the same data.
 * @param {string} data
 * @returns {{ pid: number, url: string } | undefined}
 */
function runningWindow(data) {
  try {
    const note = JSON.parse(readFileSync(join(data, 'window.json'), 'utf8'))
    return isAlive(note.pid) && typeof note.url === 'string' ? note : undefined
  } catch {
    return undefined
  }
}

/** @param {string} url */
function answers(url) {
  return reach(Number(new URL(url).port))
}

/** @param {number} port */
async function isFree(port) {
  return !(await reach(port))
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether something listens there on this machine
 */
function reach(port) {
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1_000 })
    const end = (/** @type {boolean} */ there) => {
      socket.destroy()
      done(there)
    }
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false))
  })
}
