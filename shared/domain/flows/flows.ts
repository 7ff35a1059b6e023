import type { Flow, SpokenStep } from './flow.ts'
import { stepsFor } from './flow.ts'
import { flow01 } from './flow-01.ts'
import { flow02 } from './flow-02.ts'
import { flow03 } from './flow-03.ts'
import { flow04 } from './flow-04.ts'
import { flow05 } from './flow-05.ts'
import { flow06 } from './flow-06.ts'
import { flow07 } from './flow-07.ts'
import { flow08 } from './flow-08.ts'
import { flow09 } from './flow-09.ts'
import { flow10 } from './flow-10.ts'
import { flow11 } from './flow-11.ts'
import { flow12 } from './flow-12.ts'
import { flow13 } from './flow-13.ts'
import { flow22 } from './flow-22.ts'
import { flow23 } from './flow-23.ts'
import { flow24 } from './flow-24.ts'

/** Every flow the program walks, by number. */
export const flows: readonly Flow[] = [
  flow01,
  flow02,
  flow03,
  flow04,
  flow05,
  flow06,
  flow07,
  flow08,
  flow09,
  flow10,
  flow11,
  flow12,
  flow13,
  flow22,
  flow23,
  flow24,
]

/** Scripts that belong to no flow: said at a ring, to a guest who has waited too long, when the supervisor takes over. */
export const standingScripts = ['call.apology', 'call.waited', 'call.supervisor'] as const

export function flowByNo(no: string): Flow | undefined {
  return flows.find((flow) => flow.no === no)
}

/**
 * The step at which the desk stands after an answer of the engine, whose `script` is `<flow>.<outcome>`
 * (`04.available`). The first step of the flow when it has none of its own for that outcome; undefined for an unknown flow.
 */
export function stepOfAnswer(script: string): SpokenStep | undefined {
  const [no = '', outcome = ''] = script.split('.')
  const flow = flowByNo(no)
  if (flow === undefined) return undefined
  const steps = stepsFor(flow)
  const entry = (flow.entry as Readonly<Record<string, string | undefined>>)[outcome]
  return steps.find((step) => step.nodeId === entry) ?? steps[0]
}
