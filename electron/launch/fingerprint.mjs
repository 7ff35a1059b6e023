import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Everything the build is made of. Tests and the launcher itself are not in it. */
const sources = [
  'shared',
  'electron',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]

/** @param {string} path relative, with forward slashes */
export function isBuildSource(path) {
  return !/\.test\.tsx?$/.test(path) && !/^electron\/launch(\/(?!build\.mjs$)|\.mjs$)/.test(path)
}

/**
 * @typedef {object} Fingerprint
 * @property {string} quick changes with any file's size or time; a copy or checkout changes it too
 * @property {() => string} content changes only with the bytes of a file or its name
 */

/**
 * @param {string} root
 * @returns {Fingerprint}
 */
export function fingerprint(root) {
  const files = sources.flatMap((path) => list(root, path)).sort()
  const quick = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file))
    quick.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return {
    quick: quick.digest('hex'),
    content: () => {
      const hash = createHash('sha256')
      for (const file of files)
        hash
          .update(`${file}\0`)
          .update(readFileSync(join(root, file)))
          .update('\0')
      return hash.digest('hex')
    },
  }
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function list(root, path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false })
  if (!entry) return []
  if (!entry.isDirectory()) return isBuildSource(path) ? [path] : []
  return readdirSync(join(root, path)).flatMap((name) => list(root, `${path}/${name}`))
}

/**
 * Whether a build made from `stamp` still stands for the sources as they are now.
 * @param {{ quick?: string, content?: string } | undefined} stamp
 * @param {Fingerprint} now
 * @returns {'fresh' | 'touched' | 'stale'} touched: same bytes, other file times
 */
export function compareStamp(stamp, now) {
  if (!stamp?.content) return 'stale'
  if (stamp.quick === now.quick) return 'fresh'
  return stamp.content === now.content() ? 'touched' : 'stale'
}
