/** What happens within one minute happens in this order: rooms come free before anybody asks for them. */
export const phases = [
  'leave',
  'settle',
  'cleaned',
  'cancel',
  'change',
  'arrive',
  'move',
  'walkIn',
  'ask',
  'look',
] as const
export type Phase = (typeof phases)[number]

type Job = () => Promise<void>

/** Things to do, by time and phase; what is put in for the present minute still gets its turn. */
export class Agenda {
  readonly #byTime = new Map<number, Map<Phase, Job[]>>()
  readonly #times: number[] = []

  add(at: number, phase: Phase, job: Job): void {
    let jobs = this.#byTime.get(at)
    if (!jobs) {
      jobs = new Map()
      this.#byTime.set(at, jobs)
      this.#push(at)
    }
    const list = jobs.get(phase)
    if (list) list.push(job)
    else jobs.set(phase, [job])
  }

  /** The next time at which there is something to do. */
  next(): number | undefined {
    return this.#times[0]
  }

  /** Takes out everything of the earliest time. */
  take(): { readonly at: number; readonly jobs: ReadonlyMap<Phase, Job[]> } | undefined {
    const at = this.#pop()
    if (at === undefined) return undefined
    const jobs = this.#byTime.get(at) ?? new Map<Phase, Job[]>()
    this.#byTime.delete(at)
    return { at, jobs }
  }

  // A heap of times; each stands in it once.
  #push(at: number): void {
    const heap = this.#times
    heap.push(at)
    let i = heap.length - 1
    while (i > 0) {
      const parent = (i - 1) >>> 1
      if ((heap[parent] as number) <= at) break
      heap[i] = heap[parent] as number
      i = parent
    }
    heap[i] = at
  }

  #pop(): number | undefined {
    const heap = this.#times
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child += 1
      if ((heap[child] as number) >= last) break
      heap[i] = heap[child] as number
      i = child
    }
    heap[i] = last
    return first
  }
}

/** Runs jobs, so many at a time. */
export async function inLines(jobs: readonly Job[], lines: number): Promise<void> {
  let next = 0
  const line = async () => {
    while (next < jobs.length) await jobs[next++]?.()
  }
  await Promise.all(Array.from({ length: Math.min(lines, jobs.length) }, line))
}
