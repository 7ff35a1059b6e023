import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '#shared/contract/contract.ts'
import { demoGuest } from '#shared/demo/history/guests.ts'
import { addDays, instantAt } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { ApiClient } from '#tests/replay/api-client.ts'
import { asked, saturday } from './full-saturday.ts'
import { type Timing, timeAsync } from './measure.ts'
import { saturdayWishes } from './pure-decision.ts'

export interface HubNumbers {
  readonly decision: Timing
  readonly decisionFull: Timing
  readonly decisionSocket: Timing
  readonly board: Timing
  readonly boardBytes: number
  readonly booking: Timing
  readonly searchCustomers: Timing
  readonly searchBookings: Timing
}

/** Days of the booking window that the made-up week leaves empty: after the weekend. */
const freeDays = [5, 6, 7]
/** Afternoons, two hours and the cleaning apart: out of prime, where the walk-in reserve would bind. */
const startsPerRoom = 3

/** Wishes for rooms and times nobody has: one after the other, each in a place of its own. */
export function freeWishes(venue: Venue, count: number): { readonly roomNo: string; readonly start: number }[] {
  const calendar = calendarOf(venue)
  const places = freeDays.flatMap((ahead) =>
    Array.from({ length: startsPerRoom }, (_, at) => instantAt(addDays(asked, ahead), 12 * 60 + at * 135, calendar)),
  )
  const rooms = venue.rooms.filter((room) => room.typeCode === 'S' || room.typeCode === 'M' || room.typeCode === 'L')
  return Array.from({ length: count }, (_, i) => ({
    roomNo: rooms[i % rooms.length]?.roomNo ?? '',
    start: places[Math.floor(i / rooms.length) % places.length] ?? 0,
  }))
}

type Desk = ContractRouterClient<typeof contract>

async function openDesk(url: string, token: string): Promise<{ readonly desk: Desk; close(): void }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/rpc`)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  const link = new RPCLink({ websocket: socket, headers: () => ({ authorization: `Bearer ${token}` }) })
  return { desk: createORPCClient(link), close: () => socket.close() }
}

/** The same jobs as the floors', by the public API: one client, one connection. */
export async function hubJobs(url: string, venue: Venue, rounds: number): Promise<HubNumbers> {
  const api = new ApiClient(url, { sockets: 1, keyPrefix: `bench-${Date.now().toString(36)}` })
  const zone = venue.timeZone
  const calendar = calendarOf(venue)
  const one = async (method: string, path: string, body?: unknown) => {
    const answer = await api.call(method, path, body)
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`)
    return answer
  }
  const onSaturday = (round: number) => ({
    party: 6,
    start: isoIn(instantAt(saturday, 720 + (round % 60) * 15, calendar), zone),
    typeCode: 'M',
  })
  // As the floor's availability: a room of a type, at quarter hours of a day that is two thirds full.
  const onFriday = (round: number) => ({
    party: 6,
    start: isoIn(instantAt(addDays(saturday, -1), 720 + (round % 60) * 15, calendar), zone),
    typeCode: 'M',
  })
  const mixed = saturdayWishes(venue, 200).map(({ party, start, minutes, typeCode, roomNo }) => ({
    party,
    start: isoIn(start, zone),
    ...(minutes !== undefined && { minutes }),
    ...(roomNo !== undefined ? { roomNo } : typeCode !== undefined ? { typeCode } : {}),
  }))
  const wishes = freeWishes(venue, rounds + 20)
  let boardBytes = 0
  const { desk, close } = await openDesk(url, await api.token('1001'))
  try {
    return {
      decision: await timeAsync({ count: rounds, warmUp: 100 }, (round) => one('POST', '/decisions', onFriday(round))),
      decisionFull: await timeAsync({ count: rounds, warmUp: 20 }, (round) =>
        one('POST', '/decisions', round % 2 === 0 ? onSaturday(round) : mixed[round % mixed.length]),
      ),
      decisionSocket: await timeAsync({ count: rounds, warmUp: 100 }, (round) => desk.booking.decide(onFriday(round))),
      board: await timeAsync({ count: rounds, warmUp: 20 }, async () => {
        boardBytes = (await one('GET', `/board?date=${saturday}`)).bytes
      }),
      boardBytes,
      booking: await timeAsync({ count: rounds, warmUp: 20 }, (round) => {
        const wish = wishes[round]
        const guest = demoGuest(round * 131, 1)
        return one('POST', '/bookings', {
          request: {
            party: 4,
            start: isoIn(wish?.start ?? 0, zone),
            minutes: 120,
            typeCode: venue.rooms.find((room) => room.roomNo === wish?.roomNo)?.typeCode,
          },
          customer: { name: guest.name, phone: guest.phone },
        })
      }),
      searchCustomers: await timeAsync({ count: rounds, warmUp: 10 }, (round) =>
        one('GET', `/customers?limit=20&q=${encodeURIComponent(typed(round))}`),
      ),
      searchBookings: await timeAsync({ count: rounds, warmUp: 10 }, (round) =>
        one('GET', `/bookings?limit=20&q=${encodeURIComponent(typed(round))}`),
      ),
    }
  } finally {
    close()
    api.close()
  }
}

/** What is typed into the search: the beginnings of a name, its pinyin, its initials, a phone's digits or last four. */
export function typed(round: number): string {
  const guest = demoGuest(round * 97, 1)
  const ways = [
    guest.pinyin.slice(0, 3),
    guest.pinyin,
    guest.initials,
    guest.name.slice(0, 1),
    guest.name,
    guest.phone.slice(0, 5),
    guest.phone.slice(-4),
  ]
  return ways[round % ways.length] ?? guest.pinyin
}
