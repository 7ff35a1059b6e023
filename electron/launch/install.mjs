import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { run } from './child.mjs'
import { admitsPackages, isInstalled, thisMachine } from './packages.mjs'
import { bundledNodePath, cacheFolder, root } from './project.mjs'
import { LaunchFailure, say } from './say.mjs'

const lockFile = join(root, 'package-lock.json')
// Holds the hash of the lock file that was last installed: a compiled part that is not to be had is not sought again.
const installedFile = join(cacheFolder, 'installed')

/** Whether nothing has to be fetched before the project can run here. */
export function installationIsCurrent() {
  const wanted = readJson(lockFile)
  if (!wanted) throw new LaunchFailure('缺少 package-lock.json', 'package-lock.json is missing')
  const own = bundledNodePath(process.platform, process.arch)
  if (own && !existsSync(join(root, own))) return false
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))
  if (!isInstalled(wanted, present, undefined)) return false
  return isInstalled(wanted, present, thisMachine()) || lastInstalled() === lockHash()
}

/** Fetches exactly what the lock file names. Needs the network. */
export async function install() {
  say('正在安装所需的组件，第一次约需一两分钟…', 'Installing what is missing; a minute or two the first time…')
  const started = Date.now()
  const tick = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000)
    say(`…安装中，已 ${seconds} 秒`, `installing, ${seconds} s`)
  }, 15_000)
  try {
    const npm = npmScript(process.env, process.execPath, (path) => (existsSync(path) ? realpathSync(path) : undefined))
    if (!npm)
      throw new LaunchFailure('找不到 npm，请从 nodejs.org 安装', 'npm is missing; please install it from nodejs.org')
    const node = admitsPackages(process.versions.node) ? process.execPath : await newerNode(npm)
    // `ci` is exact; `install` is for an npm that reads the lock file differently. --no-save leaves the lock file alone.
    for (const command of [['ci'], ['install', '--no-save']]) {
      const fixed = ['--include=dev', '--include=optional', '--loglevel=error']
      if (!(await runNpm(node, npm, [...command, ...fixed]))) continue
      mkdirSync(cacheFolder, { recursive: true })
      writeFileSync(installedFile, lockHash())
      return
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
 * The project's own Node, fetched ahead of everything else, so that npm itself can run on it.
 * @param {string} npm
 * @returns {Promise<string>} path of an executable
 */
async function newerNode(npm) {
  const path = bundledNodePath(process.platform, process.arch)
  const name = path?.split('/')[1] ?? ''
  const version = readJson(join(root, 'package.json'))?.optionalDependencies?.[name]
  if (!path || !version)
    throw new LaunchFailure('这台机器需要 Node 24，请从 nodejs.org 安装', 'This machine needs Node 24, from nodejs.org')
  const folder = join(cacheFolder, 'node')
  const node = join(folder, path)
  if (existsSync(node)) return node
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const done = await runNpm(process.execPath, npm, ['install', '--prefix', folder, '--no-save', `${name}@${version}`])
  if (done && existsSync(node)) return node
  throw new LaunchFailure(
    'Node 24 没有取到。请检查网络后再试一次',
    'Node 24 was not to be had. Please check the network',
  )
}

/**
 * @param {string} node
 * @param {string} npm
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
async function runNpm(node, npm, args) {
  // What npm prints goes to stderr: stdout is the hub's.
  const options = { cwd: root, stdio: /** @type {import('./child.mjs').Stdio} */ (['ignore', 2, 2]) }
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier']
  const end = await run(node, [npm, ...args, ...quiet], options)
  if (end.asked) process.exit(end.status)
  return end.status === 0
}

/**
 * npm's own script, which any Node can run without a shell: the one that started this process, the one beside this Node,
 * or that of the first `npm` on the PATH.
 * @param {Record<string, string | undefined>} env
 * @param {string} node path of the running Node
 * @param {(path: string) => string | undefined} real where a path leads; undefined where there is nothing
 * @returns {string | undefined}
 */
export function npmScript(env, node, real) {
  const below = join('node_modules', 'npm', 'bin', 'npm-cli.js')
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '')
  const places = [
    env.npm_execpath ?? '',
    join(dirname(node), below),
    join(dirname(node), '..', 'lib', below),
    ...folders.flatMap((folder) => [join(folder, 'npm'), join(folder, below)]),
  ]
  for (const place of places) {
    const path = real(place)
    if (path && /npm-cli\.c?js$/.test(path)) return path
  }
  return undefined
}

function lastInstalled() {
  try {
    return readFileSync(installedFile, 'utf8')
  } catch {
    return undefined
  }
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex')
}

/**
 * @param {string} path
 * @returns {any} undefined where there is no such file, or no JSON in it
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
