import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { dateWords, plainClock, type TimeReading } from '#renderer/ui/time-words.ts'
import { type BoardAxis, hoursOf, xOf } from '#shared/domain/room/board-axis.ts'
import { addDays } from '#shared/domain/time/business-day.ts'

/** Dates above, hours below, and the time now in red. */
export const BoardRuler = memo(function BoardRuler({
  axis,
  date,
  midnight,
  now,
  reading,
}: {
  axis: BoardAxis
  date: string
  midnight: number
  /** Undefined on another day. */
  now: number | undefined
  reading: TimeReading
}) {
  const { t } = useTranslation('board')
  const nowX = now === undefined ? undefined : xOf(axis, now)
  const hours = hoursOf(axis)
  const every = axis.pxPerMinute * 60 < 56 ? 2 : 1
  return (
    <div className="board-ruler" aria-hidden="true">
      <div className="board-ruler-head">{t('rulerHead')}</div>
      <div className="board-ruler-time">
        <b className="ruler-date" style={{ transform: 'translateX(6px)' }}>
          {dateWords(date, reading.language)}
        </b>
        {midnight > axis.start && midnight < axis.end ? (
          <b className="ruler-date ruler-next" style={{ transform: `translateX(${xOf(axis, midnight) + 4}px)` }}>
            {t('nextDay')} {dateWords(addDays(date, 1), reading.language)}
          </b>
        ) : null}
        {hours.map((at, index) => {
          const x = xOf(axis, at)
          const hidden = index % every !== 0 || (nowX !== undefined && Math.abs(nowX - x) < 40)
          if (hidden) return null
          return (
            <span
              key={at}
              className={at === midnight ? 'ruler-hour ruler-midnight' : 'ruler-hour'}
              style={{ transform: index === 0 ? 'translateX(2px)' : `translateX(calc(${x}px - 50%))` }}
            >
              {plainClock(at, reading)}
            </span>
          )
        })}
        {nowX === undefined || now === undefined ? null : (
          <span className="ruler-now" style={{ transform: `translateX(calc(${nowX}px - 50%))` }}>
            {plainClock(now, reading)}
          </span>
        )}
      </div>
    </div>
  )
})
