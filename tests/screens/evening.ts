import { parseArgs } from 'node:util'
import { type DeskApi, openDesk } from './desk-api.ts'
import { eveningOf, nowMinutes, type Party } from './evening-plan.ts'

const day = '2026-03-06'
const zone = '+08:00'
const instantOf = (minutes: number): string =>
  new Date(Date.parse(`${day}T00:00:00${zone}`) + minutes * 60_000).toISOString()

/** Where the practice clock has to stand before the evening is filled. */
export const eveningStart = `${day}T11:30:00${zone}`

interface Made {
  readonly party: Party
  code?: string
  stayId?: string
}

interface VenueAnswer {
  types: { code: string; seats: number; cleaningMinutes: number }[]
  rooms: { roomNo: string; typeCode: string }[]
}

const phoneOf = (index: number): string => `139${String(10_000_000 + ((index * 7_654_321) % 90_000_000)).slice(0, 8)}`

/**
 * Fills a practice venue, whose clock stands at `eveningStart`, with a Friday evening: afternoon parties come and go,
 * the clock walks to 18:42, and every state a room can be in is somewhere on the board. Only the public API is used;
 * what the desk refuses (the walk-in reserve, mostly) stays free, as it would.
 */
export async function fillEvening(url: string): Promise<{ bookings: number; stays: number; refused: number }> {
  const desk = await openDesk(url, '1001')
  const other = await openDesk(url, '1002')
  const supervisor = await openDesk(url, '2001')
  const admin = await openDesk(url, '9001')
  const venue = await desk.send<VenueAnswer>('GET', '/venue')
  if (!venue) throw new Error('no venue')
  const typeOf = new Map(venue.types.map((type) => [type.code, type]))
  const parties = eveningOf(
    venue.rooms.map((room) => ({
      roomNo: room.roomNo,
      cleaning: typeOf.get(room.typeCode)?.cleaningMinutes ?? 10,
      seats: typeOf.get(room.typeCode)?.seats ?? 4,
    })),
  )
  const made = parties.map((party): Made => ({ party }))
  let refused = 0

  for (const [index, { party }] of made.entries()) {
    if (party.vip)
      await supervisor.send('POST', '/customers', { name: party.name, phones: [phoneOf(index)], vipTier: party.vip })
  }
  await block(supervisor, '306', 'locked', 18 * 60, 23 * 60, '活动布场 · 生日主题')
  let promised: string | undefined
  for (const [index, one] of made.entries()) {
    if (one.party.how !== 'booking') continue
    // Before the rooms of the middle type have reached the bookings' share.
    if (promised === undefined && one.party.roomNo.startsWith('5')) promised = await promiseOf(desk)
    const booking = await book(index % 3 === 0 ? other : desk, one.party, phoneOf(index))
    one.code = booking?.code
    if (!booking) refused += 1
  }

  // The afternoon, in order of time: the clock walks, parties come, pay, leave.
  type Deed = { at: number; order: number; run: () => Promise<void> }
  const deeds: Deed[] = made.flatMap((one): Deed[] => {
    const { party } = one
    if (party.from > nowMinutes || party.late) return []
    const list: Deed[] = [{ at: party.from, order: 2, run: () => come(desk, one) }]
    if (party.settled !== undefined) list.push({ at: party.settled, order: 1, run: () => step(desk, one, 'settle') })
    if (party.left !== undefined) {
      list.push({ at: party.left, order: 0, run: () => step(desk, one, 'leave') })
      if (party.left <= nowMinutes - 30)
        list.push({
          at: party.left + 5,
          order: 1,
          run: async () => void (await desk.send('POST', `/rooms/${party.roomNo}/cleaned`, {})),
        })
    }
    return list
  })
  deeds.push({
    at: 17 * 60 + 10,
    order: 3,
    run: () => block(supervisor, '220', 'repair', 17 * 60 + 10, 30 * 60, '空调漏水 · 已报修'),
  })
  if (promised)
    deeds.push({
      at: 17 * 60 + 15,
      order: 3,
      run: async () => void (await desk.send('POST', `/bookings/${promised}/arrive`, {})),
    })
  deeds.sort((a, b) => a.at - b.at || a.order - b.order)
  let clock = 0
  for (const deed of deeds) {
    if (deed.at > clock) {
      clock = deed.at
      await admin.send('PUT', '/training/clock', { now: instantOf(clock) })
    }
    await deed.run()
  }
  await admin.send('PUT', '/training/clock', { now: instantOf(nowMinutes) })
  await desk.send('POST', '/waitlist', { party: 4, typeCode: 'S', name: '罗先生', phone: '13700020001' })
  await desk.send('POST', '/waitlist', { party: 7, typeCode: 'M', name: '贺女士', phone: '13700020002' })
  await holdRooms(url)
  return {
    bookings: made.filter((one) => one.code).length,
    stays: made.filter((one) => one.stayId).length,
    refused,
  }
}

