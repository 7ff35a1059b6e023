import { isoIn } from '#shared/domain/time/zone.ts'
import type { LiveEvent, LiveFeed } from '../store/feed.ts'

/** An event as the live stream says it. */
export interface LiveEventView {
  readonly seq: number
  readonly at: string
  readonly type: string
  readonly keys: string[]
}

export const liveEventView = (event: LiveEvent, timeZone: string): LiveEventView => ({
  seq: event.seq,
  at: isoIn(event.at, timeZone),
  type: event.type,
  keys: [...event.keys],
})

/** The feed as something to iterate over; ends when the signal says so. */
export async function* liveEvents(
  feed: LiveFeed,
  after: number | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<LiveEvent> {
  const waiting: LiveEvent[] = []
  let wake: (() => void) | undefined
  const nudge = () => {
    wake?.()
    wake = undefined
  }
  const end = feed.subscribe((event) => {
    waiting.push(event)
    nudge()
  }, after)
  signal?.addEventListener('abort', nudge)
  try {
    while (!signal?.aborted) {
      const event = waiting.shift()
      if (event) yield event
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    signal?.removeEventListener('abort', nudge)
    end()
  }
}
