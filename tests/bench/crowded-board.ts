import { demoPolicy, demoVenue } from '#shared/demo/demo-venue.ts'
import type { Hub } from '#tests/e2e/hub.ts'
import { largeVenue } from './venues.ts'

const minutesApart = 70
const perRoom = 20

/** The day that is full, and the day before it, on which the practice clock stands. */
export const crowdedDate = '2026-03-07'
export const crowdedNow = '2026-03-06T15:00:00+08:00'

/**
 * 150 rooms and 3,000 bookings on one business day, over the public API: open around the clock, an hour each, with
 * ten minutes of cleaning between them. More than any venue has, on purpose.
 */
export async function crowdBoard(hub: Hub): Promise<number> {
  await hub.call('PUT', '/venue/rooms', { rooms: largeVenue.rooms }, '9001')
  await hub.call(
    'PUT',
    '/venue/types',
    { types: demoVenue.types.map((type) => ({ ...type, cleaningMinutes: 10 })) },
    '9001',
  )
  await hub.call(
    'POST',
    '/venue/policies',
    {
      effectiveFrom: crowdedDate,
      policy: {
        ...demoPolicy,
        opening: { open: 480, close: 1920 },
        openingByWeekday: {},
        openingByDate: {},
        slotMinutes: 5,
        session: { min: 60, default: 60, max: 360 },
        walkInReserve: { ...demoPolicy.walkInReserve, percentByType: {} },
        specifiedRoom: { laterDays: 'everyone', onPeakDates: true },
        deposit: { ...demoPolicy.deposit, types: [], onPeakDates: false },
      },
    },
    '9001',
  )
  const opening = Date.parse(`${crowdedDate}T08:00:00+08:00`)
  let made = 0
  for (const [index, room] of largeVenue.rooms.entries()) {
    for (let i = 0; i < perRoom; i += 1) {
      await hub.call('POST', '/bookings', {
        request: {
          party: 2,
          start: new Date(opening + i * minutesApart * 60_000).toISOString(),
          minutes: 60,
          roomNo: room.roomNo,
        },
        customer: { name: `${'赵钱孙李周吴郑王'[(index + i) % 8]}女士`, phone: `1380000${String(1000 + index)}` },
      })
      made += 1
    }
  }
  return made
}
