import type { Kysely, Transaction } from 'kysely'
import { ChangeRecorder } from './change-recorder.ts'
import { runCompiled } from './compiled.ts'
import type { DialectTraits } from './dialect/traits.ts'
import { appendEntry, canonicalJson, genesisHash, hashOfBody, hashOfEntry, withoutSecrets } from './journal.ts'
import { type Made, madeLine, type Origin } from './origin.ts'
import { type Tables, venueId } from './schema.ts'
import {
  type Actor,
  type Approver,
  type Change,
  type Command,
  type Outcome,
  type Reader,
  refuse,
  type Tx,
} from './tx.ts'
import type { JournalTable } from './unjournaled-tables.ts'

/** A command's circumstances: who, where, under which key. */
export interface Call<Input> {
  readonly input: Input
  readonly actor: Actor
  readonly station: string
  /** Absent for what the clock does by itself. */
  readonly idempotencyKey?: string
  /**
   * Checks the approval the request carries, outside the transaction. Called only when the command asks for it.
   * Absent when the request carries none.
   */
  readonly checkApproval?: () => Promise<Outcome<Approver>>
}

/** What a commit tells the rest of the program. */
export interface Committed {
  readonly entry: JournalTable
  readonly changes: readonly Change[]
  readonly keys: readonly string[]
}

/** When the second copy is on the disk too. */
export interface Kept {
  readonly mirrored: Promise<void>
}

export interface DoorDeps {
  readonly writer: Kysely<Tables>
  readonly dialect: DialectTraits
  readonly now: () => number
  /** Called with what a command changed, inside its transaction; may change more. */
  readonly beforeCommit?: (tx: Tx, changes: readonly Change[], command: string) => Promise<void>
  /**
   * Called after the commit is durable and before the answer, in order of sequence. What it answers is waited for
   * before the caller hears of it, while others already have their turn.
   */
  readonly onCommit: (committed: Committed) => Promise<Kept>
  /** The disk refused a write; the command was taken back. */
  readonly onUnwritable: (error: unknown) => void
}

/** Recipes one after the other, each made with what the one before has answered. */
export type Recipes<Recipe> = (made: Made | undefined) => Recipe | undefined

/** The one door for writes. */
export interface Door {
  execute<Input, Result extends object>(
    command: Command<Input, Result>,
    call: Call<Input>,
  ): Promise<Outcome<Result & { journalSeq: number }>>
  /**
   * Makes rows from recipes, all in one transaction: each leaves one journal line that holds the recipe (ADR 11).
   * Throws what the origin throws; then nothing has been made.
   * @param recipes asked for the next until there is none
   */
  make<Recipe extends object>(
    origin: Origin<Recipe>,
    recipes: Recipes<Recipe>,
    call: Pick<Call<unknown>, 'actor' | 'station'>,
  ): Promise<number>
  /** Runs something with no command inside the door: sessions, backups. Waits its turn. */
  exclusively<Result>(work: (writer: Kysely<Tables>) => Promise<Result>): Promise<Result>
  readonly head: () => { readonly seq: number; readonly hash: string }
}

/** Thrown out of a transaction to roll it back; never leaves the door. */
class RolledBack extends Error {
  readonly outcome: Outcome<never>
  constructor(outcome: Outcome<never>) {
    super('rolled back')
    this.outcome = outcome
  }
}

class ApprovalWanted extends Error {}

type Answer<Result> = Outcome<Result & { journalSeq: number }>

/** What a turn at the door ends with. */
type Turn<Result> = Partial<Kept> & { readonly answer: Answer<Result> | 'approval' }

