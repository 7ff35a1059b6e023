import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'

/** What the desk's booking line is filled with to walk a flow once in practice mode: as it would be typed. */
export interface Practice {
  readonly party: string
  readonly type?: string
  readonly time: string
  readonly room?: string
  readonly length?: string
}

/** `3月16日 2030`: a day so many days ahead, at an hour everybody wants. */
function ahead(today: BusinessDate, days: number): string {
  const date = addDays(today, days)
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日 2030`
}

/** The situation to practise a flow with on this business day; none for flows that begin elsewhere. */
export function practiceOf(no: string, today: BusinessDate): Practice | undefined {
  const situations: Readonly<Record<string, Practice>> = {
    '01': { party: '3', time: '+120' },
    '02': { party: '6', time: '+90' },
    '03': { party: '6', time: '+120', room: '305' },
    '04': { party: '6', time: '明2030' },
    '05': { party: '6', time: ahead(today, 2) },
    '06': { party: '6', time: '明1400', room: '305' },
    '07': { party: '6', time: ahead(today, 10) },
    '08': { party: '12', type: 'L', time: '+90' },
    '09': { party: '12', type: 'L', time: '+90' },
    '10': { party: '4', type: 'S', time: '+90' },
    '11': { party: '12', type: 'L', time: '+90' },
    '13': { party: '3', time: '+30' },
  }
  return situations[no]
}
