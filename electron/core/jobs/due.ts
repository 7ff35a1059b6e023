import type { Core, DueWork } from '../core.ts'
import { type Command, systemActor } from '../store/tx.ts'

/** One thing that has fallen due, at its own minute. */
export interface Due {
  readonly at: number
  /** Which thing it is, so that what cannot be done is tried once a run. */
  readonly name: string
  readonly counts?: keyof DueWork
  /** Answers whether it was done. `before`: when the next thing falls due, for what may do several at once until then. */
  readonly run: (before: number) => Promise<boolean>
}

/** Runs a command on the clock's own account. */
export async function act<Input, Result extends object>(
  core: Core,
  command: Command<Input, Result>,
  input: Input,
): Promise<boolean> {
  const answer = await core.door.execute(command, { input, actor: systemActor, station: 'system' })
  return answer.ok
}
