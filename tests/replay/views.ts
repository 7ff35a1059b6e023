/** The parts of the API's answers that the replay reads (api.md). */

export interface OfferView {
  readonly offerId: string
  readonly kind: string
  readonly cost: number
  readonly needs: readonly string[]
  readonly deposit?: number
}

export interface DecisionView {
  readonly outcome: 'available' | 'offers' | 'advance' | 'refused'
  readonly flow: string
  readonly typeCode: string
  readonly reason?: string
  readonly offers: readonly OfferView[]
  readonly needs: readonly string[]
  readonly deposit?: number
}

export interface BookingView {
  readonly code: string
  readonly status: string
  readonly flow: string
  readonly typeCode: string
  readonly roomNos: readonly string[]
  readonly party: number
  readonly start: string
  readonly end: string
  readonly version: number
  readonly waitlist?: { readonly id: string; readonly quotedMinutes: number }
  readonly promise?: { readonly id: string }
}

export interface StayView {
  readonly id: string
  readonly bookingCode?: string
  readonly state: string
  readonly segments: readonly { readonly roomNo: string; readonly typeCode: string; readonly end?: string }[]
  readonly plannedEnd: string
  readonly promise?: { readonly id: string }
}

export interface WaitView {
  readonly id: string
  readonly typeCode: string
  readonly quotedMinutes: number
  readonly matchedRoomNo?: string
  readonly bookingCode?: string
}

export interface PromiseView {
  readonly id: string
  readonly stayId?: string
  readonly state: string
  readonly roomReady?: string
}

export interface BoardView {
  readonly rooms: readonly {
    readonly roomNo: string
    readonly typeCode: string
    readonly state: string
    readonly claims: readonly {
      readonly kind: string
      readonly start: string
      readonly end: string
      readonly bookingCode?: string
      readonly stayId?: string
    }[]
  }[]
}
