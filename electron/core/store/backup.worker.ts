import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { syncFolder } from './mirror-segment.ts'

interface Facts {
  readonly head: number
  readonly hash: string | undefined
  readonly counts: Readonly<Record<string, number>>
}

function factsOf(db: Database.Database): Facts {
  const tables = db
    .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .all()
  const counts = Object.fromEntries(
    tables.map(({ name }) => [name, db.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
  )
  const last = tables.some(({ name }) => name === 'journal')
    ? db.prepare<[], { seq: number; hash: string }>('select seq, hash from journal order by seq desc limit 1').get()
    : undefined
  return { head: last?.seq ?? 0, hash: last?.hash, counts }
}

/** Copies, makes durable, opens the copy again and compares, and only then gives it its name. */
function backUp(source: string, target: string): number {
  const unfinished = `${target}.part`
  rmSync(unfinished, { force: true })
  const db = new Database(source, { readonly: true, fileMustExist: true })
  try {
    const before = factsOf(db)
    db.prepare('vacuum into ?').run(unfinished)
    const fd = openSync(unfinished, 'r+')
    fsyncSync(fd)
    closeSync(fd)
    const copy = new Database(unfinished, { readonly: true, fileMustExist: true })
    try {
      const check = copy.pragma('quick_check', { simple: true })
      if (check !== 'ok') throw new Error(`the copy is damaged: ${String(check)}`)
      const kept = factsOf(copy)
      const after = factsOf(db)
      // The desk goes on working meanwhile; only when nothing was written must every table be equal.
      const quiet = before.head === after.head
      if (quiet && JSON.stringify(kept) !== JSON.stringify(after)) throw new Error('the copy differs from the database')
      if (kept.head < before.head || kept.head > after.head) throw new Error('the copy ends at another journal line')
      renameSync(unfinished, target)
      syncFolder(dirname(target))
      return kept.head
    } finally {
      copy.close()
    }
  } finally {
    db.close()
    rmSync(unfinished, { force: true })
  }
}

const { source, target } = workerData as { readonly source: string; readonly target: string }
try {
  parentPort?.postMessage({ ok: true, head: backUp(source, target) })
} catch (error) {
  parentPort?.postMessage({ ok: false, message: error instanceof Error ? error.message : String(error) })
}
