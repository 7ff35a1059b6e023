import type { Outcome } from '../booking/decision.ts'

/**
 * A flow of the desk (flows.md) as data. One definition drives the guided steps beside the booking line, the script
 * to say, the chart in 帮助, and the record that is kept. Words are not here: they stand in the catalogue `flows`
 * under `<no>.<node id>`, and the scripts in `resources/scripts` under the script's id.
 */
export interface Flow {
  /** `'01'` … `'40'`. */
  readonly no: string
  readonly group: FlowGroup
  readonly nodes: readonly FlowNode[]
  /** Node at which the desk stands when the decision engine has answered, by outcome. Empty when no engine asks. */
  readonly entry: Readonly<Partial<Record<Outcome, string>>>
  /** Scripts for what the guest may ask besides. */
  readonly asides: readonly string[]
  /** Settings that move this flow, as paths into the policy (`grace.standard`). */
  readonly settings: readonly string[]
  readonly records: readonly FlowRecord[]
}

/** A 电话预约, B 其他来电, C 特殊情况, D 后台, E 表扬与投诉, F 电访. */
export type FlowGroup = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

export const lanes = ['guest', 'desk', 'system'] as const
/** Who acts: 客人, 预约台, 系统. */
export type Lane = (typeof lanes)[number]

/** What must be found in the database afterwards. */
export type FlowRecord =
  | 'booking'
  | 'waitlist'
  | 'standby'
  | 'refusal'
  | 'advance'
  | 'offersShown'
  | 'queueJump'
  | 'mismatch'
  | 'promise'
  | 'cancellation'
  | 'couponBatch'
  | 'couponMove'
  | 'couponRedemption'
  | 'vipCard'
  | 'commentCard'
  | 'proposedComplaint'
  | 'dayClose'
  | 'adjustment'
  | 'dailyReport'

export interface FlowNode {
  readonly id: string
  readonly lane: Lane
  /** `start`: how it begins; `step`: something done; `decision`: a question, its exits carry the answers. */
  readonly kind: 'start' | 'step' | 'decision'
  /** Script said at this step; only in the desk's lane. */
  readonly script?: string
  /** Has a second, smaller line `<no>.<id>Note`. */
  readonly note?: true
  /** Happens after the call: not among the guided steps, yet on the chart. */
  readonly later?: true
  readonly exits: readonly Exit[]
}

export interface Exit {
  /** A node of this flow, another flow, or an end of its own (`flows:end.<name>`). */
  readonly to: { readonly node: string } | { readonly flow: string } | { readonly end: string }
  /** Catalogue key `answer.<name>`; only on the exits of a decision. */
  readonly answer?: string
}

/** A spoken step of the desk, numbered as in the chart. */
export interface SpokenStep {
  readonly number: number
  readonly nodeId: string
  /** Key in the catalogue `flows`. */
  readonly titleKey: string
  readonly script: string
  readonly later: boolean
}

/** The words a script may leave open, filled in by the desk when it is said. */
export const placeholders = [
  'venue',
  'staff',
  /** How the guest is addressed: 张先生. */
  'name',
  /** Day and time as people say them: 明晚八点半. */
  'when',
  /** End of the span, spoken. */
  'end',
  /** Length, spoken: 三小时. */
  'length',
  'party',
  /** Name of the asked or assigned room type. */
  'type',
  'room',
  /** The price of the span. */
  'total',
  /** Until when the room is kept for the party. */
  'until',
  'deposit',
  /** Quoted wait, spoken: 四十分钟. */
  'wait',
  /** The first offer in words: 大包，八点入座. */
  'offer',
  /** Name of the offered room type. */
  'offerType',
  'offerTotal',
  /** Price difference, spoken with its direction: 多二百三十四元. */
  'difference',
  /** Why not, as a sentence about the thing that blocks. */
  'why',
  'maxSeats',
  'code',
  /** Last four digits of the phone. */
  'tail',
  /** Day on which the booking window opens for the asked date. */
  'openDay',
  /** Until when cancelling is free. */
  'freeUntil',
  /** Until when the party could stay on. */
  'extendUntil',
  /** Minutes within which moving to the right size is charged as that size. */
  'rightSize',
  'number',
] as const
export type Placeholder = (typeof placeholders)[number]

/**
 * The spoken steps of a flow in the order they are said. Steps after the call come last and are marked `later`.
 */
export function stepsFor(flow: Flow): readonly SpokenStep[] {
  const steps: SpokenStep[] = []
  for (const node of flow.nodes) {
    if (node.script === undefined) continue
    steps.push({
      number: steps.length + 1,
      nodeId: node.id,
      titleKey: `${flow.no}.${node.id}`,
      script: node.script,
      later: node.later === true,
    })
  }
  return steps
}

/** Names of the placeholders in a script, in order, each once. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ''))]
}
