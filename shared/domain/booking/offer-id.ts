import { minute } from '../time/span.ts'
import { type OfferKind, offerKinds } from './decision.ts'

/** What an offer's id says: enough to judge the offer afresh on its own terms when it is taken. */
export interface OfferTerms {
  readonly kind: OfferKind
  readonly typeCode: string
  /** Rooms named when it was offered; none for the waiting list and its like. */
  readonly roomNos: readonly string[]
  readonly start: number
  readonly minutes: number
  /** True when the caller keeps to one very room. */
  readonly specified: boolean
}

/** Writes the terms of an offer as an id another program can keep and send back. */
export const offerIdOf = (terms: OfferTerms): string =>
  [
    terms.kind,
    terms.typeCode,
    terms.roomNos.map(encodeURIComponent).join('+') || '-',
    (terms.start / minute).toString(36),
    terms.minutes,
    terms.specified ? 'r' : 't',
  ].join('~')

/** Reads an id back; undefined when it is not one of ours. */
export function offerTermsOf(offerId: string): OfferTerms | undefined {
  const [kind, typeCode, rooms, start, minutes, mode, ...rest] = offerId.split('~')
  const known = offerKinds.find((k) => k === kind)
  const startMinute = /^[0-9a-z]{1,9}$/.test(start ?? '') ? Number.parseInt(start as string, 36) : Number.NaN
  const length = /^\d{1,4}$/.test(minutes ?? '') ? Number(minutes) : Number.NaN
  if (
    !known ||
    !typeCode ||
    !rooms ||
    rest.length > 0 ||
    Number.isNaN(startMinute) ||
    !(length >= 1 && length <= 1440)
  ) {
    return undefined
  }
  if (mode !== 'r' && mode !== 't') return undefined
  try {
    const roomNos = rooms === '-' ? [] : rooms.split('+').map(decodeURIComponent)
    return { kind: known, typeCode, roomNos, start: startMinute * minute, minutes: length, specified: mode === 'r' }
  } catch {
    return undefined
  }
}
