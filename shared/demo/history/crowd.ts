import { type BusinessDate, daysBetween } from '#shared/domain/time/business-day.ts'
import type { VipTier } from '#shared/domain/venue/policy.ts'
import { type Draw, seedOfNumbers } from './draw.ts'

/** People who come about once a month; in their place somebody else after two to four years. */
const regularPlaces = 420
const regularGenerations = 40
const placesTaken = regularPlaces * regularGenerations
/** Guests nobody has seen before, a day: in ten years some eighty thousand. */
const newADay = 24
/** Half of those who come now and then came first within so many days. */
const staysDays = 150
const epoch = '2000-01-01'
const [placeSeed, tierSeed, roomSeed] = [1, 2, 3]

/** Who may come on a date. Guests are numbers (guests.ts); the same date always has the same people to draw from. */
export interface Crowd {
  /** A caller who leaves his name: a regular, somebody who has been here before, or somebody new. */
  caller(draw: Draw): number
  /** Somebody with a card, from the street. */
  regular(draw: Draw): number
}

export function crowdOn(date: BusinessDate, seed: number): Crowd {
  const day = daysBetween(epoch, date)
  const newest = placesTaken + day * newADay
  const regular = (draw: Draw): number => {
    const place = draw.below(regularPlaces)
    const years = 2 + (seedOfNumbers(placeSeed, seed, place) % 25) / 12
    const generation = Math.floor(day / (years * 365.25))
    return place + regularPlaces * (generation % regularGenerations)
  }
  return {
    regular,
    caller(draw) {
      const kind = draw.next()
      if (kind < 0.3) return regular(draw)
      if (kind < 0.58) return newest + draw.below(newADay)
      const share = draw.next()
      return newest - Math.floor((staysDays * newADay * share) / (1.1 - share))
    },
  }
}

/** The card a guest has, if any: half of the regulars, hardly anybody else. */
export function tierOf(guest: number, seed: number): VipTier | undefined {
  const draw = seedOfNumbers(tierSeed, seed, guest) / 2 ** 32
  if (guest < placesTaken) return draw < 0.14 ? 'gold' : draw < 0.5 ? 'silver' : undefined
  return draw < 0.002 ? 'gold' : draw < 0.012 ? 'silver' : undefined
}

/** The place, among so many, of the room a guest likes best. */
export const favouriteOf = (guest: number, rooms: number): number => seedOfNumbers(roomSeed, rooms, guest) % rooms
