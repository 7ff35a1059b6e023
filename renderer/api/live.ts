import type { QueryClient } from '@tanstack/react-query'
import { patchBoards } from './board-live.ts'
import { ChangedRooms } from './changed-rooms.ts'
import { api, client } from './client.ts'
import { currentConnection, onConnection } from './connection.ts'
import { currentSession, onSession } from './session-store.ts'

/** One committed change, as the core publishes it. */
interface LiveEvent {
  readonly seq: number
  readonly at: string
  readonly type: string
  readonly keys: readonly string[]
}

const answers = [api.booking.decide.key(), api.booking.alternatives.key()]

/** A room that frees up may be the one somebody waits for, on the list or with a promise to move. */
const waiting = [api.waitlist.key(), api.promise.key()]

/** What to ask again, by the first part of a touched key or of the event's type. */
const touched = {
  booking: [api.booking.key(), api.board.day.key(), api.customer.key()],
  stay: [api.stay.key(), api.board.day.key(), api.booking.key(), ...waiting],
  room: [api.board.day.key(), ...answers, ...waiting],
  date: [api.board.day.key(), ...answers],
  block: [api.board.day.key(), ...answers, ...waiting],
  holds: [api.board.day.key(), ...answers],
  waitlist: [api.waitlist.key()],
  promise: [api.promise.key()],
  customer: [api.customer.key()],
  coupon: [api.coupon.key(), api.report.paper.key()],
  card: [api.card.key(), api.customer.key()],
  venue: [api.venue.key(), api.setup.key(), api.board.day.key()],
  policy: [api.venue.key(), api.board.day.key(), ...answers],
  staff: [api.venue.staff.key()],
  refusal: [api.refusal.key()],
  report: [api.report.key()],
  reportSettings: [api.reportSettings.key()],
  clock: [
    api.health.key(),
    api.board.key(),
    api.waitlist.key(),
    api.promise.key(),
    api.booking.key(),
    api.coupon.key(),
  ],
  comment: [api.comment.key()],
  undo: [api.key()],
} as const

const isTouched = (name: string): name is keyof typeof touched => name in touched

const gatherMs = 40

/** What a report counts; one that is open follows the evening, but not every step of it. */
const counted: ReadonlySet<string> = new Set([
  'stay',
  'booking',
  'waitlist',
  'refusal',
  'promise',
  'block',
  'card',
  'comment',
  'coupon',
])
const reportsMs = 5_000

/**
 * The one live stream: each change is heard within a round trip and what it touched is asked again, gathered over a
 * few milliseconds. After a break it resumes behind the last change it saw, so that nothing is missed.
 */
export function startLive(queries: QueryClient): void {
  let after: number | undefined
  let running = false
  let gathering = false
  let names = new Set<keyof typeof touched>()
  const rooms = new ChangedRooms()
  let reportsDue = false

  const flush = () => {
    gathering = false
    const gathered = names
    names = new Set()
    const keys = new Map([...gathered].flatMap((name) => touched[name]).map((key) => [JSON.stringify(key), key]))
    const changed = rooms.take()
    if (changed && keys.delete(JSON.stringify(api.board.day.key()))) void patchBoards(queries, changed)
    for (const queryKey of keys.values()) void queries.invalidateQueries({ queryKey })
  }

  const refreshReports = () => {
    if (reportsDue) return
    reportsDue = true
    setTimeout(() => {
      reportsDue = false
      void queries.invalidateQueries({ queryKey: api.report.key() })
    }, reportsMs)
  }

  const hear = (event: LiveEvent) => {
    for (const part of [event.type, ...event.keys]) {
      const name = part.split(/[:.]/)[0] ?? ''
      if (counted.has(name)) refreshReports()
      if (isTouched(name)) names.add(name)
    }
    rooms.hear(event.keys)
    if (gathering || names.size === 0) return
    gathering = true
    setTimeout(flush, gatherMs)
  }

  const run = async () => {
    if (running) return
    running = true
    while (currentSession() && currentConnection().state === 'open') {
      try {
        const events = await client.journal.live(after === undefined ? {} : { after })
        if (after === undefined) void queries.invalidateQueries()
        for await (const event of events) {
          after = Math.max(after ?? 0, event.seq)
          hear(event)
        }
      } catch {
        // The pipe broke or the session ended; both are watched below.
      }
      await new Promise((resolve) => setTimeout(resolve, 400))
    }
    running = false
  }

  onConnection(() => void run())
  onSession(() => {
    after = undefined
    void run()
  })
  void run()
}
