import type { Exit, FlowNode, Lane } from './flow.ts'

/** A flow drawn: boxes and lines in px, three lanes side by side, rows downwards. */
export interface Chart {
  readonly width: number
  readonly height: number
  readonly lanes: readonly { readonly lane: Lane; readonly x: number; readonly width: number }[]
  readonly boxes: readonly ChartBox[]
  readonly lines: readonly ChartRoute[]
}

export interface ChartBox {
  /** The node's id; `<node>:<answer>` for the little box of an exit out of the flow. */
  readonly id: string
  readonly kind: FlowNode['kind'] | 'exit'
  readonly lane: Lane
  readonly row: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Number of the spoken step. */
  readonly number?: number
  readonly note?: true
  /** Where an exit box leads. */
  readonly exit?: Exit['to']
}

export type Point = readonly [x: number, y: number]

/** A line of a chart from one box to another, with the place of its answer. */
export interface ChartRoute {
  readonly from: string
  readonly to: string
  readonly points: readonly Point[]
  readonly answer?: string
  /** Where the answer stands; text runs from this point to the right. */
  readonly labelAt?: Point
  readonly labelMiddle?: true
}
