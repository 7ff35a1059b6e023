import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardGroup } from '#renderer/ui/room/room-model.ts'
import { plainClock, type TimeReading } from '#renderer/ui/time-words.ts'
import { type BoardAxis, extentOf } from '#shared/domain/room/board-axis.ts'
import { densityOf } from '#shared/domain/room/density.ts'

const slotMinutes = 30

interface StripProps {
  group: BoardGroup
  axis: BoardAxis
  now: number
  /** Rooms of the type that nobody holds at this moment; undefined on another day. */
  freeNow: number | undefined
  folded: boolean
  ariaRow: number
  /** Where it sticks; not at all without. */
  stickyTop: number | undefined
  stickyBottom: number | undefined
  reading: TimeReading
  onFold: (code: string) => void
}

/** The line of a room type: how many of its rooms are free, half hour by half hour. */
export const BoardStrip = memo(function BoardStrip({
  group,
  axis,
  now,
  freeNow,
  folded,
  ariaRow,
  stickyTop,
  stickyBottom,
  reading,
  onFold,
}: StripProps) {
  const { t } = useTranslation('board')
  const total = group.rooms.length
  const slots = useMemo(
    () =>
      densityOf(
        group.rooms.map((room) => room.claims),
        axis,
        slotMinutes,
      ),
    [group.rooms, axis],
  )
  const full = slots.filter((slot) => slot.free === 0 && slot.end > now)
  return (
    <div
      role="row"
      aria-rowindex={ariaRow}
      className="board-strip"
      style={stickyTop === undefined ? undefined : { position: 'sticky', top: stickyTop, bottom: stickyBottom }}
    >
      <div role="rowheader" className="board-strip-head">
        <button
          type="button"
          tabIndex={-1}
          aria-expanded={!folded}
          className="board-fold"
          onClick={() => onFold(group.type.code)}
        >
          <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" className={folded ? '' : 'unfolded'}>
            <path d="M3 1.5 6.5 5 3 8.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
          </svg>
          <b>{group.type.name}</b>
          <span className="quiet">{group.type.code}</span>
          <span className="board-strip-free">
            {freeNow === undefined ? (
              t('rooms', { count: total })
            ) : (
              <>
                {t('freeShort')} <b>{freeNow}</b>/{total}
              </>
            )}
          </span>
        </button>
      </div>
      <div role="gridcell" className="board-strip-time">
        <span className="visually-hidden">
          {full.length === 0
            ? t('neverFull')
            : t('fullAt', { times: full.map((slot) => plainClock(slot.start, reading)).join('、') })}
        </span>
        {slots.map((slot) => {
          const extent = extentOf(axis, slot.start, slot.end)
          if (!extent) return null
          const past = slot.end <= now
          const none = slot.free === 0 && !past
          return (
            <i
              key={slot.start}
              aria-hidden="true"
              className={none ? 'slot slot-full' : past ? 'slot slot-past' : 'slot'}
              style={{
                transform: `translateX(${extent.left}px)`,
                width: extent.width,
                '--busy': `${Math.round(((total - slot.free) / Math.max(1, total)) * 100)}%`,
              }}
            >
              {past ? null : none ? t('full') : slot.free}
            </i>
          )
        })}
      </div>
    </div>
  )
})
