import type { VenueView } from '#renderer/api/venue.ts'
import type { Language } from '#renderer/ui/i18n/language.ts'
import { minutesBetween } from '#renderer/ui/time-words.ts'
import type { DecisionView, OfferView } from '#shared/contract/decision.ts'
import type { Placeholder } from '#shared/domain/flows/flow.ts'
import {
  openingDayOf,
  sayClock,
  sayDay,
  sayDifference,
  sayEnd,
  sayLength,
  sayMoment,
  sayMoney,
  sayPeople,
} from '#shared/domain/flows/spoken.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { typeName } from './answer-words.ts'
import type { Draft, ReadDraft } from './draft.ts'
import type { Saved } from './use-save.ts'

interface ScriptFacts {
  readonly venue: VenueView
  readonly language: Language
  readonly now: number
  readonly staff: string
  readonly draft: Draft
  readonly read: ReadDraft
  readonly decision?: DecisionView
  /** The offer spoken of: the one taken, else the first of the fitting kind. */
  readonly offer?: OfferView
  readonly saved?: Saved
  readonly why: string
}

type Values = Partial<Record<Placeholder, string>>

const lastFour = (phone: string): string | undefined => /(\d{4})\D*$/.exec(phone)?.[1]

/** The words a script leaves open, filled from what is typed, answered and saved; spoken, not written. */
export function scriptValues(facts: ScriptFacts): Values {
  const { venue, language, now, draft, read, decision, offer, saved } = facts
  const talk = { timeZone: venue.timeZone, dayStart: venue.policy.dayStart, now, language }
  const start = saved ? Date.parse(saved.start) : decision ? Date.parse(decision.start) : read.start
  const end = saved ? Date.parse(saved.end) : decision ? Date.parse(decision.end) : undefined
  const chosen = offer && !saved ? offer : undefined
  const typeCode = saved?.requestedTypeCode ?? decision?.typeCode ?? read.typeCode
  const party = saved?.party ?? read.party
  const room = saved?.roomNo ?? decision?.roomNo ?? read.roomNo
  const holdUntil = saved?.holdUntil ?? decision?.holdUntil
  const deposit = offer?.deposit ?? decision?.deposit
  const maxSeats = venue.types.find((type) => type.code === (offer?.typeCode ?? typeCode))?.maxSeats
  const name = saved?.customer.name ?? draft.name.trim()
  const tail = lastFour(draft.phone) ?? (saved ? lastFour(saved.customer.phone) : undefined)
  const cancelFree = start === undefined ? undefined : start - venue.policy.cancelFreeMinutes * 60_000
  const known: Values = {
    venue: venue.name,
    staff: facts.staff,
    name: name === '' ? undefined : name,
    when: start === undefined ? undefined : sayMoment(start, talk),
    end: start === undefined || end === undefined ? undefined : sayEnd(start, end, talk),
    length: start === undefined || end === undefined ? undefined : sayLength(minutesBetween(start, end), language),
    party: party === undefined ? undefined : sayPeople(party, language),
    type: typeCode === undefined ? undefined : typeName(venue, typeCode),
    room,
    total: saved?.quote
      ? sayMoney(saved.quote.total, language)
      : decision
        ? sayMoney(decision.quote.total, language)
        : undefined,
    until: holdUntil ? sayClock(Date.parse(holdUntil), talk) : undefined,
    deposit: deposit === undefined ? undefined : sayMoney(deposit, language),
    wait: waitOf(decision, offer, language),
    why: facts.why.replace(/[。.]\s*$/, ''),
    maxSeats: maxSeats === undefined ? undefined : String(maxSeats),
    // The hyphen must not break a code over two lines.
    code: saved?.code.replace('-', '\u2011'),
    tail,
    openDay:
      start === undefined
        ? undefined
        : sayDay(openingDayOf(businessDateOf(start, talk), venue.policy.bookingWindowDays), talk),
    freeUntil: cancelFree === undefined ? undefined : sayMoment(cancelFree, talk),
    extendUntil: decision?.extendableUntil ? sayClock(Date.parse(decision.extendableUntil), talk) : undefined,
    rightSize: sayLength(venue.policy.rightSizeMinutes, language),
    number: saved?.waitlist?.number,
  }
  if (!chosen || !decision) return known
  const chosenStart = Date.parse(chosen.start)
  return {
    ...known,
    offer: `${typeName(venue, chosen.typeCode)}${language === 'en' ? ', ' : '，'}${sayMoment(chosenStart, talk)}`,
    offerType: typeName(venue, chosen.typeCode),
    offerTotal: sayMoney(chosen.quote.total, language),
    difference: sayDifference(chosen.priceDifference, language),
  }
}

function waitOf(
  decision: DecisionView | undefined,
  offer: OfferView | undefined,
  language: Language,
): string | undefined {
  const waits = [offer, ...(decision?.offers ?? [])].find((other) => other?.quotedMinutes !== undefined)
  return waits?.quotedMinutes === undefined ? undefined : sayLength(waits.quotedMinutes, language)
}
