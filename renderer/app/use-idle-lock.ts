import { useEffect } from 'react'

const idleMs = 5 * 60_000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Calls `lock` when nobody has touched the station for 5 minutes (quality.md, Security). */
export function useIdleLock(active: boolean, lock: () => void): void {
  useEffect(() => {
    if (!active) return
    let timer = setTimeout(lock, idleMs)
    const touched = () => {
      clearTimeout(timer)
      timer = setTimeout(lock, idleMs)
    }
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, touched)
    }
  }, [active, lock])
}
