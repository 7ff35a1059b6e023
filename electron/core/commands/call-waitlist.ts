import { nextWaitState } from '#shared/domain/waitlist/order.ts'
import { type WaitlistView, waitlistView } from '../queries/waitlist-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { touchedKeys } from './touched-keys.ts'
import { waitlistRow } from './waitlist-rows.ts'

/** Calls a party's number (叫号); ten minutes later the call runs out. */
export const callWaitlist = (desk: Desk): Command<{ readonly id: string }, WaitlistView> => ({
  name: 'waitlist.call',
  async run(tx, { id }) {
    const entry = await waitlistRow(tx.read, id)
    if (!entry) return refuse('NOT_FOUND')
    const state = nextWaitState(entry.state, 'call')
    if (!state) return refuse('STATE', { state: entry.state })
    const changed = await tx.update('waitlist_entry', { id }, { state, called_at: tx.now })
    return done(
      waitlistView(changed, desk.model.venue.timeZone, tx.now),
      touchedKeys({ others: ['waitlist', `waitlist:${id}`] }),
    )
  },
})
