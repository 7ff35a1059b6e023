import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts'
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import { type ComposeOption, type ECharts, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useAppearance } from './appearance.ts'
import { type Appearance, palette, scale, type TokenName } from './tokens.ts'

// Only what is drawn somewhere; a screen that needs another kind of chart adds it here.
use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>

/** The colours of the page by their token, as a canvas needs them. */
export type ChartInk = Readonly<Record<TokenName, string>>

function dressed(option: ChartOption, appearance: Appearance): ChartOption {
  const ink = palette[appearance]
  return {
    // What moves on this page shows where something went; a chart goes nowhere.
    animation: false,
    textStyle: { fontFamily: scale.font, fontSize: scale.text.small, color: ink['text-1'] },
    ...option,
    tooltip: {
      // Drawn into the canvas: the page allows no markup out of a script.
      renderMode: 'richText',
      backgroundColor: ink.raised,
      borderColor: ink['line-strong'],
      textStyle: { color: ink['text-1'], fontFamily: scale.font, fontSize: scale.text.small },
      ...option.tooltip,
    },
  }
}

/** The picture of a chart; `chart.tsx` brings it when it is needed. */
export function ChartCanvas({ draw, height }: { draw: (ink: ChartInk) => ChartOption; height: number }) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(undefined)
  const appearance = useAppearance()

  useEffect(() => {
    if (!host.current) return
    const drawn = init(host.current, null, { renderer: 'canvas' })
    chart.current = drawn
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(host.current)
    return () => {
      watch.disconnect()
      drawn.dispose()
      chart.current = undefined
    }
  }, [])

  useEffect(() => {
    chart.current?.setOption(dressed(draw(palette[appearance]), appearance), { notMerge: true })
  }, [draw, appearance])

  return <div ref={host} className="chart-canvas" style={{ height }} aria-hidden="true" />
}
