import { typedMoney } from '#renderer/ui/money-words.ts'
import type { DecisionView, OfferView } from '#shared/contract/decision.ts'
import type { Answers, Approval } from './desk-state.ts'

export type Need = DecisionView['needs'][number]

/** What has to be known before the chosen room can be saved, and how much the deposit is. */
export interface Terms {
  readonly needs: readonly Need[]
  readonly deposit?: number
}

/** A place on the waiting list, as standby or in advance: no room yet. */
export const placeInLine = (offer: OfferView): boolean => ['waitlist', 'standby', 'advance'].includes(offer.kind)

const asked: readonly Need[] = ['deposit', 'headCount', 'transferConsent', 'supervisor']

/** The terms of the offer taken, else of the answer. A place in line asks for nothing. */
export function termsOf(decision: DecisionView, taken: OfferView | undefined): Terms {
  if (taken && placeInLine(taken)) return { needs: [] }
  const { needs, deposit } = taken ?? decision
  return { needs, ...(deposit === undefined ? {} : { deposit }) }
}

/** The needs still open, in the order the desk asks for them. */
export function openNeeds(terms: Terms, answers: Answers, approval: Approval | undefined): Need[] {
  return asked.filter((need) => {
    if (!terms.needs.includes(need)) return false
    if (need === 'deposit') return (typedMoney(answers.deposit ?? '') ?? -1) < (terms.deposit ?? 0)
    if (need === 'transferConsent') return answers.transferConsent === undefined
    if (need === 'headCount') return !/^[1-9]\d{0,2}$/.test(answers.headCount ?? '')
    return !approval || approval.staffNo === '' || approval.pin === '' || approval.reason === ''
  })
}
