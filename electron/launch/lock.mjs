import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const heartbeatMs = 2_000
const silenceMs = 30_000

/**
 * Lets one launcher at a time install or build; others wait for it. The lock of a launcher that died is taken over:
 * its process is gone, or its heartbeat has stopped.
 * @template T
 * @param {string} file
 * @param {() => void} onWait told once, when another launcher holds the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  mkdirSync(dirname(file), { recursive: true })
  let told = false
  while (!take(file)) {
    if (!told) onWait()
    told = true
    await new Promise((done) => setTimeout(done, 200))
  }
  const beat = setInterval(() => touch(file), heartbeatMs)
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.removeListener('exit', release)
    release()
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  }
  const holder = abandoned(file)
  if (holder !== undefined) remove(file, holder)
  return false
}

/**
 * The holder named in a lock nobody keeps any more; undefined while it is kept.
 * @param {string} file
 */
function abandoned(file) {
  try {
    const holder = readFileSync(file, 'utf8')
    const silent = Date.now() - statSync(file).mtimeMs > silenceMs
    return silent || (holder !== '' && !isAlive(Number(holder))) ? holder : undefined
  } catch {
    return undefined
  }
}

/**
 * Two waiters may see the same dead lock; the second must not throw away the lock the first has just taken.
 * @param {string} file
 * @param {string} holder
 */
function remove(file, holder) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (readFileSync(aside, 'utf8') !== holder) linkSync(aside, file)
  } catch {
    // Someone else was quicker.
  }
  rmSync(aside, { force: true })
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // The lock is gone: the work ends soon, and whoever took it builds the same thing.
  }
}
