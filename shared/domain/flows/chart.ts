import { routeEdges } from './chart-route.ts'
import type { Chart, ChartBox } from './chart-shape.ts'
import type { Flow, FlowNode, Lane } from './flow.ts'
import { lanes, stepsFor } from './flow.ts'

const laneWidth: Readonly<Record<Lane, number>> = { guest: 196, desk: 296, system: 284 }
const laneX: Readonly<Record<Lane, number>> = { guest: 0, desk: 196, system: 492 }
const centreX: Readonly<Record<Lane, number>> = { guest: 98, desk: 344, system: 618 }
const rowPitch = 62
const firstRowY = 34
const size: Readonly<Record<FlowNode['kind'], Readonly<Record<Lane, { width: number; height: number }>>>> = {
  start: {
    guest: { width: 140, height: 40 },
    desk: { width: 240, height: 40 },
    system: { width: 200, height: 40 },
  },
  step: { guest: { width: 152, height: 40 }, desk: { width: 240, height: 40 }, system: { width: 212, height: 42 } },
  decision: {
    guest: { width: 152, height: 44 },
    desk: { width: 168, height: 44 },
    system: { width: 160, height: 44 },
  },
}

type Cells = Set<string>
const cell = (lane: Lane, row: number): string => `${lane}:${row}`
const nodeExits = (node: FlowNode): readonly string[] =>
  node.exits.flatMap((exit) => ('node' in exit.to ? [exit.to.node] : []))
const leavesAbove = (node: FlowNode): boolean =>
  node.kind === 'decision' && node.lane === 'guest' && node.exits.some((exit) => !('node' in exit.to))

/** Lanes strictly between two lanes. */
export function lanesBetween(a: Lane, b: Lane): readonly Lane[] {
  const [low, high] = [lanes.indexOf(a), lanes.indexOf(b)].toSorted((x, y) => x - y)
  return lanes.slice((low ?? 0) + 1, high)
}

/** A step goes beside the one that leads to it when the row is free up to there; else one row further down. */
function fitsBeside(flow: Flow, previous: FlowNode, node: FlowNode, row: number, taken: Cells): boolean {
  if (previous.lane === node.lane || !nodeExits(previous).includes(node.id)) return false
  // From the system back to the desk a line comes down, so that it is told from the desk asking the system.
  if (previous.lane === 'system' && previous.kind !== 'decision') return false
  if (
    flow.nodes.some(
      (other) => other.lane === node.lane && other.kind === 'step' && nodeExits(other).includes(previous.id),
    )
  )
    return false
  if (
    flow.nodes.some(
      (other) =>
        node.lane === 'system' &&
        other.lane === 'system' &&
        other.kind === 'decision' &&
        nodeExits(other)[1] === previous.id,
    )
  )
    return false
  const aside = nodeExits(previous).length > 1 && nodeExits(previous)[0] === node.id
  if (previous.kind === 'decision' && !aside) return false
  if (leavesAbove(node) && (row === 0 || taken.has(cell(node.lane, row - 1)))) return false
  return [...lanesBetween(previous.lane, node.lane), node.lane].every((lane) => !taken.has(cell(lane, row)))
}

/** Rows of the nodes, in the order they are listed. */
function placeRows(flow: Flow): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  const taken: Cells = new Set()
  let lowest = 0
  for (const [index, node] of flow.nodes.entries()) {
    const previous = flow.nodes[index - 1]
    const previousRow = previous === undefined ? 0 : (rows.get(previous.id) ?? 0)
    const leading = flow.nodes.slice(0, index).filter((other) => nodeExits(other).includes(node.id))
    let row = 0
    if (previous !== undefined) {
      const onlyPrevious = leading.every((other) => other === previous || (rows.get(other.id) ?? 0) < previousRow)
      row = onlyPrevious && fitsBeside(flow, previous, node, previousRow, taken) ? previousRow : lowest + 1
      if (row !== previousRow && leavesAbove(node)) while (taken.has(cell(node.lane, row - 1))) row += 1
    }
    rows.set(node.id, row)
    taken.add(cell(node.lane, row))
    if (leavesAbove(node)) taken.add(cell(node.lane, row - 1))
    // The way down of a decision to the node that comes next runs through its own lane.
    const next = flow.nodes[index + 1]
    if (node.kind === 'decision' && next !== undefined && next.lane !== node.lane) {
      const downward = nodeExits(node).includes(next.id) && !fitsBeside(flow, node, next, row, taken)
      if (downward || nodeExits(node).length > 1) taken.add(cell(node.lane, row + 1))
    }
    lowest = Math.max(lowest, row)
  }
  return rows
}

function boxOf(flow: Flow, node: FlowNode, row: number): ChartBox {
  const { width, height } = size[node.kind][node.lane]
  const number = stepsFor(flow).find((step) => step.nodeId === node.id)?.number
  return {
    id: node.id,
    kind: node.kind,
    lane: node.lane,
    row,
    x: centreX[node.lane] - width / 2,
    y: firstRowY + row * rowPitch - height / 2,
    width,
    height,
    ...(number === undefined ? {} : { number }),
    ...(node.note === true ? { note: true } : {}),
  }
}

/** The little boxes of the exits out of the flow: above a guest's decision, to the right of the others. */
function exitBoxes(node: FlowNode, box: ChartBox): readonly ChartBox[] {
  return node.exits.flatMap((exit) => {
    if ('node' in exit.to) return []
    const width = 58
    const height = 28
    const middle = box.y + box.height / 2
    const above = node.lane === 'guest'
    return [
      {
        id: `${node.id}:${exit.answer ?? ''}`,
        kind: 'exit',
        lane: node.lane,
        row: above ? box.row - 1 : box.row,
        x: above ? box.x + box.width / 2 - width / 2 : box.x + box.width + 14,
        y: above ? middle - rowPitch + 4 - height / 2 : middle - height / 2,
        width,
        height,
        exit: exit.to,
      },
    ]
  })
}

/**
 * Draws a flow from its data: each node in its lane, in the order listed, a line for every exit. Deterministic;
 * sizes in px as in the drawing of 帮助 (lanes 196, 296, 284; steps 40 high, decisions 44, exits 28).
 */
export function chartOf(flow: Flow): Chart {
  const rows = placeRows(flow)
  const boxes = flow.nodes.map((node) => boxOf(flow, node, rows.get(node.id) ?? 0))
  const exits = flow.nodes.flatMap((node, index) => {
    const box = boxes[index]
    return box === undefined ? [] : exitBoxes(node, box)
  })
  const last = Math.max(...rows.values())
  return {
    width: 776,
    height: firstRowY + last * rowPitch + 40,
    lanes: lanes.map((lane) => ({ lane, x: laneX[lane], width: laneWidth[lane] })),
    boxes: [...boxes, ...exits],
    lines: routeEdges(flow, boxes, exits, { laneX, laneWidth, centreX }),
  }
}

/** Ids of the nodes on the shortest way from the start to a node, both included: what is drawn in the accent. */
export function pathTo(flow: Flow, nodeId: string): readonly string[] {
  const start = flow.nodes[0]
  if (start === undefined) return []
  const ways: (readonly string[])[] = [[start.id]]
  const seen = new Set<string>()
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const id = way.at(-1) ?? ''
    if (id === nodeId) return way
    if (seen.has(id)) continue
    seen.add(id)
    const node = flow.nodes.find((other) => other.id === id)
    for (const next of node === undefined ? [] : nodeExits(node)) ways.push([...way, next])
  }
  return []
}
