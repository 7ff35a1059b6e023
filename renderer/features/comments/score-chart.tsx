import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart } from '#renderer/ui/chart.tsx'
import type { ChartInk, ChartOption } from '#renderer/ui/chart-canvas.tsx'
import { scoreValues } from '#shared/domain/feedback/scores.ts'
import type { CommentsReport } from './use-comments.ts'

const shown = scoreValues.toReversed()

/** How often each score was given, item by item: 5 at the left, 1 at the right. */
export function ScoreChart({ report }: { report: CommentsReport }) {
  const { t } = useTranslation('comments')
  const { items } = report
  const name = useCallback((score: number) => t(`score.${score as 1}`), [t])
  const draw = useCallback(
    (ink: ChartInk): ChartOption => ({
      grid: { left: 4, right: 8, top: 30, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, itemGap: 12, textStyle: { color: ink['text-2'] } },
      tooltip: { trigger: 'axis', axisPointer: { type: 'none' } },
      xAxis: { type: 'value', max: 'dataMax', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: items.map((item) => item.label),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: ink['text-1'], fontSize: 13 },
      },
      series: shown.map((score) => ({
        type: 'bar',
        stack: 'scores',
        name: name(score),
        barWidth: 20,
        color: ink[`score-${score}`],
        data: items.map((item) => item.counts[score - 1] ?? 0),
        label: {
          show: true,
          color: ink['score-ink'],
          formatter: ({ value }) => (Number(value) > 0 ? String(value) : ''),
        },
      })),
    }),
    [items, name],
  )
  return (
    <Chart
      label={t('distribution')}
      height={230}
      draw={draw}
      table={{
        columns: [t('itemHead'), ...shown.map(name)],
        rows: items.map((item) => [item.label, ...shown.map((score) => item.counts[score - 1] ?? 0)]),
      }}
    />
  )
}
