import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './lock.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const silent = () => {}

test('two at once work one after the other', async () => {
  const file = join(folder, 'lock')
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await new Promise((done) => setTimeout(done, 20))
    inside--
  }
  await Promise.all([withLock(file, silent, work), withLock(file, silent, work), withLock(file, silent, work)])
  expect(most).toBe(1)
})

test('the lock is free again after a failure', async () => {
  const file = join(folder, 'lock')
  const failing = withLock(file, silent, () => Promise.reject(new Error('no disk')))
  await expect(failing).rejects.toThrow('no disk')
  await expect(withLock(file, silent, async () => 'done')).resolves.toBe('done')
})

test('the lock of a process that is gone is taken over', async () => {
  const file = join(folder, 'lock')
  writeFileSync(file, '2147483646')
  await expect(withLock(file, silent, async () => 'done')).resolves.toBe('done')
})

test('the lock of a process that fell silent is taken over', async () => {
  const file = join(folder, 'lock')
  writeFileSync(file, String(process.pid))
  const long = new Date(Date.now() - 60_000)
  utimesSync(file, long, long)
  await expect(withLock(file, silent, async () => 'done')).resolves.toBe('done')
})
