// Builds the whole program into a folder of its own and swaps it for out/ when it is complete, so that a launch
// never meets half a build. Runs on the project's Node; the launcher holds the lock around it.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'electron-vite'
import { writeStamp } from './built.mjs'
import { fingerprint } from './fingerprint.mjs'
import { cacheFolder, root } from './project.mjs'

// Taken before the build reads a file: a change made meanwhile leaves the stamp stale, not wrong.
const sources = fingerprint(root)
const stamp = { quick: sources.quick, content: sources.content() }

const next = join(cacheFolder, `build-${process.pid}`)
const previous = join(cacheFolder, `previous-${process.pid}`)
const out = join(root, 'out')
mkdirSync(cacheFolder, { recursive: true })
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
