import { customerRow } from '../queries/customer-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'

/** Writes down who looked at a customer's whole number, and why; nothing else changes. */
export const unmaskCustomer: Command<{ readonly id: string; readonly reason: string }, { readonly id: string }> = {
  name: 'customer.unmask',
  async run(tx, { id }) {
    if (!(await customerRow(tx.read, id))) return refuse('NOT_FOUND')
    return done({ id }, [`customer:${id}`])
  },
}
