import { proposalAfter } from '#shared/domain/feedback/proposal.ts'
import { commentItems, lowItems, type Scores, saysSomething } from '#shared/domain/feedback/scores.ts'
import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'
import { complaints, general, passedOn, praise, putAside, waited } from './comment-words.ts'
import { createDraw, type Draw, seedOf, type Weighted, weighted } from './draw.ts'
import { type DemoGuest, madeUpPhone } from './guests.ts'
import type { HistoryDay, HistoryParty, HistoryStay } from './history-day.ts'

/** A comment card a party left behind (流程22). Minutes since the business day began. */
export interface HistoryComment {
  /** Number of the party that wrote it. */
  readonly party: number
  readonly scores: Scores
  readonly words: string | null
  readonly contact: string | null
  readonly phone: string | null
  /** The desk enters the cards of an evening the next morning. */
  readonly enteredAt: number
  /** The complaint it proposes, if any, and what became of that. */
  readonly proposal: 'open' | 'accepted' | 'dismissed' | null
  readonly decided?: { readonly at: number; readonly note: string }
}

const day = 1440
/** Parties that leave a card: of all, and more of those who had something to complain of. */
const leavesOne = { usual: 0.082, waited: 0.03, moved: 0.05 }
/** Entries a room from which on an evening was packed. */
const packed = 2.8
/** Minutes after the booked start from which on it was a late one. */
const late = 10
/** How 1 to 5 are given, from contentment to none: cards are kind, as everywhere. */
const moods: readonly Weighted<number>[] = [
  [1, 2, 8, 36, 53],
  [3, 7, 18, 40, 32],
  [9, 17, 27, 31, 16],
  [24, 27, 24, 17, 8],
].map((shares) => weighted(shares.map((share, at) => [at + 1, share] as const)))
const blank = { service: 0.04, food: 0.13, sound: 0.06, environment: 0.07, price: 0.15 }
const shares = { grumbles: 0.05, dear: 0.4, writes: 0.3, named: 0.35, called: 0.6 }

interface Context {
  readonly seed: number
  readonly until: BusinessDate
  /** Rooms of the house. */
  readonly rooms: number
  readonly guest: (number: number) => DemoGuest
}

/**
 * The comment cards of a day; none for the last one, whose cards are still to be entered. Scores are lower after a wait,
 * a late start, a move for a fault, and on a packed evening.
 */
export function commentsOn(of: HistoryDay, context: Context): HistoryComment[] {
  if (addDays(of.date, 1) >= context.until) return []
  const draw = createDraw(seedOf('comment', context.seed, of.date))
  const entries = of.parties.filter((party) => party.stay !== undefined).length
  const isPacked = entries > packed * context.rooms
  return of.parties.flatMap((party) => {
    const { stay } = party
    if (!stay) return []
    const why = grievancesOf(party, stay, isPacked)
    const share = leavesOne.usual + (why.waited ? leavesOne.waited : 0) + (why.moved ? leavesOne.moved : 0)
    return draw.chance(share) ? cardOf(of, party, why, draw, context) : []
  })
}

interface Grievances {
  readonly waited: boolean
  readonly late: boolean
  readonly moved: boolean
  readonly packed: boolean
}

const grievancesOf = ({ wait, booking }: HistoryParty, stay: HistoryStay, isPacked: boolean): Grievances => ({
  waited: wait !== undefined && stay.openedAt - wait.since > late,
  late: !wait && booking !== undefined && stay.openedAt - booking.start >= late,
  moved: stay.segments.some((segment) => segment.reason === 'fault'),
  packed: isPacked,
})

function cardOf(of: HistoryDay, party: HistoryParty, why: Grievances, draw: Draw, context: Context): HistoryComment[] {
  const scores = scoresOf(why, draw)
  const words = draw.chance(shares.writes) ? wordsOf(scores, why, draw) : null
  if (!saysSomething(scores, words)) return []
  const who = draw.chance(shares.named) ? writerOf(party, draw, context) : { contact: null, phone: null }
  const enteredAt = of.length + 120 + draw.below(180)
  const proposed = proposalAfter(null, { scores, phone: who.phone })
  const days = draw.pick([1, 1, 1, 2, 2, 3])
  const at = enteredAt + days * day + draw.below(360)
  const card = { party: party.number, scores, words, ...who, enteredAt }
  if (proposed === null) return [{ ...card, proposal: null }]
  const accepted = draw.chance(0.62)
  const note = draw.pick(accepted ? passedOn : putAside)
  if (addDays(of.date, Math.floor(at / day)) >= context.until) return [{ ...card, proposal: 'open' }]
  return [{ ...card, proposal: accepted ? 'accepted' : 'dismissed', decided: { at, note } }]
}

function scoresOf(why: Grievances, draw: Draw): Scores {
  const base = draw.chance(shares.grumbles) ? 2 : why.late ? 1 : 0
  const worse = {
    service: Number(why.waited) + Number(why.packed),
    food: 0,
    sound: why.moved ? 2 : 0,
    environment: Number(why.packed) + Number(why.waited),
    price: Number(draw.chance(shares.dear)),
  }
  return Object.fromEntries(
    commentItems.map((item) => {
      const mood = moods[Math.min(moods.length - 1, base + worse[item])]
      const score = mood?.draw(draw) ?? 5
      return [item, draw.chance(blank[item]) ? null : score]
    }),
  ) as unknown as Scores
}

function wordsOf(scores: Scores, why: Grievances, draw: Draw): string {
  const low = lowItems(scores)
  const liked = commentItems.filter((item) => scores[item] === 5)
  const said: string[] = []
  if (low.length > 0) said.push(draw.pick(complaints[draw.pick(low)]))
  if (why.waited && draw.chance(0.5)) said.push(draw.pick(waited))
  if (liked.length > 0 && draw.chance(low.length > 0 ? 0.25 : 0.7)) said.push(draw.pick(praise[draw.pick(liked)]))
  if (said.length === 0 || (low.length === 0 && !why.waited && draw.chance(0.2))) said.push(draw.pick(general))
  return said.join('，')
}

function writerOf(party: HistoryParty, draw: Draw, { guest }: Context) {
  const known = party.guest === undefined ? undefined : guest(party.guest)
  const phone = draw.chance(shares.called) ? (known?.phone ?? madeUpPhone(draw)) : null
  if (!known) return { contact: draw.pick(['王先生', '李女士', '张女士', '陈先生', '周小姐', '黄先生']), phone }
  const contact = known.title && draw.chance(0.5) ? `${known.name.slice(0, 1)}${known.title}` : known.name
  return { contact, phone }
}
