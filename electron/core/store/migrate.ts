import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { DialectTraits } from './dialect/traits.ts'
import { up as foundation } from './migrations/0001-foundation.ts'
import { up as reports } from './migrations/0002-reports.ts'
import type { Tables } from './schema.ts'

interface NamedMigration {
  up(db: Kysely<unknown>, dialect: DialectTraits): Promise<void>
}

/** Append-only: a migration that has been released is never changed. */
export const migrations: Readonly<Record<string, NamedMigration>> = {
  '0001-foundation': { up: foundation },
  '0002-reports': { up: reports },
}

export interface MigrateDeps {
  readonly writer: Kysely<Tables>
  readonly dialect: DialectTraits
  /** Called before the first pending migration of a database that already holds something. */
  readonly backUp: () => Promise<void>
  /** For tests: the migrations up to here, or others. */
  readonly list?: Readonly<Record<string, NamedMigration>>
}

/** Brings the tables up to date, each migration in its transaction, after a verified backup. Answers what it ran. */
export async function migrate({ writer, dialect, backUp, list = migrations }: MigrateDeps): Promise<string[]> {
  const migrator = new Migrator({
    db: writer,
    provider: {
      async getMigrations() {
        const named = Object.entries(list).map(([name, migration]): [string, Migration] => [
          name,
          { up: (db) => migration.up(db as Kysely<unknown>, dialect) },
        ])
        return Object.fromEntries(named)
      },
    },
  })
  const known = await migrator.getMigrations()
  const pending = known.filter((migration) => !migration.executedAt)
  if (pending.length === 0) return []
  if (pending.length < known.length) await backUp()
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName)
}
