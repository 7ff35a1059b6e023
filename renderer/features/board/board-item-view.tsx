import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '#renderer/api/venue-clock.ts'
import { clockWords, countdown, type TimeReading } from '#renderer/ui/time-words.ts'
import { type BoardAxis, extentOf, xOf } from '#shared/domain/room/board-axis.ts'
import { type BoardItem, plannedEndOf } from '#shared/domain/room/board-item.ts'
import { sizes } from './board-sizes.ts'

const minute = 60_000

/** The id by which the grid names its active cell. */
export const cellId = (roomNo: string, key: string): string => `cell-${roomNo}-${key.replace(/[^\w-]/g, '_')}`

function HoldText({ item }: { item: BoardItem }) {
  const { t } = useTranslation('board')
  useNow()
  const hold = item.hold
  if (!hold) return null
  return (
    <>
      {hold.staffName} {hold.staffNo} {t('talking')} · {t('leftTime', { time: countdown(hold.expiresAt, Date.now()) })}
    </>
  )
}

/** What stands on a bar: name and party; then what matters now, else the code where there is room. */
function ItemText({
  item,
  now,
  width,
  reading,
}: {
  item: BoardItem
  now: number
  width: number
  reading: TimeReading
}) {
  const { t } = useTranslation('board')
  const { claim } = item
  if (item.kind === 'hold') return <HoldText item={item} />
  if (!claim) return null
  if (item.kind === 'block') return <>{claim.reason || t(`blockKind.${blockKindOf(claim.state)}`)}</>
  const rest = plannedEndOf(claim) - now
  const urgent =
    item.state === 'dueSoon' ? (
      rest >= 0 ? (
        <b>{t('leftMinutes', { minutes: Math.ceil(rest / minute) })}</b>
      ) : (
        <b className="over">{t('overMinutes', { minutes: Math.floor(-rest / minute) })}</b>
      )
    ) : item.state === 'lateParty' && claim.holdUntil ? (
      <b>{t('keptUntil', { time: clockWords(claim.holdUntil, reading) })}</b>
    ) : null
  return (
    <>
      {claim.name || t('walkIn')}
      {claim.party ? ` ${t('party', { count: claim.party })}` : ''}{' '}
      {urgent ??
        (width >= sizes.withCode && claim.bookingCode && item.state !== 'past' ? <em>{claim.bookingCode}</em> : null)}
    </>
  )
}

export type BlockKind = 'repair' | 'closed' | 'locked'
export const blockKindOf = (state: string | undefined): BlockKind =>
  state === 'closed' || state === 'locked' ? state : 'repair'

/** Spoken name of a bar for those who hear the screen. */
export function useItemLabel(): (item: BoardItem, reading: TimeReading) => string {
  const { t } = useTranslation('board')
  const { t: common } = useTranslation()
  return (item, reading) => {
    const state = item.state === 'past' ? t('past') : common(`state.${item.state}`)
    const who = item.hold
      ? `${item.hold.staffName} ${t('talking')}`
      : item.kind === 'block'
        ? (item.claim?.reason ?? '')
        : `${item.claim?.name ?? t('walkIn')} ${item.claim?.party ? t('party', { count: item.claim.party }) : ''}`
    return `${state} ${who} ${clockWords(item.start, reading)}–${clockWords(item.end, reading)} ${item.claim?.bookingCode ?? ''}`.trim()
  }
}

interface ItemProps {
  item: BoardItem
  roomNo: string
  axis: BoardAxis
  now: number
  reading: TimeReading
  focused: boolean
  dragged: boolean
}

/** One bar: exact to the pixel at both ends; three elements, so that thousands stay cheap. */
export const BoardItemView = memo(function BoardItemView({
  item,
  roomNo,
  axis,
  now,
  reading,
  focused,
  dragged,
}: ItemProps) {
  const { t } = useTranslation()
  const label = useItemLabel()
  const extent = extentOf(axis, item.start, item.end)
  const tail = extentOf(axis, item.end, item.cleanUntil)
  const past = item.state === 'past'
  const letter = past ? undefined : t(`stateLetter.${item.state}`)
  const width = extent?.width ?? 0
  const elapsed =
    item.state === 'inUse' ? Math.max(0, xOf(axis, Math.min(now, item.end)) - Math.max(0, xOf(axis, item.start))) : 0
  const patterned = !past && item.state !== 'reserved' && item.state !== 'inUse' && item.state !== 'held'
  const outside = width < sizes.letterOutside && !past

  return (
    <>
      {extent ? (
        <div
          role="gridcell"
          id={cellId(roomNo, item.key)}
          aria-label={label(item, reading)}
          data-key={item.key}
          data-outside={outside ? letter : undefined}
          className={`bar state-${item.state}${past ? ' bar-past' : ''}${patterned ? ' bar-patterned' : ''}${focused ? ' bar-focused' : ''}${dragged ? ' bar-dragged' : ''}`}
          style={{
            transform: `translateX(${extent.left}px)`,
            width: Math.max(2, width - 1),
            ...(elapsed > 0 ? { '--elapsed': `${elapsed}px` } : {}),
          }}
        >
          {letter && !outside ? <i className="bar-cap">{letter}</i> : null}
          {width >= sizes.capOnly ? (
            <span className="bar-text">
              <ItemText item={item} now={now} width={width} reading={reading} />
            </span>
          ) : null}
        </div>
      ) : null}
      {tail && item.kind !== 'block' ? (
        <i
          className={item.beingCleaned ? 'bar-tail bar-tail-now' : 'bar-tail'}
          data-letter={item.beingCleaned ? t('stateLetter.cleaning') : undefined}
          style={{ transform: `translateX(${tail.left}px)`, width: Math.max(2, tail.width - 1) }}
        />
      ) : null}
    </>
  )
})