/** The soft holds of two colleagues on the line; they last 90 s, so pictures are taken right after. */
export async function holdRooms(url: string): Promise<void> {
  const colleagues = [
    { staffNo: '1002', roomNo: '219', start: 20 * 60 + 15, minutes: 180 },
    { staffNo: '1001', roomNo: '311', start: 19 * 60, minutes: 180 },
  ]
  for (const { staffNo, roomNo, start, minutes } of colleagues) {
    const desk = await openDesk(url, staffNo)
    await desk.send('POST', '/holds', { roomNo, start: instantOf(start), minutes })
  }
}

function book(desk: DeskApi, party: Party, phone: string): Promise<{ code: string } | undefined> {
  return desk.send<{ code: string }>('POST', '/bookings', {
    request: {
      party: party.people,
      start: instantOf(party.from),
      minutes: party.to - party.from,
      roomNo: party.roomNo,
    },
    customer: { name: party.name, phone },
    ...(/^[67]/.test(party.roomNo) ? { deposit: 500_000 } : {}),
    headCount: party.people,
  })
}

async function come(desk: DeskApi, one: Made): Promise<void> {
  const { party } = one
  const stay = one.code
    ? await desk.send<{ id: string }>('POST', `/bookings/${one.code}/arrive`, {})
    : await desk.send<{ id: string }>('POST', '/stays', {
        party: party.people,
        minutes: party.to - party.from,
        roomNo: party.roomNo,
        name: party.name,
      })
  one.stayId = stay?.id
}

async function step(desk: DeskApi, one: Made, what: 'settle' | 'leave'): Promise<void> {
  if (one.stayId) await desk.send('POST', `/stays/${one.stayId}/${what}`, {})
}

async function block(
  desk: DeskApi,
  roomNo: string,
  kind: string,
  from: number,
  to: number,
  reason: string,
): Promise<void> {
  await desk.send('POST', '/blocks', { roomNo, kind, start: instantOf(from), end: instantOf(to), reason })
}

/** A party of nine takes a room of the middle type because no large one is free, and is promised a move (flow 11). */
async function promiseOf(desk: DeskApi): Promise<string> {
  const request = { party: 9, start: instantOf(17 * 60 + 15), minutes: 210 }
  let code = ''
  const stopgaps: string[] = []
  const take = async (wish: object, phone: string) => {
    const stopgap = await desk.send<{ code: string }>('POST', '/bookings', {
      request: { ...request, ...wish },
      customer: { name: '临时', phone },
    })
    if (stopgap) stopgaps.push(stopgap.code)
  }
  await take({ party: 6, roomNo: '311' }, '13700031999')
  for (let i = 0; i < 12; i += 1) {
    const decision = await desk.send<{ outcome: string; offers: { offerId: string; kind: string }[] }>(
      'POST',
      '/decisions',
      request,
    )
    const offer = decision?.offers.find((one) => one.kind === 'smallerType')
    if (offer) {
      const booking = await desk.send<{ code: string }>('POST', '/bookings', {
        request,
        offerId: offer.offerId,
        customer: { name: '方女士', phone: '13700010009' },
        headCount: 9,
        transferConsent: true,
      })
      code = booking?.code ?? ''
      break
    }
    if (decision?.outcome !== 'available') break
    await take({ typeCode: 'L' }, `1370003${String(1000 + i)}`)
  }
  for (const stopgap of stopgaps) await desk.send('POST', `/bookings/${stopgap}/cancel`, { reason: 'other' })
  return code
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { url: { type: 'string' } } })
  if (!values.url) throw new Error('--url http://127.0.0.1:PORT of a practice desk')
  console.log(await fillEvening(values.url))
}
