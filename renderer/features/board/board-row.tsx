import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRoom } from '#renderer/api/board-data.ts'
import { itemsOf } from '#renderer/ui/room/room-model.ts'
import type { TimeReading } from '#renderer/ui/time-words.ts'
import { type BoardAxis, extentOf } from '#shared/domain/room/board-axis.ts'
import type { BoardCell } from '#shared/domain/room/board-focus.ts'
import { BoardItemView, cellId } from './board-item-view.tsx'
import { sizes } from './board-sizes.ts'

interface RowProps {
  room: BoardRoom
  typeCode: string
  seats: number
  index: number
  ariaRow: number
  axis: BoardAxis
  now: number
  dueSoonMinutes: number
  reading: TimeReading
  /** The cell of this row that has the focus. */
  focus?: BoardCell
  draggedKey?: string
}

/** One room: its header, and its bars. */
export const BoardRow = memo(function BoardRow({
  room,
  typeCode,
  seats,
  index,
  ariaRow,
  axis,
  now,
  dueSoonMinutes,
  reading,
  focus,
  draggedKey,
}: RowProps) {
  const { t } = useTranslation('board')
  const items = itemsOf(room, now, dueSoonMinutes)
  const vip = items.some((item) => item.claim?.vipTier && item.state !== 'past' && item.start <= now + 4 * 3_600_000)
  const promise = items.some((item) => item.claim?.promise && item.state !== 'past')
  const blocked = items.some((item) => item.state === 'blocked' && item.start <= now)
  const free = focus?.type === 'free' ? extentOf(axis, focus.start, focus.end) : undefined

  return (
    <div
      role="row"
      aria-rowindex={ariaRow}
      className="board-row"
      data-room={room.roomNo}
      style={{ transform: `translateY(${index * sizes.row}px)` }}
    >
      <div role="rowheader" className="board-row-head">
        <b>{room.roomNo}</b>
        <span>
          {typeCode} · {t('seats', { count: seats })}
        </span>
        <span className="board-badges">
          {promise ? (
            <i className="board-badge badge-promise" title={t('badge.promise')}>
              {t('badgeLetter.promise')}
            </i>
          ) : null}
          {vip ? <i className="board-badge badge-vip">VIP</i> : null}
          {blocked ? (
            <i className="board-badge badge-repair" title={t('badge.repair')}>
              {t('badgeLetter.repair')}
            </i>
          ) : null}
        </span>
      </div>
      <div className="board-row-time" role="presentation">
        {items.map((item) => (
          <BoardItemView
            key={item.key}
            item={item}
            roomNo={room.roomNo}
            axis={axis}
            now={now}
            reading={reading}
            focused={focus?.key === item.key}
            dragged={draggedKey === item.key}
          />
        ))}
        {focus && free ? (
          <div
            role="gridcell"
            id={cellId(room.roomNo, focus.key)}
            aria-label={t('freeStretch', { room: room.roomNo })}
            className="bar bar-free bar-focused"
            style={{ transform: `translateX(${free.left}px)`, width: free.width - 2 }}
          >
            <span className="bar-text">{t(focus.start <= now ? 'openHere' : 'bookHere')}</span>
          </div>
        ) : null}
      </div>
    </div>
  )
})
