import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'
import { compareStamp, fingerprint } from './fingerprint.mjs'
import { childEnvironment, projectNode, root } from './project.mjs'
import { LaunchFailure, say } from './say.mjs'

const out = join(root, 'out')
const stampFile = join(out, '.stamp')

/** Whether `out/` is whole and stands for the sources as they are now. */
export function buildIsCurrent() {
  if (!existsSync(join(out, 'hub', 'main.js'))) return false
  const now = fingerprint(root)
  const state = compareStamp(readStamp(), now)
  if (state === 'touched') writeStamp(stampFile, { quick: now.quick, content: now.content() })
  return state !== 'stale'
}

/** Builds in a child process on the project's Node (build.mjs). */
export async function build() {
  say('正在构建…', 'Building…')
  const started = Date.now()
  const end = await run(projectNode(), [join(root, 'electron', 'launch', 'build.mjs')], {
    cwd: root,
    env: childEnvironment(),
    stdio: ['ignore', 2, 2],
  })
  if (end.asked) process.exit(end.status)
  if (end.status !== 0) throw new LaunchFailure('构建没有完成，原因见上', 'The build failed; the reason is above')
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  say(`构建完成，用时 ${seconds} 秒`, `Built in ${seconds} s`)
}

/** @returns {{ quick?: string, content?: string } | undefined} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * @param {string} file
 * @param {{ quick: string, content: string }} stamp
 */
export function writeStamp(file, stamp) {
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, JSON.stringify(stamp))
  renameSync(aside, file)
}
