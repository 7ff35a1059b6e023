import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import type { PaperRequest } from '#shared/contract/report.ts'
import { PaperSheet } from './paper-sheet.tsx'
import type { PaperView } from './paper-view.ts'

/**
 * Prints a report on A4: asks the core for its document, lays it out beside the page where only the printer sees it, and
 * opens the printer's dialog. Mount `sheet` somewhere in the screen.
 */
export function usePrintPaper(request: PaperRequest): {
  readonly print: () => void
  readonly printing: boolean
  readonly sheet: ReactNode
} {
  const failureText = useFailureText()
  const [paper, setPaper] = useState<PaperView>()
  const ask = useMutation({
    mutationFn: () => client.report.paper(request),
    onSuccess: setPaper,
    onError: (error) => showToast({ text: failureText(error).line, tone: 'bad' }),
  })
  useEffect(() => {
    if (!paper) return
    const done = () => setPaper(undefined)
    window.addEventListener('afterprint', done, { once: true })
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [paper])
  return {
    print: () => {
      if (!ask.isPending) ask.mutate()
    },
    printing: ask.isPending,
    sheet: paper
      ? createPortal(
          <section className={`paper-print paper-print-${paper.landscape ? 'across' : 'upright'}`} aria-hidden="true">
            <PaperSheet paper={paper} />
          </section>,
          document.body,
        )
      : null,
  }
}
