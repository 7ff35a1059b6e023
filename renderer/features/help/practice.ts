/** What the desk's booking line is filled with to walk a flow once in practice mode: as it would be typed. */
export interface Practice {
  readonly party: string
  readonly type?: string
  readonly time: string
  readonly room?: string
  readonly length?: string
}

const situations: Readonly<Record<string, Practice>> = {
  '01': { party: '3', time: '2200' },
  '02': { party: '6', time: '2000' },
  '03': { party: '6', time: '2200', room: '305' },
  '04': { party: '6', time: '明2030' },
  '05': { party: '6', time: '周六2030' },
  '06': { party: '6', time: '明1400', room: '305' },
  '07': { party: '6', time: '下下周六2030' },
  '08': { party: '12', type: 'L', time: '2000' },
  '09': { party: '12', type: 'L', time: '2000' },
  '10': { party: '4', type: 'S', time: '2000' },
  '11': { party: '12', type: 'L', time: '2000' },
  '13': { party: '3', time: '1930', length: '180' },
}

/** The situation to practise a flow with; none for flows that begin elsewhere. */
export const practiceOf = (no: string): Practice | undefined => situations[no]
