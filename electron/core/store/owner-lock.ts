import { readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export interface Owner {
  readonly pid: number
  readonly station: string
  /** ISO 8601. */
  readonly since: string
}

/** Another program holds the data folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  readonly owner: Owner | undefined
  constructor(owner: Owner | undefined) {
    super(
      owner
        ? `the data folder is in use by process ${owner.pid} (${owner.station}) since ${owner.since}`
        : 'the data folder is in use by another program',
    )
    this.owner = owner
  }
}

export class FolderUnsuitable extends Error {
  override readonly name = 'FolderUnsuitable'
}

// Locks over the network are promises nobody keeps: two owners would both believe they are alone.
const networkFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x5346414f, 'AFS'],
])

function refuseNetworkShare(folder: string): void {
  if (folder.startsWith('\\\\')) throw new FolderUnsuitable('the data folder is on a network share')
  const share = networkFileSystems.get(Number(statfsSync(folder).type))
  if (share) throw new FolderUnsuitable(`the data folder is on a network share (${share})`)
}

export interface OwnerLock {
  release(): void
}

// A connection nobody refers to is closed by the garbage collector, and the lock goes with it.
const held = new Set<Database.Database>()

/**
 * Makes this process the folder's only owner until it ends. The system itself frees the lock when the process dies,
 * so there is nothing to tidy up after a crash.
 */
export function ownFolder(folder: string, station: string): OwnerLock {
  refuseNetworkShare(folder)
  const card = join(folder, 'owner.json')
  const db = new Database(join(folder, 'owner.db'), { timeout: 200 })
  try {
    db.pragma('journal_mode = delete')
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw new FolderInUse(readCard(card))
    throw error
  }
  held.add(db)
  const owner: Owner = { pid: process.pid, station, since: new Date().toISOString() }
  writeFileSync(card, JSON.stringify(owner))
  return {
    release() {
      held.delete(db)
      rmSync(card, { force: true })
      db.close()
    },
  }
}

function readCard(card: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(card, 'utf8')) as Owner
  } catch {
    return undefined
  }
}
