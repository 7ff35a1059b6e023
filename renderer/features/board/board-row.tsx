import { memo } from 'react'
import type { BoardRoom } from '#renderer/api/board-data.ts'
import { itemsOf } from '#renderer/ui/room/room-model.ts'
import { type BoardAxis, extentOf } from '#shared/domain/room/board-axis.ts'
import type { BoardCell } from '#shared/domain/room/board-focus.ts'
import { BoardItemView, CleaningNow, cellId, changesWithClock, tailsPath } from './board-item-view.tsx'
import { sizes } from './board-sizes.ts'
import type { BoardWords } from './board-words.ts'

interface RowProps {
  room: BoardRoom
  typeCode: string
  seats: number
  index: number
  ariaRow: number
  axis: BoardAxis
  now: number
  dueSoonMinutes: number
  words: BoardWords
  /** The cell of this row that has the focus. */
  focus?: BoardCell
  draggedKey?: string
}

const soonMs = 4 * 3_600_000

/** One room: its header, and its bars. */
export const BoardRow = memo(function BoardRow(props: RowProps) {
  const { room, axis, now, words, focus, draggedKey } = props
  const items = itemsOf(room, now, props.dueSoonMinutes)
  const vip = items.some((item) => item.claim?.vipTier && item.state !== 'past' && item.start <= now + soonMs)
  const promise = items.some((item) => item.claim?.promise && item.state !== 'past')
  const blocked = items.some((item) => item.state === 'blocked' && item.start <= now)
  const free = focus?.type === 'free' ? extentOf(axis, focus.start, focus.end) : undefined
  const tails = tailsPath(items, axis)
  const cleaned = items.find((item) => item.beingCleaned)

  return (
    <div
      role="row"
      aria-rowindex={props.ariaRow}
      className="board-row"
      data-room={room.roomNo}
      style={{ transform: `translateY(${props.index * sizes.row}px)` }}
    >
      <div role="rowheader" className="board-row-head">
        <b>{room.roomNo}</b>
        <span>
          {props.typeCode} · {words.seats(props.seats)}
        </span>
        <span className="board-badges">
          {promise ? (
            <i className="board-badge badge-promise" title={words.promise.title}>
              {words.promise.letter}
            </i>
          ) : null}
          {vip ? <i className="board-badge badge-vip">VIP</i> : null}
          {blocked ? (
            <i className="board-badge badge-repair" title={words.repair.title}>
              {words.repair.letter}
            </i>
          ) : null}
        </span>
      </div>
      <div className="board-row-time" role="presentation">
        {tails === '' ? null : <i className="row-tails" style={{ clipPath: `path("${tails}")` }} />}
        {items.map((item) => (
          <BoardItemView
            key={item.key}
            item={item}
            roomNo={room.roomNo}
            axis={axis}
            now={changesWithClock(item) ? now : 0}
            words={words}
            focused={focus?.key === item.key}
            dragged={draggedKey === item.key}
          />
        ))}
        {cleaned ? <CleaningNow item={cleaned} axis={axis} words={words} /> : null}
        {focus && free ? (
          <div
            role="gridcell"
            id={cellId(room.roomNo, focus.key)}
            className="bar bar-free bar-focused"
            style={{ transform: `translateX(${free.left}px)`, width: free.width - 2 }}
          >
            <span className="visually-hidden">{words.freeStretch(room.roomNo)}</span>
            <span className="bar-text" aria-hidden="true">
              {focus.start <= now ? words.open : words.book}
            </span>
          </div>
        ) : null}
      </div>
    </div>
  )
})
