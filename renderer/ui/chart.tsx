import { lazy, Suspense } from 'react'
import type { ChartInk, ChartOption } from './chart-canvas.tsx'
import './chart.css'

const Canvas = lazy(async () => ({ default: (await import('./chart-canvas.tsx')).ChartCanvas }))

/** The figures of a chart as a table, for whoever does not see the picture. */
export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/**
 * A chart in the colours of the page: it follows light and dark and the width it is given. The library comes with the
 * first chart that is shown, never before.
 * @param draw what to draw, with the colours there are now; keep it the same between renders (`useCallback`)
 */
export function Chart({
  label,
  height,
  draw,
  table,
}: {
  label: string
  height: number
  draw: (ink: ChartInk) => ChartOption
  table: ChartTable
}) {
  return (
    <figure className="chart" aria-label={label}>
      <Suspense fallback={<div className="chart-canvas" style={{ height }} />}>
        <Canvas draw={draw} height={height} />
      </Suspense>
      <div className="visually-hidden">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([head, ...cells]) => (
              <tr key={head}>
                <th scope="row">{head}</th>
                {cells.map((cell, index) => (
                  <td key={table.columns[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
