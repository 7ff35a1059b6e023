import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { useLanguage } from '#renderer/ui/i18n/i18n.ts'
import type { PaperRequest } from '#shared/contract/report.ts'

/** A report as its document, in the reader's language; the one before stays until the next is there. */
export function usePaper(request: PaperRequest) {
  const language = useLanguage()
  const options = api.report.paper.queryOptions({ input: request })
  return useQuery({
    ...options,
    // The core writes its texts in the language it is asked in.
    queryKey: [...options.queryKey, language] as unknown as typeof options.queryKey,
    placeholderData: keepPreviousData,
    // What is counted goes on changing while one looks elsewhere.
    staleTime: 0,
  })
}
