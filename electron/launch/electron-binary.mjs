import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'
import { cacheFolder, childEnvironment, projectNode, root } from './project.mjs'
import { say } from './say.mjs'

const electronFolder = join(root, 'node_modules', 'electron')
const failureFile = join(cacheFolder, 'electron-failed')
const stalledMs = 90_000

/**
 * Electron's program file, or undefined. Its package is never loaded to find out: loading it starts a download.
 * @param {string} folder node_modules/electron
 * @param {(path: string) => string | undefined} read
 * @param {(path: string) => boolean} exists
 */
export function findElectron(folder, read, exists) {
  const name = read(join(folder, 'path.txt'))?.trim()
  if (!name) return undefined
  const program = join(folder, 'dist', name)
  return exists(program) ? program : undefined
}

/**
 * Whether a download that failed at `failedAt` was on the same calendar day: then it is not tried again today.
 * @param {string | undefined} failedAt ISO date, as remembered
 * @param {Date} now
 */
export function failedToday(failedAt, now) {
  return failedAt !== undefined && failedAt.trim() === localDay(now)
}

/** @param {Date} at */
export function localDay(at) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/**
 * Electron's program file; fetched once, with Electron's own installer, if it is missing. A failure is remembered for
 * the day, so that a desk without the network does not wait at every start.
 * @returns {Promise<string | undefined>}
 */
export async function electronProgram() {
  const present = findElectron(electronFolder, readText, existsSync)
  if (present) return present
  if (failedToday(readText(failureFile), new Date())) return undefined
  say('正在获取桌面外壳 Electron（约 120 MB，只需一次）…', 'Fetching Electron (about 120 MB, once)…')
  const fault = await fetchElectron()
  if (fault === undefined) return findElectron(electronFolder, readText, existsSync)
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(failureFile, localDay(new Date()))
  say('暂时取不到 Electron，今天改用浏览器窗口', `Electron is not to be had (${fault}); a browser window is used today`)
  return undefined
}

/** @returns {Promise<string | undefined>} what went wrong, in a few words; undefined when nothing did */
async function fetchElectron() {
  // A folder of our own makes the download's progress visible, whatever its name.
  const temporary = join(cacheFolder, `electron-${process.pid}`)
  mkdirSync(temporary, { recursive: true })
  const proxied = Object.keys(process.env).some((name) => /^https?_proxy$/i.test(name))
  const env = childEnvironment({
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    ELECTRON_GET_NO_PROGRESS: '1',
    ...(proxied ? { ELECTRON_GET_USE_PROXY: '1' } : {}),
  })
  /** @type {NodeJS.Timeout | undefined} */
  let watch
  let said = ''
  try {
    const options = { cwd: root, env, stdio: /** @type {import('./child.mjs').Stdio} */ (['ignore', 'ignore', 'pipe']) }
    const end = await run(projectNode(), [join(electronFolder, 'install.js')], options, (child) => {
      child.stderr?.on('data', (chunk) => {
        said += chunk
      })
      let last = 0
      let grownAt = Date.now()
      let told = 0
      watch = setInterval(() => {
        const bytes = folderBytes(temporary) + folderBytes(join(electronFolder, 'dist'))
        if (bytes !== last) grownAt = Date.now()
        last = bytes
        const megabytes = Math.floor(bytes / 1e6)
        if (megabytes >= told + 10) {
          told = megabytes
          say(`…已取 ${megabytes} MB`, `${megabytes} MB so far`)
        }
        if (Date.now() - grownAt <= stalledMs) return
        said = 'no progress'
        child.kill('SIGKILL')
      }, 1_000)
    })
    if (end.asked) process.exit(end.status)
    return end.status === 0 ? undefined : (said.trim().split('\n')[0] ?? '')
  } catch (error) {
    return String(error)
  } finally {
    clearInterval(watch)
    rmSync(temporary, { recursive: true, force: true })
  }
}

/**
 * @param {string} path
 * @returns {number} bytes of all files below; 0 where there is nothing
 */
function folderBytes(path) {
  try {
    const entry = statSync(path)
    if (!entry.isDirectory()) return entry.size
    return readdirSync(path).reduce((sum, name) => sum + folderBytes(join(path, name)), 0)
  } catch {
    return 0
  }
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
