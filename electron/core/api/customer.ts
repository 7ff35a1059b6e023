import { changeCustomer, createCustomer } from '../commands/save-customer.ts'
import { unmaskCustomer } from '../commands/unmask-customer.ts'
import { failure } from '../failure.ts'
import { customerRow, customerView, listCustomers } from '../queries/customer-view.ts'
import { staffed } from './procedures.ts'

export const customerApi = {
  list: staffed.customer.list.handler(({ input, context: { core } }) =>
    listCustomers(core.reader, core.model, input, core.clock.now()),
  ),
  create: staffed.customer.create.handler(({ input, context }) => context.run(createCustomer(context.core), input)),

  find: staffed.customer.find.handler(async ({ input, context }) => {
    const { core, language } = context
    const row = await customerRow(core.reader, input.id)
    if (!row) throw failure('NOT_FOUND', language)
    if (input.unmask !== undefined) await context.run(unmaskCustomer, { id: input.id, reason: input.unmask })
    return customerView(core.reader, core.model, row, core.clock.now(), input.unmask !== undefined)
  }),

  change: staffed.customer.change.handler(({ input, context }) => context.run(changeCustomer(context.core), input)),
}
