import { useEffect, useState } from 'react'

/** Milliseconds left until `until` by this machine's clock, told again each second; 0 when over. */
export function useCountdown(until: number | undefined): number {
  const [, again] = useState(0)
  useEffect(() => {
    if (until === undefined) return
    const timer = setInterval(() => again((count) => count + 1), 500)
    return () => clearInterval(timer)
  }, [until])
  return until === undefined ? 0 : Math.max(0, until - Date.now())
}
