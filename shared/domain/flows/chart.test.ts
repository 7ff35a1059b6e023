import { describe, expect, it } from 'vitest'
import { chartOf, pathTo } from './chart.ts'
import type { ChartBox } from './chart-shape.ts'
import { flows } from './flows.ts'

const overlap = (a: ChartBox, b: ChartBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Whether a horizontal or vertical stretch runs through the inside of a box. */
function runsThrough(box: ChartBox, a: readonly [number, number], b: readonly [number, number]): boolean {
  const inset = 2
  return (
    Math.min(a[0], b[0]) < box.x + box.width - inset &&
    Math.max(a[0], b[0]) > box.x + inset &&
    Math.min(a[1], b[1]) < box.y + box.height - inset &&
    Math.max(a[1], b[1]) > box.y + inset
  )
}

describe.each(flows.map((flow) => [flow.no, flow] as const))('the chart of flow %s', (_no, flow) => {
  const chart = chartOf(flow)

  it('puts no box upon another, and each inside its lane', () => {
    const clashes = chart.boxes.flatMap((a, i) =>
      chart.boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.id} ${b.id}`] : [])),
    )
    expect(clashes).toEqual([])
    for (const box of chart.boxes) {
      const lane = chart.lanes.find((one) => one.lane === box.lane)
      expect(box.x).toBeGreaterThanOrEqual(lane?.x ?? 0)
      expect(box.x + box.width).toBeLessThanOrEqual((lane?.x ?? 0) + (lane?.width ?? 0))
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.y + box.height).toBeLessThanOrEqual(chart.height)
    }
  })

  it('draws a line for every exit, straight or at right angles, through no box', () => {
    expect(chart.lines.length).toBe(flow.nodes.reduce((sum, node) => sum + node.exits.length, 0))
    for (const line of chart.lines) {
      for (const [index, point] of line.points.entries()) {
        const next = line.points[index + 1]
        if (next === undefined) continue
        expect(point[0] === next[0] || point[1] === next[1], `${line.from} → ${line.to}`).toBe(true)
        const through = chart.boxes.filter((box) => runsThrough(box, point, next)).map((box) => box.id)
        expect(through, `${line.from} → ${line.to}`).toEqual([])
      }
    }
  })

  it('finds a way from the start to every spoken step', () => {
    for (const node of flow.nodes.filter((one) => one.script !== undefined)) {
      const way = pathTo(flow, node.id)
      expect(way[0]).toBe(flow.nodes[0]?.id)
      expect(way.at(-1)).toBe(node.id)
    }
  })
})
