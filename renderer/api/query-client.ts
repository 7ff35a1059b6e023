import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { failureOf } from './failure.ts'
import { keepSession } from './session-store.ts'

// An expired session asks for the PIN again; what stands on the screen stays there behind it.
const onError = (error: unknown) => {
  if (failureOf(error).code === 'UNAUTHORIZED') keepSession(undefined)
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      // The live stream keeps the cache true; nothing is asked again by time or focus.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: (count, error) => failureOf(error).code === 'CONNECTION' && count < 5,
    },
    mutations: { retry: false },
  },
})
