import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '#renderer/api/venue-clock.ts'
import { countdown } from '#renderer/ui/time-words.ts'
import { type BoardAxis, extentOf, xOf } from '#shared/domain/room/board-axis.ts'
import { type BoardItem, plannedEndOf } from '#shared/domain/room/board-item.ts'
import { sizes } from './board-sizes.ts'
import type { BoardWords } from './board-words.ts'

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

/** What of a bar changes with the clock alone. */
export const changesWithClock = (item: BoardItem): boolean => item.state === 'inUse' || item.state === 'dueSoon'

function urgentText(item: BoardItem, now: number, words: BoardWords) {
  const { claim } = item
  if (!claim) return null
  if (item.state === 'dueSoon') {
    const rest = plannedEndOf(claim) - now
    return rest >= 0 ? (
      <b>{words.left(Math.ceil(rest / minute))}</b>
    ) : (
      <b className="over">{words.over(Math.floor(-rest / minute))}</b>
    )
  }
  return item.state === 'lateParty' && claim.holdUntil ? <b>{words.keptUntil(claim.holdUntil)}</b> : null
}

/** What stands on a bar: name and party; then what matters now, else the code where there is room. */
function itemText(item: BoardItem, now: number, width: number, words: BoardWords) {
  const { claim } = item
  if (item.kind === 'hold') return <HoldText item={item} />
  if (!claim) return null
  if (item.kind === 'block') return claim.reason || words.blockKind(claim.state)
  const who = `${claim.name || words.walkIn}${claim.party ? ` ${words.party(claim.party)}` : ''} `
  const withCode = width >= sizes.withCode && claim.bookingCode && item.state !== 'past'
  return (
    <>
      {who}
      {urgentText(item, now, words) ?? (withCode ? <em>{claim.bookingCode}</em> : null)}
    </>
  )
}

interface ItemProps {
  item: BoardItem
  roomNo: string
  axis: BoardAxis
  /** The clock, only for bars that change with it. */
  now: number
  words: BoardWords
  focused: boolean
  dragged: boolean
}

/** One bar: exact to the pixel at both ends; few elements and no hooks, so that thousands stay cheap. */
export const BoardItemView = memo(function BoardItemView({
  item,
  roomNo,
  axis,
  now,
  words,
  focused,
  dragged,
}: ItemProps) {
  const extent = extentOf(axis, item.start, item.end)
  if (!extent) return null
  const { left, width } = extent
  const past = item.state === 'past'
  const letter = item.state === 'past' ? undefined : words.letters[item.state]
  const elapsed =
    item.state === 'inUse' ? Math.max(0, xOf(axis, Math.min(now, item.end)) - Math.max(0, xOf(axis, item.start))) : 0
  const patterned = !past && item.state !== 'reserved' && item.state !== 'inUse' && item.state !== 'held'
  const outside = width < sizes.letterOutside && !past
  return (
    <div
      role="gridcell"
      id={cellId(roomNo, item.key)}
      data-key={item.key}
      data-outside={outside ? letter : undefined}
      className={`bar state-${item.state}${past ? ' bar-past' : ''}${patterned ? ' bar-patterned' : ''}${focused ? ' bar-focused' : ''}${dragged ? ' bar-dragged' : ''}`}
      style={{
        transform: `translateX(${left}px)`,
        width: Math.max(2, width - 1),
        ...(elapsed > 0 ? { '--elapsed': `${elapsed}px` } : {}),
      }}
    >
      <span className="visually-hidden">{words.label(item)}</span>
      {letter && !outside ? (
        <i className="bar-cap" aria-hidden="true">
          {letter}
        </i>
      ) : null}
      {width >= sizes.capOnly ? (
        <span className="bar-text" aria-hidden="true">
          {itemText(item, now, width, words)}
        </span>
      ) : null}
    </div>
  )
})

const tailHeight = 25

/** Everything that is cleaned after a party leaves, in one piece of dotted ground cut to the tails of a whole row. */
export function tailsPath(items: readonly BoardItem[], axis: BoardAxis): string {
  return items
    .filter((item) => item.kind !== 'hold' && item.cleanUntil > item.end && !item.beingCleaned)
    .flatMap((item) => {
      const tail = extentOf(axis, item.end, item.cleanUntil)
      return tail
        ? [
            `M${tail.left.toFixed(1)} 0h${Math.max(2, tail.width - 1).toFixed(1)}v${tailHeight}H${tail.left.toFixed(1)}z`,
          ]
        : []
    })
    .join('')
}

/** The cleaning that goes on now: its own edge and letter. */
export function CleaningNow({ item, axis, words }: { item: BoardItem; axis: BoardAxis; words: BoardWords }) {
  const tail = extentOf(axis, item.end, item.cleanUntil)
  if (!tail) return null
  return (
    <i
      className="bar-tail-now"
      data-letter={words.letters.cleaning}
      style={{ transform: `translateX(${tail.left}px)`, width: Math.max(2, tail.width - 1) }}
    />
  )
}
