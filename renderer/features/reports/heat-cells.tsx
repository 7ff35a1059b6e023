// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked by keys is the pattern of a grid
import type { z } from 'zod'
import { useAppearance } from '#renderer/ui/appearance.ts'
import { figureWords } from '#renderer/ui/figure-words.ts'
import type { heatReport } from '#shared/contract/report.ts'
import { heatColours } from './heat-scale.ts'

export type Heat = z.output<typeof heatReport>

const mostOf = (heat: Heat): number =>
  Math.max(1e-9, ...heat.rows.flatMap((row) => row.averages.map((value) => value ?? 0)))

/** An average without more places than it is worth. */
export const averageText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : figureWords(Math.round(value), 'count')

/** What this hour usually brings, weekday by weekday; the day's own weekday is framed. */
export function HeatCells({
  heat,
  hour,
  weekday,
  first,
  last,
}: {
  heat: Heat
  hour: string
  weekday: number
  first: boolean
  last: boolean
}) {
  const appearance = useAppearance()
  const row = heat.rows.find((one) => one.hour === hour)
  const most = mostOf(heat)
  return (row?.averages ?? []).map((value, index) => {
    const { fill, ink } = heatColours((value ?? 0) / most, appearance)
    const own = index + 1 === weekday
    const frame = own ? ` heat-own${first ? ' heat-own-first' : ''}${last ? ' heat-own-last' : ''}` : ''
    return (
      <td
        // biome-ignore lint/suspicious/noArrayIndexKey: seven weekdays
        key={index}
        role="gridcell"
        className={`heat${frame}`}
        style={value === null ? {} : { background: fill, color: ink }}
        title={value === null ? undefined : figureWords(value, 'mean')}
      >
        {averageText(value)}
      </td>
    )
  })
}
