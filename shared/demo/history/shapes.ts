import shapes from './shapes.json' with { type: 'json' }

/**
 * What real data say about such evenings, in one small table (shapes.json). Two sources:
 *
 * - counts over 36,259 table reservations of about 300 restaurants in Japan, January to May 2017: weekdays, hours, how
 *   long before people ask, party sizes;
 * - 14,923 bookings of two hotels in Portugal: Nuno Antonio, Ana de Almeida, Luis Nunes, "Hotel booking demand
 *   datasets", Data in Brief 22 (2019) 41–49, doi 10.1016/j.dib.2018.11.126, CC BY 4.0: season, cancellations and when
 *   they come, no-shows, waiting, types asked for, special requests, lengths.
 *
 * `tests/shapes/main.ts` makes the table again out of the files; how a table for two becomes a room for four is said
 * there, line by line, and in docs/history.md.
 */
export interface Shapes {
  /** Reservations a day by ISO weekday, Monday first; their mean is one. */
  readonly weekday: readonly number[]
  /** Share of the day's starts in each hour from 12 to 29 (05:00 of the next morning), by ISO weekday. */
  readonly startHours: readonly (readonly number[])[]
  /** From, to (hours between asking and coming), share. */
  readonly leadHours: readonly (readonly [number, number, number])[]
  /** Guests, how often. */
  readonly partySize: readonly (readonly [number, number])[]
  /** By calendar month, January first; their mean is one. */
  readonly season: readonly number[]
  /** Shares of callers: companies, online, of the house, who name a room, who insist, who would wait for a later day. */
  readonly groups: number
  readonly online: number
  readonly house: number
  readonly specifies: number
  readonly insists: number
  readonly waits: number
  /** Share of those that came who got another type than the one they had booked. */
  readonly moved: number
  /** Type asked for, share; an empty code is no wish. */
  readonly typeAsked: readonly (readonly [string, number])[]
  /** Length in minutes, share. */
  readonly minutes: readonly (readonly [number, number])[]
  /** Hours between asking and coming up to which, share called off. */
  readonly cancelByLead: readonly (readonly [number, number])[]
  /** Share of that time after which it is called off: eleven quantiles. */
  readonly cancelTiming: readonly number[]
  /** Of those that did not call off, share that never came. */
  readonly noShow: number
}

export const demandShapes = shapes as unknown as Shapes
