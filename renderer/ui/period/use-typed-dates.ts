import { useEffect, useState } from 'react'
import { inOrder } from '#shared/contract/report.ts'
import type { Stretch } from '#shared/domain/reports/report-period.ts'

/** First and last date as they are typed; told on while they are in order, said to be wrong while they are not. */
export function useTypedDates({ from, to }: Stretch, onChange: (dates: Stretch) => void) {
  const [typed, setTyped] = useState<Stretch>({ from, to })
  useEffect(() => setTyped({ from, to }), [from, to])
  return {
    typed,
    isWrong: !inOrder(typed),
    type: (change: Partial<Stretch>) => {
      const next = { ...typed, ...change }
      setTyped(next)
      if (inOrder(next)) onChange(next)
    },
  }
}
