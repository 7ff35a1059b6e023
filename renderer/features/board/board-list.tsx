import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BoardGroup, itemsOf } from '#renderer/ui/room/room-model.ts'
import { EmptyState } from '#renderer/ui/screen-states.tsx'
import { StateChip } from '#renderer/ui/state-chip.tsx'
import { lengthDigits, spanClock, type TimeReading } from '#renderer/ui/time-words.ts'
import type { BoardCell } from '#shared/domain/room/board-focus.ts'
import { type BoardItem, plannedEndOf } from '#shared/domain/room/board-item.ts'
import { canDrag, type DragRoom, judgeDrag, stretchTarget } from '#shared/domain/room/drag.ts'
import { blockKindOf } from './board-words.ts'
import type { Drag } from './use-drag.ts'
import { useSize } from './use-viewport.ts'

interface ListProps {
  groups: readonly BoardGroup[]
  now: number
  close: number
  dueSoonMinutes: number
  slotMinutes: number
  reading: TimeReading
  rooms: readonly DragRoom[]
  onOpen: (roomNo: string, cell: BoardCell) => void
  onLetter: (letter: string, roomNo: string, cell: BoardCell) => boolean
  onDrop: (drag: Drag) => void
  onNow: () => void
}

const rowHeight = 32
const overscan = 10

interface Line {
  readonly roomNo: string
  readonly typeName: string
  readonly item: BoardItem
}

const cellOf = (item: BoardItem): BoardCell => ({ type: 'item', key: item.key, item, start: item.start, end: item.end })

/** The board as a table in order of time, with the same keys: for those who read rather than look. */
export function BoardList(props: ListProps) {
  const { groups, now, dueSoonMinutes, reading, rooms, slotMinutes, close } = props
  const { t } = useTranslation('board')
  const { t: common } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const { height } = useSize(scroller)
  const [scrollTop, setScrollTop] = useState(0)
  const [chosen, setChosen] = useState<string>()

  const lines: readonly Line[] = useMemo(
    () =>
      groups
        .flatMap((group) =>
          group.rooms.flatMap((room) =>
            itemsOf(room, now, dueSoonMinutes).map((item) => ({
              roomNo: room.roomNo,
              typeName: group.type.name,
              item,
            })),
          ),
        )
        .sort((a, b) => a.item.start - b.item.start || a.roomNo.localeCompare(b.roomNo)),
    [groups, now, dueSoonMinutes],
  )
  const idOf = (line: Line): string => `${line.roomNo}|${line.item.key}`
  const index = lines.findIndex((line) => idOf(line) === chosen)

  const show = (at: number) => {
    const box = scroller.current
    if (!box) return
    const top = at * rowHeight
    if (top < box.scrollTop) box.scrollTop = top
    else if (top + rowHeight * 2 > box.scrollTop + box.clientHeight)
      box.scrollTop = top + rowHeight * 2 - box.clientHeight
  }
  const choose = (at: number) => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, at))]
    if (!line) return
    setChosen(idOf(line))
    show(lines.indexOf(line))
  }
  const toNow = () => {
    const at = lines.findIndex((line) => line.item.end > now)
    if (at < 0) return
    choose(at)
    if (scroller.current) scroller.current.scrollTop = Math.max(0, (at - 2) * rowHeight)
  }

  // The list opens where the evening stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    toNow()
    scroller.current?.focus({ preventScroll: true })
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const page = Math.max(1, Math.floor(height / rowHeight) - 2)
    const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page }
    const step = steps[event.key]
    const line = lines[index]
    if (step !== undefined) choose(index + step)
    else if (event.key === 'Home') {
      props.onNow()
      toNow()
    } else if (!line) return
    else if (event.key === 'Enter') props.onOpen(line.roomNo, cellOf(line.item))
    else if ((event.key === '[' || event.key === ']') && canDrag(line.item)) {
      const { item, roomNo } = line
      const home = { roomNo, start: item.start, end: item.claim ? plannedEndOf(item.claim) : item.end }
      const target = stretchTarget(item, home, event.key === '[' ? -15 : 15, slotMinutes)
      props.onDrop({
        item,
        homeRoomNo: roomNo,
        target,
        by: 'keys',
        verdict: judgeDrag(item, roomNo, target, rooms, { now, close }),
      })
    } else if (/^[a-z]$/i.test(event.key) && props.onLetter(event.key.toUpperCase(), line.roomNo, cellOf(line.item))) {
      // done
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const row = event.target instanceof Element ? event.target.closest('[id^="list-"]') : undefined
    const line = lines[Number(row?.id.slice('list-'.length))]
    if (!row || !line) return
    setChosen(idOf(line))
    props.onOpen(line.roomNo, cellOf(line.item))
  }

  if (lines.length === 0) return <EmptyState title={t('list.empty')}>{t('list.emptyNext')}</EmptyState>
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan)
  const to = Math.min(lines.length, Math.ceil((scrollTop + height) / rowHeight) + overscan)
  const heads = ['room', 'type', 'state', 'time', 'length', 'guest', 'party', 'code', 'note'] as const
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t('list.title')}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={index >= from && index < to ? `list-${index}` : undefined}
      tabIndex={0}
      className="board-list"
      onKeyDown={onKeyDown}
      onClick={onClick}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div role="row" aria-rowindex={1} className="board-list-head">
        {heads.map((head) => (
          <span role="columnheader" key={head}>
            {t(`list.${head}`)}
          </span>
        ))}
      </div>
      <div role="rowgroup" style={{ position: 'relative', height: lines.length * rowHeight }}>
        {lines.slice(from, to).map((line, offset) => {
          const at = from + offset
          const { item } = line
          const end = item.claim ? plannedEndOf(item.claim) : item.end
          const shown = item.beingCleaned ? 'cleaning' : item.state
          return (
            <div
              key={idOf(line)}
              role="row"
              id={`list-${at}`}
              aria-rowindex={at + 2}
              aria-selected={at === index}
              className={item.state === 'past' ? 'board-list-row board-list-past' : 'board-list-row'}
              style={{ transform: `translateY(${at * rowHeight}px)` }}
            >
              <span role="gridcell">
                <b>{line.roomNo}</b>
              </span>
              <span role="gridcell">{line.typeName}</span>
              <span role="gridcell" className="board-list-state">
                {shown === 'past' ? (
                  t('past')
                ) : (
                  <>
                    <StateChip state={shown} size={16} /> {common(`state.${shown}`)}
                  </>
                )}
              </span>
              <span role="gridcell">{spanClock(item.start, end, reading)}</span>
              <span role="gridcell">{lengthDigits(Math.round((end - item.start) / 60_000))}</span>
              <span role="gridcell">
                {item.hold
                  ? `${item.hold.staffName} ${t('talking')}`
                  : item.kind === 'block'
                    ? t(`blockKind.${blockKindOf(item.claim?.state)}`)
                    : (item.claim?.name ?? t('walkIn'))}
              </span>
              <span role="gridcell">{item.claim?.party ? t('party', { count: item.claim.party }) : ''}</span>
              <span role="gridcell">{item.claim?.bookingCode ?? ''}</span>
              <span role="gridcell">{item.claim?.reason ?? (item.claim?.promise ? t('badge.promise') : '')}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
