import { useEffect, useState } from 'react'

/** The screen's own clock, each second while it is wanted. */
export function useSecond(wanted: boolean): number {
  const [second, setSecond] = useState(() => Date.now())
  useEffect(() => {
    if (!wanted) return
    setSecond(Date.now())
    const timer = setInterval(() => setSecond(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [wanted])
  return second
}
