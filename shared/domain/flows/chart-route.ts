import type { ChartBox, ChartRoute, Point } from './chart-shape.ts'
import type { Flow, Lane } from './flow.ts'
import { lanes } from './flow.ts'

interface LaneGeometry {
  readonly laneX: Readonly<Record<Lane, number>>
  readonly laneWidth: Readonly<Record<Lane, number>>
  readonly centreX: Readonly<Record<Lane, number>>
}

const middleX = (box: ChartBox): number => box.x + box.width / 2
const middleY = (box: ChartBox): number => box.y + box.height / 2
const bottom = (box: ChartBox): number => box.y + box.height
const gapAbove = 9

/** The lines of a chart: straight beside, down and across, or through the channel at the lane's outer edge. */
export function routeEdges(
  flow: Flow,
  boxes: readonly ChartBox[],
  exits: readonly ChartBox[],
  geometry: LaneGeometry,
): readonly ChartRoute[] {
  const byId = new Map([...boxes, ...exits].map((box) => [box.id, box]))
  const taken = new Set([...boxes, ...exits].map((box) => `${box.lane}:${box.row}`))
  const isFree = (lane: Lane, fromRow: number, toRow: number): boolean => {
    for (let row = fromRow; row <= toRow; row += 1) if (taken.has(`${lane}:${row}`)) return false
    return true
  }
  const channelUses = new Map<Lane, Map<string, number>>()

  /** x of the channel of a lane for a target: one track for each target, so that lines to one place run together. */
  const channelX = (lane: Lane, target: string): number => {
    const uses = channelUses.get(lane) ?? new Map<string, number>()
    channelUses.set(lane, uses)
    const track = uses.get(target) ?? uses.size
    uses.set(target, track)
    return lane === 'guest'
      ? geometry.laneX.guest + 11 - track * 5
      : geometry.laneX[lane] + geometry.laneWidth[lane] - 5 - track * 5
  }

  const crossed = (a: Lane, b: Lane): readonly Lane[] => {
    const [low, high] = [lanes.indexOf(a), lanes.indexOf(b)].toSorted((x, y) => x - y)
    return lanes.slice(low, (high ?? 0) + 1)
  }

  /** Ends a line that comes down at `x` in `lane`: across into the side of the target when nothing stands there, else from above. */
  const enter = (x: number, lane: Lane, target: ChartBox): readonly Point[] => {
    // A decision that sends an answer out of that very side is entered from above.
    const leavesThere = flow.nodes
      .find((node) => node.id === target.id)
      ?.exits.some((exit) => {
        const beside = 'node' in exit.to ? byId.get(exit.to.node) : undefined
        return beside?.row === target.row && middleX(beside) > middleX(target) === x > middleX(target)
      })
    const passes = crossed(lane, target.lane).filter((other) => other !== target.lane)
    if (
      leavesThere !== true &&
      passes.every((other) => isFree(other, target.row, target.row)) &&
      Math.abs(x - middleX(target)) > 20
    ) {
      const side = x < middleX(target) ? target.x : target.x + target.width
      return [
        [x, middleY(target)],
        [side, middleY(target)],
      ]
    }
    const y = target.y - gapAbove
    return [
      [x, y],
      [middleX(target), y],
      [middleX(target), target.y],
    ]
  }

  const routes: ChartRoute[] = []
  for (const node of flow.nodes) {
    const from = byId.get(node.id)
    if (from === undefined) continue
    let wentDown = false
    for (const exit of node.exits) {
      const answer = exit.answer === undefined ? {} : { answer: exit.answer }
      const toId = 'node' in exit.to ? exit.to.node : `${node.id}:${exit.answer ?? ''}`
      const to = byId.get(toId)
      if (to === undefined) continue
      if (to.kind === 'exit') {
        const above = to.row !== from.row
        const points: readonly Point[] = above
          ? [
              [middleX(from), from.y],
              [middleX(to), bottom(to)],
            ]
          : [
              [from.x + from.width, middleY(from)],
              [to.x, middleY(to)],
            ]
        const labelAt: Point = above ? [middleX(from) + 7, from.y - 6] : [middleX(to), to.y - 5]
        routes.push({ from: from.id, to: to.id, points, ...answer, labelAt, ...(above ? {} : { labelMiddle: true }) })
        continue
      }
      const between = crossed(from.lane, to.lane).filter((lane) => lane !== from.lane && lane !== to.lane)
      if (from.row === to.row && between.every((lane) => isFree(lane, from.row, from.row))) {
        const rightward = middleX(to) > middleX(from)
        const x = rightward ? from.x + from.width : from.x
        const points: readonly Point[] = [
          [x, middleY(from)],
          [rightward ? to.x : to.x + to.width, middleY(to)],
        ]
        routes.push({
          from: from.id,
          to: to.id,
          points,
          ...answer,
          labelAt: [rightward ? x + 8 : x - 30, middleY(from) - 6],
        })
        continue
      }
      const clearBelow = isFree(from.lane, from.row + 1, from.lane === to.lane ? to.row - 1 : to.row)
      if (!wentDown && clearBelow) {
        wentDown = true
        const start: Point = [middleX(from), bottom(from)]
        const rest: readonly Point[] =
          from.lane === to.lane ? [[middleX(to), to.y]] : enter(middleX(from), from.lane, to)
        routes.push({
          from: from.id,
          to: to.id,
          points: [start, ...rest],
          ...answer,
          labelAt: [start[0] + 7, start[1] + 13],
        })
        continue
      }
      const x = channelX(from.lane, to.id)
      const side = from.lane === 'guest' ? from.x : from.x + from.width
      const points: readonly Point[] = [[side, middleY(from)], [x, middleY(from)], ...enter(x, from.lane, to)]
      const labelAt: Point = from.lane === 'guest' ? [x + 5, bottom(from) + 8] : [side + 8, middleY(from) - 6]
      routes.push({ from: from.id, to: to.id, points, ...answer, labelAt })
    }
  }
  return routes
}
