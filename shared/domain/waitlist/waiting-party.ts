/** A party in the waiting list, as the quote sees it. */
export interface WaitingParty {
  readonly id: string
  readonly typeCode: string
  readonly party: number
  readonly priority: 'normal' | 'vip' | 'jump'
  readonly since: number
}
