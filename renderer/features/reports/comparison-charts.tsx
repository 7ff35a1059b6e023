import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart } from '#renderer/ui/chart.tsx'
import type { ChartInk, ChartOption } from '#renderer/ui/chart-canvas.tsx'
import type { TokenName } from '#renderer/ui/tokens.ts'
import type { Reading, Report } from './comparison.ts'
import {
  type ComparisonSeries,
  type Series,
  seriesByRow,
  seriesByType,
  seriesByWeekday,
  seriesWords,
} from './comparison-series.ts'

const shades = ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6'] as const satisfies TokenName[]
const shadeOf = (index: number): TokenName => shades[index % shades.length] ?? 'chart-1'
// Told apart by their dashes as well as by their colours.
const strokes = [
  ['text-1', 'solid'],
  ['warn-dot', 'dashed'],
  ['text-3', 'dotted'],
] as const
// Beside the bars of now those of other periods step back.
const others = ['line-strong', 'text-3', 'text-2'] as const

/** 图: the table as pictures; by hour or day, by room type, by weekday. */
export function ComparisonCharts({ report, reading }: { report: Report; reading: Reading }) {
  const { t } = useTranslation('reports')
  const weekdays = seriesByWeekday(report, reading, t)
  return (
    <div className="compare compare-charts">
      <SeriesChart series={seriesByRow(report, reading, t)} height={360} />
      <div className="compare-chart-pair">
        <SeriesChart series={seriesByType(report, reading, t)} height={240} isBeside />
        {weekdays ? <SeriesChart series={weekdays} height={240} isBeside /> : null}
      </div>
    </div>
  )
}

/** The picture below a short table. */
export function RowChart({ report, reading }: { report: Report; reading: Reading }) {
  const { t } = useTranslation('reports')
  return <SeriesChart series={seriesByRow(report, reading, t)} height={300} />
}

function SeriesChart({
  series,
  height,
  isBeside = false,
}: {
  series: ComparisonSeries
  height: number
  /** Bars stand beside one another, not on one another. */
  isBeside?: boolean
}) {
  const { t } = useTranslation('reports')
  const { title, unit, categories, bars, lines } = series
  // A chart is drawn again when what it shows changes, not whenever the screen is.
  const told = JSON.stringify([series, isBeside])
  const draw = useCallback((ink: ChartInk): ChartOption => optionOf(told, ink), [told])
  return (
    <section className="compare-chart">
      <h2>{title}</h2>
      <Chart
        label={t('screen.chartOf', { title })}
        height={height}
        draw={draw}
        table={{
          columns: [title, ...[...bars, ...lines].map((one) => one.name)],
          rows: categories.map((category, at) => [
            category,
            ...[...bars, ...lines].map((one) => seriesWords(one.values[at], unit)),
          ]),
        }}
      />
    </section>
  )
}

function optionOf(told: string, ink: ChartInk): ChartOption {
  const [series, isBeside] = JSON.parse(told) as [ComparisonSeries, boolean]
  const { unit, categories, bars, lines } = series
  const words = (value: unknown) => seriesWords(typeof value === 'number' ? value : null, unit)
  const names = [...bars, ...lines].map((one) => one.name)
  const isAlone = bars.length === 1
  const bar = ({ name, values }: Series, at: number) => ({
    type: 'bar' as const,
    name,
    data: [...values],
    color: ink[isBeside ? (others[at - 1] ?? 'bar') : isAlone ? 'bar' : shadeOf(at)],
    barMaxWidth: 28,
    ...(isBeside ? {} : { stack: 'now' }),
  })
  const line = ({ name, values }: Series, at: number) => {
    const [token, type] = strokes[at % strokes.length] ?? strokes[0]
    return {
      type: 'line' as const,
      name,
      data: [...values],
      symbol: 'none',
      color: ink[token],
      lineStyle: { width: 1.5, type },
    }
  }
  return {
    grid: { left: 4, right: 12, top: names.length > 1 ? 36 : 12, bottom: 4, containLabel: true },
    ...(names.length > 1 && {
      legend: { top: 0, left: 0, itemWidth: 16, itemHeight: 10, itemGap: 14, textStyle: { color: ink['text-2'] } },
    }),
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: words },
    xAxis: {
      type: 'category',
      data: [...categories],
      axisLine: { lineStyle: { color: ink['line-strong'] } },
      axisTick: { show: false },
      axisLabel: { color: ink['text-2'], hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitLine: { lineStyle: { color: ink.line } },
      axisLabel: { color: ink['text-2'], formatter: words },
    },
    series: [...bars.map(bar), ...lines.map(line)],
  }
}
