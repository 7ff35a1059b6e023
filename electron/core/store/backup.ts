import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export interface Backup {
  readonly file: string
  /** Sequence of the last journal line in it. */
  readonly head: number
}

type Answer = { readonly ok: true; readonly head: number } | { readonly ok: false; readonly message: string }

const backupName = /^desk-.*\.db$/

/**
 * A verified copy of the database, made while the desk works on.
 * @param keep how many of the folder's copies to keep, the newest
 */
export async function backUp(source: string, folder: string, keep = 7): Promise<Backup> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const file = join(folder, `desk-${stamp}.db`)
  const answer = await new Promise<Answer>((resolve, reject) => {
    const worker = new Worker(new URL('./backup.worker.ts', import.meta.url), { workerData: { source, target: file } })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the backup ended with ${code}`)))
  })
  if (!answer.ok) throw new Error(answer.message)
  const copies = readdirSync(folder)
    .filter((name) => backupName.test(name))
    .sort()
  for (const old of copies.slice(0, -keep)) rmSync(join(folder, old), { force: true })
  return { file, head: answer.head }
}
