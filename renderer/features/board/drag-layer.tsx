import { useTranslation } from 'react-i18next'
import type { TimeReading } from '#renderer/ui/time-words.ts'
import { spanClock } from '#renderer/ui/time-words.ts'
import { type BoardAxis, xOf } from '#shared/domain/room/board-axis.ts'
import { plannedEndOf } from '#shared/domain/room/board-item.ts'
import type { DragRoom } from '#shared/domain/room/drag.ts'
import { sizes } from './board-sizes.ts'
import { useDragWords } from './drag-words.ts'
import { type Drag, ghostExtent } from './use-drag.ts'

interface LayerProps {
  drag: Drag
  axis: BoardAxis
  reading: TimeReading
  rooms: readonly DragRoom[]
  typeName: (code: string) => string
  /** Top of a room's row within the rows; undefined when its type is folded. */
  topOf: (roomNo: string) => number | undefined
}

/** The held bar, the outline it left, and what is in its way hatched where it is. */
export function DragLayer({ drag, axis, reading, rooms, typeName, topOf }: LayerProps) {
  const { t } = useTranslation()
  const { t: words } = useTranslation('board')
  const dragWords = useDragWords()(drag, rooms, typeName, reading)
  const { item, target, verdict } = drag
  const ghost = ghostExtent(axis, target)
  const top = topOf(target.roomNo)
  const homeTop = topOf(drag.homeRoomNo)
  const homeEnd = item.claim ? plannedEndOf(item.claim) : item.end
  const left = ghostExtent(axis, { ...target, start: item.start, end: homeEnd })
  const conflict = verdict.kind === 'conflict' ? verdict.conflict : undefined
  const hatch = conflict
    ? {
        left: xOf(axis, Math.max(conflict.overlap.start, target.start)) - ghost.left,
        width: Math.max(8, xOf(axis, conflict.overlap.end) - xOf(axis, Math.max(conflict.overlap.start, target.start))),
      }
    : undefined
  const stateKey = item.state === 'past' ? 'reserved' : item.state
  return (
    <div className="drag-layer" style={{ left: sizes.header }} aria-hidden="true">
      {homeTop === undefined ? null : (
        <div
          className="drag-home"
          style={{ transform: `translate(${left.left}px, ${homeTop}px)`, width: left.width - 1 }}
        >
          {words('drag.home', { span: spanClock(item.start, homeEnd, reading) })}
        </div>
      )}
      {top === undefined ? null : (
        <div
          className={`bar bar-ghost state-${stateKey} verdict-${verdict.kind}`}
          style={{ transform: `translate(${ghost.left}px, ${top}px)`, width: ghost.width - 1 }}
        >
          <i className="bar-cap">{t(`stateLetter.${stateKey}`)}</i>
          <span className="bar-text">
            {item.claim?.name} {item.claim?.party ? words('party', { count: item.claim.party }) : ''}
          </span>
          {hatch ? (
            <span className="drag-hatch" style={{ left: hatch.left, width: hatch.width }}>
              <b>{dragWords.onHatch}</b>
            </span>
          ) : null}
        </div>
      )}
    </div>
  )
}

/** The words beside the pointer, or beside the bar when keys hold it. */
export function DragBubble({
  drag,
  rooms,
  typeName,
  reading,
  at,
}: {
  drag: Drag
  rooms: readonly DragRoom[]
  typeName: (code: string) => string
  reading: TimeReading
  at: { x: number; y: number }
}) {
  const { t } = useTranslation('board')
  const said = useDragWords()(drag, rooms, typeName, reading)
  const width = 400
  const left = Math.max(8, Math.min(at.x + 12, window.innerWidth - width - 12))
  const top = Math.min(at.y + 20, window.innerHeight - 130)
  return (
    <div className="drag-bubble" role="status" style={{ left, top, maxWidth: width }}>
      <p>
        <b>{said.where}</b> <span className="quiet">{said.change}</span>
      </p>
      {said.trouble ? (
        <p className={drag.verdict.kind === 'ask' ? 'warn' : 'bad'}>
          <b>{said.trouble}</b>
          {drag.verdict.kind === 'conflict' || drag.verdict.kind === 'outside' ? t('drag.goesBack') : ''}
        </p>
      ) : null}
      {said.fits ? <p className="quiet">{said.fits}</p> : null}
      {drag.by === 'keys' ? <p className="quiet small">{t('drag.keys')}</p> : null}
    </div>
  )
}
