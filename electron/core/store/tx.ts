import type { ReadonlyKysely } from 'kysely/readonly'
import type { ErrorCode } from '#shared/contract/errors.ts'
import type { JournaledTable, JournaledTables, primaryKeys, Role, Tables } from './schema.ts'

/** Reads only, by type: no insert, update or delete can be written with it. */
export type Reader = ReadonlyKysely<Tables>

export interface Actor {
  readonly staffNo: string
  readonly name: string
  readonly role: Role
}

/** Who acts when the clock does: releases, expiries, day close. */
export const systemActor: Actor = { staffNo: 'system', name: '系统', role: 'admin' }

export interface Approver extends Actor {
  readonly reason: string
}

/** A business refusal: a value, never an exception. Nothing of the command is stored. */
export interface Refusal {
  readonly code: ErrorCode
  readonly details?: Readonly<Record<string, unknown>>
}

export type Outcome<Result> =
  | {
      readonly ok: true
      readonly result: Result /** e.g. `booking:K4-7302`, `room:305`, `date:2026-03-06` */
      readonly keys: readonly string[]
    }
  | { readonly ok: false; readonly refusal: Refusal }

export const done = <Result>(result: Result, keys: readonly string[]): Outcome<Result> => ({ ok: true, result, keys })

export const refuse = (code: ErrorCode, details?: Readonly<Record<string, unknown>>): Outcome<never> => ({
  ok: false,
  refusal: { code, ...(details && { details }) },
})

export type RowOf<Table extends JournaledTable> = JournaledTables[Table]
export type NewRow<Table extends JournaledTable> = Omit<RowOf<Table>, 'venue_id'>
type KeyColumn<Table extends JournaledTable> = (typeof primaryKeys)[Table][number]
export type RowKey<Table extends JournaledTable> = {
  readonly [Column in KeyColumn<Table> & keyof RowOf<Table>]: RowOf<Table>[Column]
}

/**
 * One write transaction. All changes go through `insert`, `update` and `remove`, which record the row before and after
 * for the journal; reads go through `read` and see the changes made so far.
 */
export interface Tx {
  /** The venue's clock, the same throughout the transaction. */
  readonly now: number
  /** Sequence of the journal entry this transaction will get. */
  readonly seq: number
  readonly actor: Actor
  readonly station: string
  readonly read: Reader
  /** Throws the overlap signal for a claim on a taken room; the door answers it with ROOM_TAKEN. */
  insert<Table extends JournaledTable>(table: Table, row: NewRow<Table>): Promise<void>
  /** Answers the row after the change; a row that is not there is a defect and throws. */
  update<Table extends JournaledTable>(
    table: Table,
    key: RowKey<Table>,
    patch: Partial<NewRow<Table>>,
  ): Promise<RowOf<Table>>
  remove<Table extends JournaledTable>(table: Table, key: RowKey<Table>): Promise<void>
  /** Next value of a running number, from 1. */
  nextNumber(name: string): Promise<number>
  /** An id unique in the venue, e.g. `s4f-1`. */
  newId(prefix: string): string
  /**
   * The supervisor who approves this request, or undefined when it carries no approval. Ask only when it is needed:
   * an approval that is not needed is ignored, a wrong one that is needed ends the command with APPROVAL_REJECTED.
   */
  approver(): Approver | undefined
}

/** A command: the only way anything is written. `run` is called inside the transaction and may be called again. */
export interface Command<Input, Result extends object> {
  /** `area.verb`, as in the contract; also the type of the live event. */
  readonly name: string
  run(tx: Tx, input: Input): Promise<Outcome<Result>>
}

/** One row's change, as the journal keeps it. */
export interface Change {
  readonly table: JournaledTable
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}
