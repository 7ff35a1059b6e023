import type { Exit } from './flow.ts'

/** Goes on to a node of the same flow; `answer` on the exits of a decision. */
export function go(node: string, answer?: string): Exit {
  return answer === undefined ? { to: { node } } : { to: { node }, answer }
}

/** Leaves for another flow. */
export function leave(flow: string, answer: string): Exit {
  return { to: { flow }, answer }
}

/** Ends here, in the catalogue's words `end.<name>`. */
export function finish(end: string, answer: string): Exit {
  return { to: { end }, answer }
}
