import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { verifyChain } from '#electron/core/store/replay.ts'
import { makeFolder } from '#tests/builders/host.ts'
import { openTestStore, removeFolder } from '#tests/builders/store.ts'

const writer = fileURLToPath(new URL('./writer.ts', import.meta.url))

/** Writes until killed; answers the last sequence that was acknowledged. */
async function writeUntilKilled(folder: string, lines: number): Promise<number> {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  const seen = new Promise<void>((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      if (said.split('\n').length > lines) resolve()
    })
  })
  await Promise.race([seen, once(child, 'exit')])
  child.kill('SIGKILL')
  await once(child, 'close')
  // A torn last number was never heard.
  return Number(said.split('\n').slice(0, -1).at(-1) ?? 0)
}

export const damages: Readonly<Record<string, (folder: string) => void>> = {
  'log deleted': (folder) => rmSync(join(folder, 'desk.db-wal')),
  'log halved': (folder) => truncateSync(join(folder, 'desk.db-wal'), statSync(join(folder, 'desk.db-wal')).size >> 1),
  'log tail cut': (folder) =>
    truncateSync(join(folder, 'desk.db-wal'), statSync(join(folder, 'desk.db-wal')).size - 5_000),
  'log overwritten': (folder) => {
    const file = join(folder, 'desk.db-wal')
    writeFileSync(file, Buffer.alloc(statSync(file).size, 0x5a))
  },
  'database deleted': (folder) => {
    for (const name of ['desk.db', 'desk.db-wal', 'desk.db-shm']) rmSync(join(folder, name), { force: true })
  },
  'database overwritten': (folder) => {
    const file = join(folder, 'desk.db')
    writeFileSync(file, Buffer.alloc(Math.max(8_192, statSync(file).size), 0x5a))
    for (const name of ['desk.db-wal', 'desk.db-shm']) rmSync(join(folder, name), { force: true })
  },
  'mirror deleted': (folder) => rmSync(join(folder, 'mirror'), { recursive: true }),
  nothing: () => undefined,
}

export interface DamageResult {
  readonly damage: string
  readonly acknowledged: number
  /** Sequence the store ended with once it was open again. */
  readonly recovered: number
  readonly how: string
  readonly chainOk: boolean
  /** Files somebody could still look into were kept. */
  readonly keptAside: boolean
}

/** Commits, dies, has its files damaged, and is opened again. */
export async function damageAndReopen(damage: string, lines: number): Promise<DamageResult> {
  const folder = makeFolder()
  try {
    const acknowledged = await writeUntilKilled(folder, lines)
    damages[damage]?.(folder)
    const again = await openTestStore(folder)
    const chain = await verifyChain(again.store.reader)
    const recovered = again.door.head().seq
    const { reconciled } = again.store
    await again.close()
    return {
      damage,
      acknowledged,
      recovered,
      how: reconciled,
      chainOk: chain.ok,
      keptAside: existsSync(join(folder, 'damaged')),
    }
  } finally {
    removeFolder(folder)
  }
}
