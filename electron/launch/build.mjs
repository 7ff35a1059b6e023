// Builds the whole program into a folder of its own and swaps it for out/ when it is complete, so that a launch
// never meets half a build. Runs on the project's Node; the launcher holds the lock around it.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'electron-vite'
import { writeStamp } from './built.mjs'
import { fingerprint } from './fingerprint.mjs'
import { isAlive } from './lock.mjs'
import { cacheFolder, root } from './project.mjs'

// Taken before the build reads a file: a change made meanwhile leaves the stamp stale, not wrong.
const sources = fingerprint(root)
const stamp = { quick: sources.quick, content: sources.content() }

const next = join(cacheFolder, `build-${process.pid}`)
const previous = join(cacheFolder, `previous-${process.pid}`)
const out = join(root, 'out')
mkdirSync(cacheFolder, { recursive: true })
// What a build that was killed has left behind.
for (const name of readdirSync(cacheFolder)) {
  const builder = /^(?:build|previous)-(\d+)$/.exec(name)?.[1]
  if (builder && !isAlive(Number(builder))) rmSync(join(cacheFolder, name), { recursive: true, force: true })
}
process.env.DESK_OUT = next
process.chdir(root)
try {
  await build({ root, logLevel: process.argv.includes('--verbose') ? 'info' : 'warn' })
  writeStamp(join(next, '.stamp'), stamp)
  if (existsSync(out)) renameSync(out, previous)
  renameSync(next, out)
} finally {
  rmSync(next, { recursive: true, force: true })
  rmSync(previous, { recursive: true, force: true })
}
