import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { FolderInUse, ownFolder } from '#electron/core/store/owner-lock.ts'
import { makeFolder } from '#tests/builders/host.ts'
import { removeFolder } from '#tests/builders/store.ts'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach(removeFolder))

const lockModule = fileURLToPath(new URL('../../electron/core/store/owner-lock.ts', import.meta.url))

function newFolder(): string {
  const folder = makeFolder()
  folders.push(folder)
  return folder
}

/** Another program that takes the folder and says so. */
const holder = (folder: string) => [
  '--input-type=module',
  '-e',
  `const { ownFolder } = await import(${JSON.stringify(lockModule)})
   ownFolder(${JSON.stringify(folder)}, 'other desk')
   console.log('held')
   setInterval(() => undefined, 1000)`,
]

describe('the data folder', () => {
  it('has one owner: a second program is told who holds it', () => {
    const folder = newFolder()
    const lock = ownFolder(folder, 'desk 1')
    const second = spawnSync(process.execPath, holder(folder), { encoding: 'utf8', timeout: 20_000 })
    expect(second.status).not.toBe(0)
    expect(second.stderr).toContain(`process ${process.pid} (desk 1)`)
    lock.release()
  })

  it('is free again once its owner has let go', () => {
    const folder = newFolder()
    ownFolder(folder, 'desk 1').release()
    ownFolder(folder, 'desk 2').release()
  })

  it('is free again once its owner was killed', async () => {
    const folder = newFolder()
    const other = spawn(process.execPath, holder(folder), { stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      await once(other.stdout, 'data')
      expect(() => ownFolder(folder, 'desk 1')).toThrow(FolderInUse)
    } finally {
      other.kill('SIGKILL')
      await once(other, 'exit')
    }
    ownFolder(folder, 'desk 1').release()
  })
})
