import type { HistoryProgress } from './demo-history.ts'

/** From so many months on, years are told and not months. */
const long = 24

/** One short line for the person at the terminal whenever another year (or month) is there; Chinese first. */
export function historyNews(say: (line: string) => void): (progress: HistoryProgress) => void {
  return ({ months, of }) => {
    const [chinese, english, size] = of >= long ? ['年', 'years', 12] : ['个月', 'months', 1]
    if (months % size !== 0 && months !== of) return
    const [done, all] = [Math.floor(months / size), Number((of / size).toFixed(1))]
    say(`练习历史：${all} ${chinese}，已完成 ${done} · made-up history: ${done} of ${all} ${english}`)
    if (months === of) say('正在整理，马上就好 · putting it in order, nearly there')
  }
}
