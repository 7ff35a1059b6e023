import { type PromiseView, promiseViews } from '../queries/list-promises.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import type { Desk } from './desk.ts'

/** The guest would rather stay where he is: the promise is closed, and nobody has broken it. */
export const declinePromise = (desk: Desk): Command<{ readonly id: string }, PromiseView> => ({
  name: 'promise.decline',
  async run(tx, { id }) {
    const row = await tx.read
      .selectFrom('promise')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) return refuse('NOT_FOUND')
    if (row.state !== 'open') return refuse('STATE', { state: row.state })
    const changed = await tx.update('promise', { id }, { state: 'declined', closed_at: tx.now })
    const [view] = await promiseViews(tx.read, desk, [changed], tx.now)
    if (!view) throw new Error('a promise has a view')
    return done(view, [`promise:${id}`])
  },
})
