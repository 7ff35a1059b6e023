import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { createStore } from '#renderer/ui/store.ts'
import { api, client } from './client.ts'
import { currentConnection, setConnection } from './connection.ts'
import { queryClient } from './query-client.ts'

/** The core's clock as this screen follows it: in practice mode it may stand anywhere, and stand still. */
const reading = createStore({ core: Date.now(), local: Date.now(), rate: 1, known: false })

/** The core's time now, in epoch milliseconds. */
export function coreNow(): number {
  const { core, local, rate } = reading.get()
  return core + (Date.now() - local) * rate
}

const checkMs = 10_000

/** Asks the core how it is: its time, and how long the answer took. */
export async function checkHealth(): Promise<void> {
  const sent = performance.now()
  try {
    const health = await client.health.check()
    const ms = Math.max(1, Math.round(performance.now() - sent))
    const core = Date.parse(health.now)
    const before = reading.get()
    const elapsed = Date.now() - before.local
    // A practice clock that stood still between two checks is standing still.
    const rate = before.known && elapsed > 2_000 ? (core === before.core ? 0 : 1) : before.rate
    reading.set({ core, local: Date.now(), rate, known: true })
    queryClient.setQueryData(api.health.check.queryKey(), health)
    if (currentConnection().state === 'open') setConnection({ state: 'open', ms })
  } catch {
    // The connection tells its own story.
  }
}

export function startClock(): void {
  void checkHealth()
  setInterval(checkHealth, checkMs)
}

const tick = createStore(0)
let ticking = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The core's time, again each `stepMs` (a second unless told otherwise). */
export function useNow(stepMs = 1_000): number {
  useEffect(() => {
    ticking += 1
    timer ??= setInterval(() => tick.set(tick.get() + 1), 1_000)
    return () => {
      ticking -= 1
      if (ticking === 0 && timer) {
        clearInterval(timer)
        timer = undefined
      }
    }
  }, [])
  const step = () => Math.floor(coreNow() / stepMs) * stepMs
  useSyncExternalStore(reading.subscribe, reading.get)
  return useSyncExternalStore(tick.subscribe, step)
}

export const useHealth = () => useQuery(api.health.check.queryOptions())
