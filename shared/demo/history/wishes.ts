import type { VipTier } from '#shared/domain/venue/policy.ts'
import { crowdOn, favouriteOf, tierOf } from './crowd.ts'
import type { Demand } from './demand.ts'
import { type Draw, weighted } from './draw.ts'
import { type House, type HouseType, rightTypeIn } from './house.ts'
import { demandShapes } from './shapes.ts'

/** How a party takes what it is told, and what it does once it is in. */
export interface Character {
  /** Highest cost of an offer that is still taken, in the points of booking.md §3. */
  readonly patience: number
  /** Would move to the right size later. */
  readonly wouldMove: boolean
  /** Would wait for a room. */
  readonly waits: boolean
  /** Minutes past the planned end at which it goes; negative is before. */
  readonly stays: number
  /** Asks for so many minutes more. */
  readonly wantsMore: number
  /** Asks for another room after a while. */
  readonly moves: 'wish' | 'fault' | undefined
  /** Somebody reports the room clean before its time. */
  readonly swept: boolean
}

interface Wish {
  readonly party: number
  /** Right type, or the one asked for. */
  readonly type: HouseType
  readonly minutes: number
  readonly character: Character
}

/** A wish by telephone or online. Minutes of the day, negative before it. */
export interface Call extends Wish {
  readonly askedAt: number
  readonly start: number
  readonly guest: number
  readonly tier: VipTier | undefined
  readonly online: boolean
  readonly internal: boolean
  /** The room it names. */
  readonly roomNo: string | undefined
  readonly insists: boolean
  /** Asked for earlier than the desk may confirm: a supervisor did, or it was asked again when the window opened. */
  readonly beyond: 'approved' | 'wished' | undefined
  readonly fate: 'comes' | 'cancels' | 'noShow'
  readonly cancelsAt: number
  readonly cancelReason: 'guest' | 'duplicate' | 'weather' | 'other'
  /** Minutes after the booked start (before, when negative). */
  readonly delay: number
  /** Comes so long after its room was released. */
  readonly lateBy: number | undefined
}

/** A party from the street. */
export interface Walker extends Wish {
  readonly at: number
  readonly guest: number | undefined
  readonly tier: VipTier | undefined
}

const firstHour = 12
/** A room for an evening is stayed away from more lightly than a hotel's. */
const moreNoShows = 0.03
const share = { street: 0.36, largeByWish: 0.35, regularFromStreet: 0.14, lateAfterRelease: 0.3 }

const hours = demandShapes.startHours.map((shares) =>
  weighted(shares.map((part, at) => [firstHour + at, part + 1e-6] as const)),
)
const leads = weighted(demandShapes.leadHours.map(([from, to, part]) => [[from, to] as const, part] as const))
const sizes = weighted(demandShapes.partySize)
const companySizes = weighted(demandShapes.partySize.filter(([size]) => size >= 5))
const lengths = weighted(demandShapes.minutes)
const typesAsked = weighted(demandShapes.typeAsked)
const quarters = weighted([
  [0, 50],
  [30, 30],
  [15, 10],
  [45, 10],
])
/** Later from the street, up to four hours. */
const laterFromStreet = weighted([
  [0, 15],
  [1, 35],
  [2, 30],
  [3, 12],
  [4, 8],
])
const walkLengths = weighted([
  [60, 6],
  [90, 10],
  [120, 34],
  [180, 36],
  [240, 14],
])
const patiences = [0, 20, 30, 45, 60, 90, 120, 180, 240]
const day = 1440

/** Everybody who wants a room on a day: who calls, in order of calling, and who comes by, in order of coming. */
export function wishesOf(house: House, demand: Demand, seed: number, draw: Draw) {
  const crowd = crowdOn(house.date, seed)
  const seen = new Set<number>()
  const once = (pick: () => number): number => {
    for (let tries = 0; ; tries += 1) {
      const guest = pick()
      if (!seen.has(guest) || tries > 20) {
        seen.add(guest)
        return guest
      }
    }
  }
  const calls: Call[] = []
  const walkers: Walker[] = []
  for (let i = 0; i < demand.wishes; i += 1) {
    if (draw.chance(share.street)) {
      const walker = walkerOf(house, demand, draw, () => once(() => crowd.regular(draw)), seed)
      if (walker) walkers.push(walker)
    } else {
      const call = callOf(
        house,
        demand,
        draw,
        once(() => crowd.caller(draw)),
        seed,
      )
      if (call) calls.push(call)
    }
  }
  return {
    calls: calls.sort((a, b) => a.askedAt - b.askedAt),
    walkers: walkers.sort((a, b) => a.at - b.at),
  }
}

function hourOf(demand: Demand, draw: Draw): number {
  // Afternoons are cheap: some come then instead, more of them when there is no school.
  if (draw.chance(demand.noSchool ? 0.2 : 0.08)) return 13 + draw.below(5)
  return hours[demand.likeWeekday - 1]?.draw(draw) ?? 19
}

function sizeOf(draw: Draw): number {
  return draw.chance(demandShapes.groups) ? companySizes.draw(draw) : sizes.draw(draw)
}

