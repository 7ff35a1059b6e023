import type { BoardView, BookingView } from './views.ts'
import type { World } from './world.ts'

/** Claims of one room that overlap on a board: booking, use, cleaning and block alike. */
export function overlapsOnBoard(board: BoardView): string[] {
  const found: string[] = []
  for (const room of board.rooms) {
    const claims = room.claims
      .map((claim) => ({ ...claim, from: Date.parse(claim.start), to: Date.parse(claim.end) }))
      .filter((claim) => claim.to > claim.from)
      .sort((a, b) => a.from - b.from || a.to - b.to)
    let reach = Number.NEGATIVE_INFINITY
    let holder = ''
    for (const claim of claims) {
      const name = `${claim.kind} ${claim.bookingCode ?? claim.stayId ?? ''} ${claim.start}–${claim.end}`
      if (claim.from < reach) found.push(`room ${room.roomNo}: ${holder} and ${name}`)
      if (claim.to > reach) {
        reach = claim.to
        holder = name
      }
    }
  }
  return found
}

/** Confirmed bookings of a day that share a room and a minute, computed from the bookings alone. */
export function overlapsOfBookings(bookings: readonly BookingView[]): string[] {
  const spans = bookings
    .filter((booking) => booking.status === 'confirmed')
    .flatMap((booking) =>
      booking.roomNos.map((roomNo) => ({
        roomNo,
        code: booking.code,
        from: Date.parse(booking.start),
        to: Date.parse(booking.end),
      })),
    )
  const found: string[] = []
  for (const [roomNo, list] of Map.groupBy(spans, (span) => span.roomNo)) {
    const sorted = list.sort((a, b) => a.from - b.from)
    for (const [i, span] of sorted.entries()) {
      const before = sorted[i - 1]
      if (before && before.to > span.from) found.push(`room ${roomNo}: bookings ${before.code} and ${span.code}`)
    }
  }
  return found
}

/** Every booking of a business date, page by page. */
export async function bookingsOn(world: World, date: string): Promise<BookingView[]> {
  const items: BookingView[] = []
  let cursor = ''
  do {
    const path = `/bookings?date=${date}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
    const { body } = await world.api.call<{ items?: BookingView[]; next?: string }>('GET', path)
    items.push(...(body.items ?? []))
    cursor = body.next ?? ''
  } while (cursor)
  return items
}

/** Looks at a day's board, and at its bookings beside it. */
export async function lookAtDay(world: World, date: string, bookingsToo: boolean): Promise<void> {
  const { body, status } = await world.api.call<BoardView>('GET', `/board?date=${date}`)
  if (status !== 200) return
  world.tally.boardsLookedAt += 1
  const found = overlapsOnBoard(body)
  if (bookingsToo) found.push(...overlapsOfBookings(await bookingsOn(world, date)))
  for (const overlap of found) {
    const said = `${world.iso(world.now)} ${overlap}`
    if (world.tally.overlaps.length < 1000) world.tally.overlaps.push(said)
  }
}
