import type { OfferView } from '#shared/contract/decision.ts'
import { type Draft, type DraftField, emptyDraft } from './draft.ts'

/** What the desk is asking for inline, besides the booking line. */
export type Asking = 'nothing' | 'goingWithout' | 'supervisor'

/** What the guest still has to say or pay before this can be saved. */
export interface Answers {
  readonly deposit?: string
  readonly headCount?: string
  readonly transferConsent?: boolean
}

export interface Approval {
  readonly staffNo: string
  readonly pin: string
  readonly reason: string
}

/** One booking in the making; the desk may have two, one of them parked. */
export interface Tab {
  readonly id: number
  readonly draft: Draft
  readonly taken?: OfferView
  readonly answers: Answers
  readonly asking: Asking
  readonly approval?: Approval
  readonly queueJump: boolean
  /** When it was put aside, by the core's clock. */
  readonly parkedAt?: number
  /** Goes with every try to save this very form. */
  readonly attempt: number
}

export interface DeskState {
  readonly tabs: readonly Tab[]
  readonly active: number
}

export type DeskAction =
  | { readonly do: 'type'; readonly field: DraftField; readonly text: string }
  | { readonly do: 'fill'; readonly draft: Partial<Draft> }
  | { readonly do: 'take'; readonly offer: OfferView | undefined }
  | { readonly do: 'answer'; readonly answers: Answers }
  | { readonly do: 'ask'; readonly asking: Asking }
  | { readonly do: 'approve'; readonly approval: Approval | undefined }
  | { readonly do: 'jump'; readonly queueJump: boolean }
  | { readonly do: 'clear' }
  | { readonly do: 'switch'; readonly now: number }

const freshTab = (id: number): Tab => ({
  id,
  draft: emptyDraft,
  answers: {},
  asking: 'nothing',
  queueJump: false,
  attempt: 0,
})

export const firstState: DeskState = { tabs: [freshTab(1)], active: 0 }

let kept: DeskState | undefined

/** What was being typed when the desk was left for another screen; a PIN is never kept. */
export const keptState = (): DeskState => kept ?? firstState
export function keepState(state: DeskState): void {
  kept = { ...state, tabs: state.tabs.map((tab) => ({ ...tab, approval: undefined, asking: 'nothing' })) }
}

export const activeTab = (state: DeskState): Tab => state.tabs[state.active] ?? freshTab(1)

/** Fields that change what is asked for: an offer taken before no longer fits. */
const asksAnew: readonly DraftField[] = ['party', 'type', 'time', 'length', 'room']

function change(tab: Tab, action: DeskAction): Tab {
  const attempt = tab.attempt + 1
  switch (action.do) {
    case 'type': {
      const draft = { ...tab.draft, [action.field]: action.text }
      if (!asksAnew.includes(action.field)) return { ...tab, draft, attempt }
      return { ...tab, draft, attempt, taken: undefined, answers: {}, asking: 'nothing', queueJump: false }
    }
    case 'fill':
      return { ...tab, draft: { ...tab.draft, ...action.draft }, attempt }
    case 'take':
      return { ...tab, taken: action.offer, answers: {}, asking: 'nothing', attempt }
    case 'answer':
      return { ...tab, answers: { ...tab.answers, ...action.answers }, attempt }
    case 'ask':
      return { ...tab, asking: action.asking }
    case 'approve':
      return { ...tab, approval: action.approval, attempt }
    case 'jump':
      return { ...tab, queueJump: action.queueJump, attempt }
    default:
      return tab
  }
}

/** What happens to the desk's form; nothing typed in a parked booking is lost. */
export function deskReducer(state: DeskState, action: DeskAction): DeskState {
  if (action.do === 'switch') {
    const parked = state.tabs.map((tab, index) =>
      index === state.active ? { ...tab, parkedAt: action.now } : { ...tab, parkedAt: undefined },
    )
    if (parked.length > 1) return { tabs: parked, active: 1 - state.active }
    return { tabs: [...parked, freshTab(Math.max(...parked.map((tab) => tab.id)) + 1)], active: 1 }
  }
  if (action.do === 'clear') {
    const others = state.tabs.filter((_, index) => index !== state.active)
    const fresh = freshTab(Math.max(...state.tabs.map((tab) => tab.id)) + 1)
    return { tabs: [fresh, ...others], active: 0 }
  }
  return {
    ...state,
    tabs: state.tabs.map((tab, index) => (index === state.active ? change(tab, action) : tab)),
  }
}
