import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '#shared/contract/contract.ts'
import { freshKey } from './fresh-key.ts'
import { type CallContext, pipeLink } from './pipe.ts'

/** The contract as functions: `await client.booking.decide(request)`. */
export const client: ContractRouterClient<typeof contract, CallContext> = createORPCClient({
  call: (path, input, options) =>
    pipeLink.call(path, input, {
      ...options,
      // Reads ignore the key; a write without one would be refused.
      context: { ...options.context, idempotencyKey: options.context.idempotencyKey ?? freshKey() },
    }),
})

/** The contract as TanStack Query options: `useQuery(api.board.day.queryOptions({ input: { date } }))`. */
export const api = createTanstackQueryUtils(client)
