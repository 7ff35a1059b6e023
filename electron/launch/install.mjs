import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './child.mjs'
import { bundledNodePath, root } from './project.mjs'
import { LaunchFailure, say } from './say.mjs'

/**
 * @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock
 */

/**
 * Whether the installed packages are those the lock file asks for. Optional packages of other machines may be absent.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} present node_modules/.package-lock.json, which npm writes last
 */
export function isInstalled(wanted, present) {
  if (!present) return false
  for (const [path, entry] of Object.entries(wanted.packages ?? {})) {
    if (path === '' || entry.link) continue
    const found = present.packages?.[path]
    if (found ? found.version !== entry.version : !entry.optional) return false
  }
  return true
}

/** Whether nothing has to be fetched before the project can run here. */
export function installationIsCurrent() {
  const wanted = readJson(join(root, 'package-lock.json'))
  if (!wanted) throw new LaunchFailure('缺少 package-lock.json', 'package-lock.json is missing')
  const own = bundledNodePath(process.platform, process.arch)
  if (own && !existsSync(join(root, own))) return false
  return isInstalled(wanted, readJson(join(root, 'node_modules', '.package-lock.json')))
}

/** Fetches exactly what the lock file names. Needs the network. */
export async function install() {
  say('正在安装所需的组件，第一次约需一两分钟…', 'Installing what is missing; a minute or two the first time…')
  const started = Date.now()
  const tick = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000)
    say(`…安装中，已 ${seconds} 秒`, `installing, ${seconds} s`)
  }, 15_000)
  const npm = npmCommand(process.env, process.execPath, existsSync)
  const fixed = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  try {
    // `ci` is exact; `install` is for an npm that reads the lock file differently. --no-save leaves the lock file alone.
    for (const command of [['ci'], ['install', '--no-save']]) {
      // What npm prints goes to stderr: stdout is the hub's.
      const options = {
        cwd: root,
        stdio: /** @type {import('./child.mjs').Stdio} */ (['ignore', 2, 2]),
        shell: npm.shell,
      }
      const end = await run(npm.program, [...npm.before, ...command, ...fixed], options)
      if (end.asked) process.exit(end.status)
      if (end.status === 0) return
    }
    throw new LaunchFailure(
      '组件没有装成。请检查网络后再试一次',
      'The installation failed. Please check the network and try again',
    )
  } finally {
    clearInterval(tick)
  }
}

/**
 * npm's own script, run by the present Node, avoids the shell; `npm` on the PATH is the last resort.
 * @param {Record<string, string | undefined>} env
 * @param {string} node path of the running Node
 * @param {(path: string) => boolean} exists
 * @returns {{ program: string, before: string[], shell: boolean }}
 */
export function npmCommand(env, node, exists) {
  const named = env.npm_execpath
  const places = [
    ...(named && /npm-cli\.c?js$/.test(named) ? [named] : []),
    join(dirname(node), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(node), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const script = places.find(exists)
  if (script) return { program: node, before: [script], shell: false }
  return { program: 'npm', before: [], shell: process.platform === 'win32' }
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