export async function createDoor(deps: DoorDeps): Promise<Door> {
  const { writer, dialect } = deps
  const last = await writer
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .where('venue_id', '=', venueId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  let head = { seq: last?.seq ?? 0, hash: last?.hash ?? genesisHash }
  let turn: Promise<unknown> = Promise.resolve()

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = turn.then(work, work)
    turn = mine.catch(() => undefined)
    return mine
  }

  async function firstAnswer(call: Call<unknown>, bodyHash: string): Promise<Answer<never> | undefined> {
    if (call.idempotencyKey === undefined) return undefined
    const { actor, idempotencyKey } = call
    const build = () =>
      writer
        .selectFrom('journal')
        .select(['body_hash', 'result', 'keys'])
        .where('venue_id', '=', venueId)
        .where('actor', '=', actor.staffNo)
        .where('idem_key', '=', idempotencyKey ?? '')
    const [known] = await runCompiled<Pick<JournalTable, 'body_hash' | 'result' | 'keys'>>(
      writer as unknown as Kysely<never>,
      'first answer',
      build,
      [venueId, actor.staffNo, idempotencyKey],
    )
    if (!known) return undefined
    if (known.body_hash !== bodyHash) return refuse('KEY_REUSED')
    return { ok: true, result: JSON.parse(known.result) as never, keys: JSON.parse(known.keys) as string[] }
  }

  async function attempt<Input, Result extends object>(
    command: Command<Input, Result>,
    call: Call<Input>,
    bodyHash: string,
    approver: Approver | undefined,
  ): Promise<Turn<Result>> {
    const seq = head.seq + 1
    let committed: Committed | undefined
    let result: (Result & { journalSeq: number }) | undefined
    await writer.transaction().execute(async (trx) => {
      const recorder = new ChangeRecorder(trx)
      const now = deps.now()
      const tx = txOf(trx, recorder, { ...call, seq, now, approver })
      const outcome = await command.run(tx, call.input)
      if (!outcome.ok) throw new RolledBack(outcome)
      await deps.beforeCommit?.(tx, [...recorder.changes], command.name)
      result = { ...outcome.result, journalSeq: seq }
      const line = {
        venue_id: venueId,
        seq,
        at: now,
        actor: call.actor.staffNo,
        station: call.station,
        command: command.name,
        idem_key: call.idempotencyKey ?? `.${seq}`,
        body_hash: bodyHash,
        input: canonicalJson(withoutSecrets(call.input)),
        result: JSON.stringify(withoutSecrets(result)),
        changes: JSON.stringify(recorder.changes),
        keys: JSON.stringify(outcome.keys),
        prev_hash: head.hash,
      }
      const entry = { ...line, hash: hashOfEntry(line) }
      await appendEntry(trx, entry)
      committed = { entry, changes: recorder.changes, keys: outcome.keys }
    })
    if (!committed || !result) throw new Error('a transaction ended without its journal line')
    head = { seq, hash: committed.entry.hash }
    const { mirrored } = await deps.onCommit(committed)
    return { answer: { ok: true, result, keys: committed.keys }, mirrored }
  }

  async function execute<Input, Result extends object>(
    command: Command<Input, Result>,
    call: Call<Input>,
  ): Promise<Answer<Result>> {
    const bodyHash = hashOfBody([command.name, call.input])
    let approver: Approver | undefined
    for (;;) {
      const { answer, mirrored } = await inTurn(async (): Promise<Turn<Result>> => {
        const known = await firstAnswer(call, bodyHash)
        if (known) return { answer: known }
        try {
          return await attempt(command, call, bodyHash, approver)
        } catch (error) {
          if (error instanceof RolledBack) return { answer: error.outcome }
          if (error instanceof ApprovalWanted) return { answer: 'approval' }
          if (dialect.isOverlap(error)) return { answer: refuse('ROOM_TAKEN') }
          if (dialect.isUnwritable(error)) {
            deps.onUnwritable(error)
            return { answer: refuse('UNAVAILABLE') }
          }
          throw error
        }
      })
      await mirrored
      if (answer !== 'approval') return answer
      // Checking a PIN takes a tenth of a second by design: never while others wait for the door.
      const checked = await call.checkApproval?.()
      if (!checked?.ok) return checked ?? refuse('APPROVAL_REJECTED')
      approver = checked.result
    }
  }

  async function make<Recipe extends object>(
    origin: Origin<Recipe>,
    recipes: Recipes<Recipe>,
    { actor, station }: Pick<Call<unknown>, 'actor' | 'station'>,
  ): Promise<number> {
    return inTurn(async () => {
      const entries: JournalTable[] = []
      await dialect.inBulk(writer, origin.tables, async (trx) => {
        const follow = await origin.begin(trx)
        let last = head
        let made: Made | undefined
        for (let recipe = recipes(made); recipe; recipe = recipes(made)) {
          made = await follow(recipe)
          const entry = madeLine({ origin, recipe, made, at: deps.now(), actor: actor.staffNo, station, head: last })
          await appendEntry(trx, entry)
          entries.push(entry)
          last = { seq: entry.seq, hash: entry.hash }
        }
      })
      let mirrored: Promise<void> = Promise.resolve()
      for (const entry of entries) {
        head = { seq: entry.seq, hash: entry.hash }
        ;({ mirrored } = await deps.onCommit({ entry, changes: [], keys: [] }))
      }
      await mirrored
      return entries.length
    })
  }

  return {
    execute,
    make,
    exclusively: (work) => inTurn(() => work(writer)),
    head: () => head,
  }
}

function txOf(
  trx: Transaction<Tables>,
  recorder: ChangeRecorder,
  call: Call<unknown> & { readonly seq: number; readonly now: number; readonly approver: Approver | undefined },
): Tx {
  let ids = 0
  const tx: Tx = {
    now: call.now,
    seq: call.seq,
    actor: call.actor,
    station: call.station,
    read: trx as unknown as Reader,
    insert: (table, row) => recorder.insert(table, row),
    update: async (table, key, patch) => (await recorder.update(table, key, patch)) as never,
    remove: (table, key) => recorder.remove(table, key),
    async nextNumber(name) {
      const row = await recorder.find('counter', { name })
      const value = Number(row?.value ?? 0) + 1
      if (row) await recorder.update('counter', { name }, { value })
      else await recorder.insert('counter', { name, value })
      return value
    },
    newId: (prefix) => `${prefix}${call.seq.toString(36)}-${++ids}`,
    approver() {
      if (!call.checkApproval) return undefined
      if (!call.approver) throw new ApprovalWanted()
      return call.approver
    },
  }
  return tx
}
