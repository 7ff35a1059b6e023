/** What a call was about (calls.md §1). */
export const callKinds = [
  'enquiry',
  'booking',
  'change',
  'cancel',
  'visitor',
  'supervisor',
  'staff',
  'nuisance',
  'lostProperty',
  'complaint',
  'praise',
  'other',
] as const
export type CallKind = (typeof callKinds)[number]

export const callStates = ['ringing', 'answered', 'ended', 'missed', 'busy'] as const
export type CallState = (typeof callStates)[number]

const following: Readonly<Record<CallState, readonly CallState[]>> = {
  ringing: ['answered', 'missed', 'busy'],
  answered: ['ended'],
  ended: [],
  missed: [],
  busy: [],
}

/** Whether a call may go from one state to another: it rings, is answered and ends, or is missed. */
export const mayFollow = (from: CallState, to: CallState): boolean => from === to || following[from].includes(to)
