import type { Kysely } from 'kysely'
import { canonicalJson, hashOfBody, hashOfEntry } from './journal.ts'
import { type Tables, venueId } from './schema.ts'
import type { JournalTable } from './unjournaled-tables.ts'

/** What a recipe made, as its journal line answers it. */
export interface Made {
  readonly result: Readonly<Record<string, unknown>>
  readonly keys: readonly string[]
}

/**
 * Rows that are made from a recipe (ADR 11). Their journal line holds the recipe and not the rows: replay makes them
 * again, and what comes out must be what came out the first time. For rows by the million that nobody entered; what
 * people do is always kept row by row.
 */
export interface Origin<Recipe extends object> {
  /** The journal's command; begins with `made.`, so that no reader takes such a line for one without rows. */
  readonly command: `made.${string}`
  /** Every table it writes to. */
  readonly tables: readonly (keyof Tables)[]
  /**
   * Writes the rows of one recipe after another, in order, within the transaction it is given. Throws a `BadRecipe` for
   * a recipe this program cannot follow.
   */
  begin(db: Kysely<Tables>): Promise<(recipe: Recipe) => Promise<Made>>
}

/** A recipe of another program: what it made cannot be made again here. */
export class BadRecipe extends Error {
  override readonly name = 'BadRecipe'
}

export const isMade = (command: string): boolean => command.startsWith('made.')

export interface MadeLine {
  readonly origin: Origin<never>
  readonly recipe: object
  readonly made: Made
  readonly at: number
  readonly actor: string
  readonly station: string
  /** The line before it. */
  readonly head: { readonly seq: number; readonly hash: string }
}

/** The journal line of a recipe. */
export function madeLine({ origin, recipe, made, at, actor, station, head }: MadeLine): JournalTable {
  const seq = head.seq + 1
  const line = {
    venue_id: venueId,
    seq,
    at,
    actor,
    station,
    command: origin.command,
    idem_key: `.${seq}`,
    body_hash: hashOfBody([origin.command, recipe]),
    input: canonicalJson(recipe),
    result: canonicalJson(made.result),
    changes: '[]',
    keys: JSON.stringify(made.keys),
    prev_hash: head.hash,
  }
  return { ...line, hash: hashOfEntry(line) }
}
