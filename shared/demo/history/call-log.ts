import type { CallKind } from '#shared/domain/calls/call.ts'
import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'
import { createDraw, type Draw, seedOf, weighted } from './draw.ts'
import { madeUpPhone } from './guests.ts'
import type { HistoryDay, HistoryParty } from './history-day.ts'

/** A call that came in (calls.md §1). Seconds since the business day began; negative is before it. */
export interface HistoryCall {
  readonly at: number
  readonly state: 'ended' | 'missed' | 'busy'
  /** Seconds it rang: until it was answered, or the caller gave up. */
  readonly rang: number
  readonly talked: number
  readonly kind: CallKind | null
  readonly flow: string | null
  readonly outcome: string
  /** The party it was about. */
  readonly party: HistoryParty | undefined
  /** Somebody without a file; null where the number was withheld. */
  readonly phone: string | null
  /** Which of the desk answered. */
  readonly desk: number
}

const hour = 3_600
const daySeconds = 24 * hour
/** Seconds to the answer: most within two rings. */
const answers = weighted([
  [2, 9],
  [3, 18],
  [4, 22],
  [5, 17],
  [6, 10],
  [8, 10],
  [11, 7],
  [15, 4],
  [21, 2],
  [30, 1],
])
const busyAfter = { from: 10 * hour, to: 14 * hour }
/** Minutes of the business day in which somebody is at the telephone. */
const manned = { from: 125, to: 1_140 }
/** Share of the callers who meet nobody: of a calm hour, and of the busy ones. */
const unanswered = { calm: 0.035, busy: 0.09 }
/** Calls about something else, for each party of the day. */
const elsewise = 0.17
const otherCalls = weighted<readonly [CallKind, string | null, string]>([
  [['enquiry', null, '已答复'], 46],
  [['visitor', '14', '已转告'], 10],
  [['supervisor', '15', '已留言'], 6],
  [['staff', '16', '已留言'], 5],
  [['nuisance', '17', '已挂断'], 4],
  [['lostProperty', '18', '已登记'], 9],
  [['complaint', null, '已转主管'], 3],
  [['praise', null, '已记下'], 2],
  [['other', null, '已答复'], 15],
])
/** Hours of the business day in which such calls come, from 10:00 on. */
const otherHours = weighted([3, 4, 5, 4, 4, 5, 6, 8, 10, 12, 11, 9, 7, 5, 3, 2].map((share, at) => [at + 2, share]))
const share = { asksToMove: 0.04, cancelsByPhone: 0.9, withheld: 0.02, tooMuch: 0.6 }

/**
 * The calls of a day: one for each booking, cancellation and refusal by telephone that concern it, when it was made, and
 * those of the day about something else; some of them met nobody first. Calls from before `since` are not in the log.
 */
export function callsAbout(of: HistoryDay, { seed, since }: { seed: number; since: BusinessDate }): HistoryCall[] {
  const draw = createDraw(seedOf('calls', seed, of.date))
  const calls: HistoryCall[] = []
  const add = (call: Pick<HistoryCall, 'kind' | 'flow' | 'outcome' | 'party'>, minute: number) => {
    if (addDays(of.date, Math.floor(minute / 1440)) < since) return
    calls.push(...ringing(call, minute * 60, draw).filter((one) => addDays(of.date, dayOf(one)) >= since))
  }
  for (const party of of.parties) callsOf(party, draw, add)
  for (const { channel, flow, at } of of.refusals)
    if (channel === 'phone') add({ kind: 'enquiry', flow, outcome: '没有合适的房间', party: undefined }, at)
  const others = Math.floor(of.parties.length * elsewise + draw.next())
  for (let i = 0; i < others; i += 1) {
    const [kind, flow, outcome] = otherCalls.draw(draw)
    add({ kind, flow, outcome, party: undefined }, otherHours.draw(draw) * 60 + draw.below(60))
  }
  return calls
}

const dayOf = ({ at }: HistoryCall): number => Math.floor(at / daySeconds)

type Add = (call: Pick<HistoryCall, 'kind' | 'flow' | 'outcome' | 'party'>, minute: number) => void

function callsOf(party: HistoryParty, draw: Draw, add: Add): void {
  const { booking, flow } = party
  if (booking?.channel !== 'phone' || booking.internal) return
  const { wish, start, askedAt, cancelledAt, cancelReason } = booking
  if (wish) add({ kind: 'enquiry', flow, outcome: wish === 'waiting' ? '已登记候位' : '已留意向', party }, askedAt)
  else add({ kind: 'booking', flow, outcome: '已订', party }, askedAt)
  if (wish) return
  const isOff = cancelledAt !== undefined && cancelReason !== 'noRoom'
  if (isOff && isManned(cancelledAt) && draw.chance(share.cancelsByPhone))
    add({ kind: 'cancel', flow: null, outcome: '已注销', party }, cancelledAt)
  else if (!isOff && start - askedAt > 240 && draw.chance(share.asksToMove)) {
    const minute = askedAt + 60 + draw.below(start - askedAt - 120)
    if (isManned(minute)) add({ kind: 'change', flow: null, outcome: '仍按原定', party }, minute)
  }
}

/** Between three and ten in the morning nobody is there to answer; who calls off then does it online. */
const isManned = (minute: number): boolean => {
  const clock = ((minute % 1440) + 1440) % 1440
  return clock >= manned.from && clock < manned.to
}

/** A call as it was answered while `second` went by, and the one before it that nobody answered, if there was one. */
function ringing(
  call: Pick<HistoryCall, 'kind' | 'flow' | 'outcome' | 'party'>,
  second: number,
  draw: Draw,
): HistoryCall[] {
  const clock = ((second % daySeconds) + daySeconds) % daySeconds
  const isBusy = clock >= busyAfter.from && clock < busyAfter.to
  const rang = answers.draw(draw) + (isBusy ? draw.below(5) : 0)
  const talked = 35 + draw.below(call.kind === 'booking' ? 130 : 90)
  const own = call.party?.guest !== undefined
  const phone = own || draw.chance(share.withheld) ? null : madeUpPhone(draw)
  const desk = draw.below(2)
  const at = second - rang - Math.floor(talked * share.tooMuch)
  const answered: HistoryCall = { ...call, at, state: 'ended', rang, talked, phone, desk }
  if (!draw.chance(isBusy ? unanswered.busy : unanswered.calm)) return [answered]
  const again = draw.chance(0.7)
  const unmet: HistoryCall = {
    ...answered,
    kind: null,
    flow: null,
    // Who does not call again is somebody else: his wish is not known.
    ...(!again && { party: undefined, phone: madeUpPhone(draw) }),
    outcome: again ? '客人又打来' : draw.pick(['已回电', '已回电', '回电没有人接']),
    at: at - 90 - draw.below(400),
    state: draw.chance(0.25) ? 'busy' : 'missed',
    rang: 12 + draw.below(28),
    talked: 0,
  }
  return [unmet, answered]
}
