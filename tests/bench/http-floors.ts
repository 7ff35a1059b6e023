import { WebSocket } from 'ws'
import { demoGuest } from '#shared/demo/history/guests.ts'
import { businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { saturday } from './full-saturday.ts'
import { freeWishes } from './hub-jobs.ts'
import { type Timing, timeAsync } from './measure.ts'
import { PlainHttp, startFloor } from './plain-http.ts'

export interface HttpFloors {
  readonly board: Timing
  readonly boardBytes: number
  readonly availability: Timing
  readonly search: Timing
  readonly create: Timing
  readonly echo: Timing
}

/** Floor C: a bare HTTP server with one hand-written SQL per job; and a bare WebSocket echo. */
export async function httpFloors(folder: string, venue: Venue, rounds: number): Promise<HttpFloors> {
  const server = await startFloor(folder)
  const http = new PlainHttp(server.url)
  const day = businessDaySpan(saturday, calendarOf(venue))
  const wishes = freeWishes(venue, rounds + 50)
  let boardBytes = 0
  try {
    return {
      board: await timeAsync({ count: rounds, warmUp: 30 }, async () => {
        boardBytes = (await http.send('GET', `/board?from=${day.start}&to=${day.end}`)).length
      }),
      boardBytes,
      availability: await timeAsync({ count: rounds, warmUp: 50 }, (round) => {
        const start = day.start + (720 + (round % 60) * 15) * minute
        return http.send('POST', '/availability', { type: 'M', start, end: start + 190 * minute })
      }),
      search: await timeAsync({ count: rounds, warmUp: 30 }, (round) =>
        http.send('GET', `/search?q=${encodeURIComponent(demoGuest(round * 37, 1).pinyin)}`),
      ),
      create: await timeAsync({ count: rounds, warmUp: 20 }, (round) => {
        const wish = wishes[round]
        return http.send('POST', '/create', {
          room: wish?.roomNo,
          start: wish?.start,
          end: (wish?.start ?? 0) + 130 * minute,
        })
      }),
      echo: await echo(server.url, rounds),
    }
  } finally {
    http.close()
    await server.stop()
  }
}

async function echo(url: string, rounds: number): Promise<Timing> {
  const socket = new WebSocket(url.replace('http', 'ws'))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  // About as long as an answer of the desk.
  const message = 'x'.repeat(1500)
  const timing = await timeAsync(
    { count: rounds, warmUp: 50 },
    () =>
      new Promise((resolve) => {
        socket.once('message', resolve)
        socket.send(message)
      }),
  )
  socket.close()
  return timing
}