// A wish for a type larger than the party needs is one for comfort; not everybody who might has it.
function typeWanted(house: House, party: number, draw: Draw): HouseType | undefined {
  const right = rightTypeIn(house, party)
  const code = typesAsked.draw(draw)
  const asked = code === '' ? undefined : house.types.find((type) => type.code === code)
  if (!right || !asked || asked.maxSeats < party) return right
  return party >= asked.minParty || draw.chance(share.largeByWish) ? asked : right
}

function characterOf(draw: Draw): Character {
  const mood = draw.next()
  const moves = draw.next()
  return {
    patience: draw.pick(patiences),
    wouldMove: draw.chance(0.7),
    waits: draw.chance(0.72),
    stays: mood < 0.72 ? -draw.below(18) : mood < 0.84 ? -20 - draw.below(45) : draw.below(16),
    wantsMore: draw.chance(0.11) ? draw.pick([30, 60, 60, 90]) : 0,
    moves: moves < demandShapes.moved * 0.1 ? 'wish' : moves < demandShapes.moved * 0.1 + 0.005 ? 'fault' : undefined,
    swept: draw.chance(0.4),
  }
}

function callOf(house: House, demand: Demand, draw: Draw, guest: number, seed: number): Call | undefined {
  const party = sizeOf(draw)
  const type = typeWanted(house, party, draw)
  if (!type) return undefined
  const { policy } = house.venue
  const start = hourOf(demand, draw) * 60 + quarters.draw(draw) - policy.dayStart
  const least = house.peak ? policy.peakSessionMin : policy.session.min
  const wished = Math.max(least, Math.min(policy.session.max, lengths.draw(draw)))
  const minutes = Math.min(wished, house.close - start)
  if (start < house.open || minutes < policy.shortSessionMin) return undefined
  const tier = tierOf(guest, seed)
  const [from, to] = leads.draw(draw)
  const lead = Math.round((from + (to - from) * draw.next()) * 60)
  const asked = Math.min(start, awake(start - lead, policy.dayStart, draw))
  const window = -policy.bookingWindowDays * day
  const beyond = asked < window ? (tier !== undefined || draw.chance(0.05) ? 'approved' : 'wished') : undefined
  const askedAt = beyond === 'wished' ? window + 120 + draw.below(240) : asked
  const names = draw.chance(tier === undefined ? demandShapes.specifies : 2.5 * demandShapes.specifies)
  const cancels = draw.chance(cancelShare(start - askedAt) * (demand.storm ? 1.8 : 1))
  const noShow = draw.chance(demandShapes.noShow + moreNoShows)
  const rooms = type.rooms
  return {
    party,
    type,
    minutes,
    character: characterOf(draw),
    askedAt,
    start,
    guest,
    tier,
    online: draw.chance(demandShapes.online),
    internal: draw.chance(2 * demandShapes.house),
    roomNo: names ? rooms[favouriteOf(guest, rooms.length)] : undefined,
    insists: draw.chance(demandShapes.insists),
    beyond,
    fate: cancels ? 'cancels' : noShow ? 'noShow' : 'comes',
    cancelsAt: cancelTime(askedAt, start, draw),
    cancelReason:
      demand.storm && draw.chance(0.5)
        ? 'weather'
        : draw.pick(['guest', 'guest', 'guest', 'guest', 'duplicate', 'other']),
    delay: draw.chance(0.25) ? -1 - draw.below(10) : draw.below(14),
    lateBy: draw.chance(share.lateAfterRelease) ? 4 + draw.below(26) : undefined,
  }
}

// Nobody telephones between three and ten in the morning: those calls come when the desk is there again.
function awake(askedAt: number, dayStart: number, draw: Draw): number {
  const clock = (((askedAt + dayStart) % day) + day) % day
  return clock < 180 || clock >= 600 ? askedAt : askedAt + (600 - clock) + draw.below(60)
}

function cancelShare(lead: number): number {
  for (const [hours, part] of demandShapes.cancelByLead) if (lead <= hours * 60) return part
  return demandShapes.cancelByLead.at(-1)?.[1] ?? 0
}

function cancelTime(askedAt: number, start: number, draw: Draw): number {
  const at = draw.next() * 10
  const below = demandShapes.cancelTiming[Math.floor(at)] ?? 0
  const above = demandShapes.cancelTiming[Math.floor(at) + 1] ?? 1
  const passed = below + (above - below) * (at - Math.floor(at))
  return Math.min(start - 1, Math.max(askedAt + 1, Math.round(askedAt + passed * (start - askedAt))))
}

function walkerOf(house: House, demand: Demand, draw: Draw, regular: () => number, seed: number): Walker | undefined {
  const party = draw.chance(0.12) ? companySizes.draw(draw) : sizes.draw(draw)
  const type = typeWanted(house, party, draw)
  const at = (hourOf(demand, draw) + laterFromStreet.draw(draw)) * 60 + draw.below(60) - house.venue.policy.dayStart
  if (!type || at < house.open || at + house.venue.policy.walkInMinMinutes > house.close) return undefined
  const guest = draw.chance(share.regularFromStreet) ? regular() : undefined
  return {
    party,
    type,
    minutes: walkLengths.draw(draw),
    character: characterOf(draw),
    at,
    guest,
    tier: guest === undefined ? undefined : tierOf(guest, seed),
  }
}
