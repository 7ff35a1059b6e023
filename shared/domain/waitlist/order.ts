/** Who is next in the waiting list (booking.md §7). */

export type WaitPriority = 'normal' | 'vip' | 'jump'
export type WaitState = 'waiting' | 'called' | 'seated' | 'left' | 'expired'
export type WaitStep = 'call' | 'seat' | 'leave' | 'expire'

const weight: Readonly<Record<WaitPriority, number>> = { jump: 0, vip: 1, normal: 2 }

const steps: Readonly<Record<WaitStep, { readonly from: readonly WaitState[]; readonly to: WaitState }>> = {
  call: { from: ['waiting'], to: 'called' },
  seat: { from: ['waiting', 'called'], to: 'seated' },
  leave: { from: ['waiting', 'called'], to: 'left' },
  expire: { from: ['waiting', 'called'], to: 'expired' },
}

/** The state after a step, or undefined when it is not possible from `state`. */
export function nextWaitState(state: WaitState, step: WaitStep): WaitState | undefined {
  const rule = steps[step]
  return rule.from.includes(state) ? rule.to : undefined
}

/** Jumps first, then VIPs, then everyone; within each, first come first. */
export const compareWaiting = (
  a: { readonly priority: WaitPriority; readonly since: number; readonly id: string },
  b: { readonly priority: WaitPriority; readonly since: number; readonly id: string },
): number => weight[a.priority] - weight[b.priority] || a.since - b.since || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The number that is called out: the type and the count of the day (`S12`). */
export const waitNumber = (typeCode: string, count: number): string => `${typeCode}${count}`
