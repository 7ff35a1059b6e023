import { useTranslation } from 'react-i18next'
import { chartOf, pathTo } from '#shared/domain/flows/chart.ts'
import type { ChartBox } from '#shared/domain/flows/chart-shape.ts'
import type { Flow } from '#shared/domain/flows/flow.ts'

const headHeight = 32
const hexagon = (box: ChartBox): string => {
  const { x, y, width, height } = box
  const middle = y + height / 2
  return `${x + 16},${y} ${x + width - 16},${y} ${x + width},${middle} ${x + width - 16},${y + height} ${x + 16},${y + height} ${x},${middle}`
}

/** A flow drawn from its data, in three lanes; the way to the chosen step in the accent. */
export function FlowChart({
  flow,
  chosen,
  onChoose,
}: {
  flow: Flow
  chosen: string | undefined
  onChoose: (nodeId: string) => void
}) {
  const { t } = useTranslation('flows')
  const { t: help } = useTranslation('help')
  const word = (key: string): string => t(key as '01.title', { defaultValue: '' })
  const chart = chartOf(flow)
  const way = chosen === undefined ? [] : pathTo(flow, chosen)
  const onWay = (from: string, to: string): boolean => way.some((id, index) => id === from && way[index + 1] === to)
  const exitWords = (box: ChartBox): string =>
    box.exit === undefined
      ? ''
      : 'flow' in box.exit
        ? help('flow', { no: box.exit.flow })
        : 'end' in box.exit
          ? word(`end.${box.exit.end}`)
          : ''
  const lines = chart.lines.toSorted((a, b) => Number(onWay(a.from, a.to)) - Number(onWay(b.from, b.to)))
  return (
    <svg
      className="flow-chart"
      viewBox={`0 ${-headHeight} ${chart.width} ${chart.height + headHeight}`}
      role="img"
      aria-label={`${help('flow', { no: flow.no })} ${word(`${flow.no}.title`)}`}
    >
      <defs>
        {(['plain', 'way'] as const).map((kind) => (
          <marker
            key={kind}
            id={`arrow-${kind}`}
            className={`flow-arrow-${kind}`}
            markerUnits="userSpaceOnUse"
            markerWidth="9"
            markerHeight="8"
            refX="8"
            refY="4"
            orient="auto"
          >
            <path d="M0 0.5 8 4 0 7.5z" />
          </marker>
        ))}
      </defs>
      {chart.lanes.map((lane, index) => (
        <g key={lane.lane}>
          <rect
            className={index === 1 ? 'flow-lane flow-lane-quiet' : 'flow-lane'}
            x={lane.x}
            y={-headHeight}
            width={lane.width}
            height={chart.height + headHeight}
          />
          <text className="flow-lane-name" x={lane.x + lane.width / 2} y={-11}>
            {word(`lane.${lane.lane}`)}
          </text>
        </g>
      ))}
      <line className="flow-lane-rule" x1={0} x2={chart.width} y1={0} y2={0} />
      {lines.map((line) => {
        const marked = onWay(line.from, line.to)
        return (
          <g key={`${line.from}-${line.to}`}>
            <polyline
              className={marked ? 'flow-line flow-line-way' : 'flow-line'}
              points={line.points.map((point) => point.join(',')).join(' ')}
              markerEnd={`url(#arrow-${marked ? 'way' : 'plain'})`}
            />
            {line.answer && line.labelAt ? (
              <text
                className={line.labelMiddle ? 'flow-answer flow-answer-middle' : 'flow-answer'}
                x={line.labelAt[0]}
                y={line.labelAt[1]}
              >
                {word(`answer.${line.answer}`)}
              </text>
            ) : null}
          </g>
        )
      })}
      {chart.boxes.map((box) => {
        const isChosen = box.id === chosen
        const spoken = box.number !== undefined
        const text = box.kind === 'exit' ? exitWords(box) : word(`${flow.no}.${box.id}`)
        const note = box.note ? word(`${flow.no}.${box.id}Note`) : ''
        const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the steps are chosen by keyboard in the list beside
          <g
            key={box.id}
            className={`flow-box flow-${box.kind} flow-in-${box.lane}${isChosen ? ' flow-chosen' : ''}${spoken ? ' flow-spoken' : ''}`}
            onClick={spoken ? () => onChoose(box.id) : undefined}
          >
            {box.kind === 'decision' ? (
              <polygon points={hexagon(box)} />
            ) : (
              <rect
                x={box.x}
                y={box.y}
                width={box.width}
                height={box.height}
                rx={box.kind === 'step' ? 6 : box.height / 2}
              />
            )}
            {spoken ? (
              <>
                <circle className="flow-number" cx={box.x + 20} cy={middle.y} r={10} />
                <text className="flow-number-text" x={box.x + 20} y={middle.y + 4.5}>
                  {box.number}
                </text>
              </>
            ) : null}
            <text className="flow-words" x={middle.x + (spoken ? 10 : 0)} y={middle.y + (note ? -2 : 5)}>
              {text}
            </text>
            {note ? (
              <text className="flow-note" x={middle.x} y={middle.y + 14}>
                {note}
              </text>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}
