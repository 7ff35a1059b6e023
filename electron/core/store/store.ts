import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { backUp } from './backup.ts'
import { openReader, openWriter, readerOf, writerOf } from './dialect/sqlite.ts'
import { sqliteTraits } from './dialect/sqlite-traits.ts'
import type { DialectTraits } from './dialect/traits.ts'
import { migrate } from './migrate.ts'
import { Mirror } from './mirror.ts'
import type { Origin } from './origin.ts'
import { type OwnerLock, ownFolder } from './owner-lock.ts'
import type { Tables } from './schema.ts'
import type { Reader } from './tx.ts'

export interface StoreConfig {
  readonly folder: string
  readonly station: string
  /** Where the journal's second copy goes; another drive when there is one. */
  readonly mirrorFolder?: string
  /** What made rows come from, for replay. */
  readonly origins?: readonly Origin<never>[]
  readonly onMirrorWritable: (writable: boolean) => void
  readonly report: (defect: unknown) => void
}

export interface Store {
  /** The database, for whoever reads it beside the desk. */
  readonly file: string
  readonly writer: Kysely<Tables>
  readonly reader: Reader
  readonly dialect: DialectTraits
  readonly mirror: Mirror
  /** What bringing database and mirror together found. */
  readonly reconciled: Awaited<ReturnType<Mirror['reconcile']>>
  backUp(): ReturnType<typeof backUp>
  close(): Promise<void>
}

/** Opens the data folder: owner's lock, tables up to date after a backup, mirror and database of one mind. */
export async function openStore(config: StoreConfig): Promise<Store> {
  mkdirSync(config.folder, { recursive: true, mode: 0o700 })
  const lock = ownFolder(config.folder, config.station)
  try {
    return await openOwned(config, lock).catch((error: unknown) => {
      if (!isDamaged(error)) throw error
      config.report(error)
      setAside(config.folder)
      return openOwned(config, lock)
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

const isDamaged = (error: unknown): boolean => {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
}

/** Keeps a damaged database for whoever has to find out; a new one is made and filled from the mirror. */
function setAside(folder: string): void {
  const aside = join(folder, 'damaged', new Date().toISOString().replace(/[:.]/g, '-'))
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  for (const name of ['desk.db', 'desk.db-wal', 'desk.db-shm'])
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name))
}

async function openOwned(config: StoreConfig, lock: OwnerLock): Promise<Store> {
  const file = join(config.folder, 'desk.db')
  const backups = join(config.folder, 'backups')
  const connection = openWriter(file)
  const writer = writerOf(connection)
  await migrate({
    writer,
    dialect: sqliteTraits,
    backUp: async () => {
      await backUp(file, backups)
    },
  })
  const reader = readerOf(openReader(file))
  const mirror = new Mirror({
    folder: config.mirrorFolder ?? join(config.folder, 'mirror'),
    reader,
    replay: { dialect: sqliteTraits, origins: config.origins ?? [] },
    onWritable: config.onMirrorWritable,
    report: config.report,
  })
  const reconciled = await mirror.reconcile(writer)
  return {
    file,
    writer,
    reader,
    dialect: sqliteTraits,
    mirror,
    reconciled,
    backUp: () => backUp(file, backups),
    async close() {
      mirror.close()
      await reader.destroy()
      // Folds the write-ahead log in, so that the folder holds one whole file when nobody is using it.
      connection.pragma('wal_checkpoint(truncate)')
      await writer.destroy()
      lock.release()
    },
  }
}
