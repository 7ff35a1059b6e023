import { readFileSync } from 'node:fs'
import { WebSocket } from 'ws'
import { demoGuest } from '#shared/demo/history/guests.ts'
import { addDays, instantAt } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { ApiClient } from '#tests/replay/api-client.ts'
import { saturday } from './full-saturday.ts'
import { type Timing, timingOf } from './measure.ts'

export interface DesksNumbers {
  readonly desks: number
  readonly seconds: number
  readonly actions: Timing
  readonly errors: number
  readonly liveEvents: number
  readonly hubMegabytes: number | undefined
}

/** Resident memory of the largest process below `pid`: the launcher's child is the hub. Linux only. */
export function megabytesOf(pid: number): number | undefined {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    return Math.max(...children.map((child) => megabytesOf(Number(child)) ?? 0), children.length > 0 ? 0 : own)
  } catch {
    return undefined
  }
}

/** Desks that each do something every second, every one with the live stream open: asking, looking, booking, searching. */
export async function manyDesks(
  url: string,
  pid: number,
  venue: Venue,
  { desks, seconds }: { readonly desks: number; readonly seconds: number },
): Promise<DesksNumbers> {
  const api = new ApiClient(url, { sockets: desks, keyPrefix: `desks-${Date.now().toString(36)}` })
  const calendar = calendarOf(venue)
  const token = await api.token('1001')
  let liveEvents = 0
  const streams = await Promise.all(
    Array.from({ length: desks }, () =>
      openStream(`${url.replace('http', 'ws')}/live?token=${token}`, () => (liveEvents += 1)),
    ),
  )
  const values: number[] = []
  let errors = 0
  const act = async (desk: number, turn: number): Promise<void> => {
    const number = desk * 1000 + turn
    const guest = demoGuest(number, 1)
    const quarter = 12 * 4 + ((number * 7) % 64)
    const start = isoIn(instantAt(addDays(saturday, 3 + (number % 3)), quarter * 15, calendar), venue.timeZone)
    const request = { party: 2 + (number % 7), start, minutes: 120 }
    const begun = performance.now()
    const answer =
      turn % 4 === 3
        ? await api.call('POST', '/bookings', { request, customer: { name: guest.name, phone: guest.phone } })
        : turn % 4 === 2
          ? await api.call('GET', `/customers?limit=20&q=${guest.phone.slice(-4)}`)
          : await api.call('POST', '/decisions', { ...request, phone: guest.phone })
    values.push(performance.now() - begun)
    if (answer.status >= 400 && answer.status !== 409) errors += 1
  }
  const run = async (desk: number) => {
    await pause((1000 * desk) / desks)
    const begun = performance.now()
    for (let turn = 0; turn < seconds; turn += 1) {
      await act(desk, turn)
      await pause(Math.max(0, begun + (turn + 1) * 1000 - performance.now()))
    }
  }
  await Promise.all(Array.from({ length: desks }, (_, desk) => run(desk)))
  const hubMegabytes = megabytesOf(pid)
  for (const stream of streams) stream.close()
  api.close()
  return { desks, seconds, actions: timingOf(values), errors, liveEvents, hubMegabytes }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function openStream(url: string, onEvent: () => void): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    socket.on('message', onEvent)
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })
}
