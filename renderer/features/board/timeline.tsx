import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { type BoardGroup, itemsOf } from '#renderer/ui/room/room-model.ts'
import type { TimeReading } from '#renderer/ui/time-words.ts'
import { axisWidth, type BoardAxis, xOf } from '#shared/domain/room/board-axis.ts'
import { type BoardCell, cellAt, cellsOf } from '#shared/domain/room/board-focus.ts'
import type { BoardItem } from '#shared/domain/room/board-item.ts'
import { layoutOf, scrollToShow, stickyEdges } from '#shared/domain/room/board-layout.ts'
import type { DragRoom } from '#shared/domain/room/drag.ts'
import { instantAt } from '#shared/domain/time/business-day.ts'
import { cellId } from './board-item-view.tsx'
import { BoardRow } from './board-row.tsx'
import { BoardRuler } from './board-ruler.tsx'
import { sizes } from './board-sizes.ts'
import { BoardStrip } from './board-strip.tsx'
import { useBoardWords } from './board-words.ts'
import { DragBubble, DragLayer } from './drag-layer.tsx'
import { ItemCard } from './item-card.tsx'
import { type BoardFocus, useBoardKeys } from './use-board-keys.ts'
import { type Drag, useDrag } from './use-drag.ts'
import { useSize, useVisibleRows } from './use-viewport.ts'

export interface TimelineProps {
  groups: readonly BoardGroup[]
  date: string
  today: boolean
  open: number
  close: number
  now: number
  dueSoonMinutes: number
  slotMinutes: number
  reading: TimeReading
  rooms: readonly DragRoom[]
  freeNow: ReadonlyMap<string, number>
  /** A side sheet is open: its cell keeps the ring, cards stay away. */
  sheetOpen: boolean
  onOpen: (roomNo: string, cell: BoardCell) => void
  onLetter: (letter: string, roomNo: string, cell: BoardCell) => boolean
  onDrop: (drag: Drag) => void
  onNow: () => void
  onEscape: () => void
}

const cardDelayMs = 180

export function Timeline(props: TimelineProps) {
  const { groups, date, today, open, close, now, dueSoonMinutes, slotMinutes, reading, rooms } = props
  const { t } = useTranslation('board')
  const words = useBoardWords(reading)
  const scroller = useRef<HTMLDivElement>(null)
  const view = useSize(scroller)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const fold = useCallback((code: string) => {
    setFolded((before) => {
      const next = new Set(before)
      if (!next.delete(code)) next.add(code)
      return next
    })
  }, [])
  const [focus, setFocusState] = useState<BoardFocus>()
  const [byKeys, setByKeys] = useState(false)
  const [hover, setHover] = useState<{ roomNo: string; key: string }>()
  const hoverTimer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const axis: BoardAxis = useMemo(() => {
    const hour = 3_600_000
    const origin = instantAt(date, 0, reading)
    const minutes = (close - open) / 60_000
    const room = Math.max(0, view.width - sizes.header)
    return {
      start: open,
      end: close,
      hourOrigin: origin + Math.floor((open - origin) / hour) * hour,
      pxPerMinute: Math.max(sizes.leastPxPerMinute, room / Math.max(60, minutes)),
    }
  }, [open, close, date, reading, view.width])
  const width = axisWidth(axis)
  const layout = useMemo(
    () =>
      layoutOf(
        groups.map((group) => ({ code: group.type.code, rows: group.rooms.length })),
        folded,
        { stripHeight: sizes.strip, rowHeight: sizes.row, viewHeight: Math.max(200, view.height - sizes.ruler) },
      ),
    [groups, folded, view.height],
  )
  const ranges = useVisibleRows(scroller, layout, view.height - sizes.ruler)
  const shownRooms = useMemo(
    () => groups.flatMap((group) => (folded.has(group.type.code) ? [] : group.rooms)),
    [groups, folded],
  )
  const byNo = useMemo(() => new Map(groups.flatMap((g) => g.rooms).map((room) => [room.roomNo, room])), [groups])
  const typeNames = useMemo(() => new Map(groups.map((group) => [group.type.code, group.type.name])), [groups])
  const typeName = (code: string): string => typeNames.get(code) ?? code

  const cells = useCallback(
    (roomNo: string): readonly BoardCell[] => {
      const room = byNo.get(roomNo)
      return room ? cellsOf(itemsOf(room, now, dueSoonMinutes), { start: open, end: close }, now) : []
    },
    [byNo, now, dueSoonMinutes, open, close],
  )
  const find = (roomNo: string, key: string): BoardItem | undefined => {
    const room = byNo.get(roomNo)
    return room && itemsOf(room, now, dueSoonMinutes).find((item) => item.key === key)
  }
  const { drag, pointer, ...held } = useDrag({ scroller, axis, slotMinutes, now, rooms, find, onDrop: props.onDrop })

  const placeOf = useCallback(
    (roomNo: string): { group: number; row: number; top: number } | undefined => {
      for (const [index, group] of groups.entries()) {
        const row = group.rooms.findIndex((room) => room.roomNo === roomNo)
        const place = layout.groups[index]
        if (row >= 0 && place)
          return place.rows === 0 ? undefined : { group: index, row, top: place.rowsTop + row * sizes.row }
      }
      return undefined
    },
    [groups, layout],
  )
  const show = useCallback(
    (roomNo: string) => {
      const box = scroller.current
      const place = placeOf(roomNo)
      if (!box || !place) return
      box.scrollTop = scrollToShow(layout, place.group, place.row, box.scrollTop, box.clientHeight - sizes.ruler)
    },
    [layout, placeOf],
  )
  const setFocus = (next: BoardFocus) => {
    setFocusState(next)
    show(next.roomNo)
  }

  const onKey = useBoardKeys({
    roomNos: shownRooms.map((room) => room.roomNo),
    cells,
    now,
    today,
    pageRows: Math.max(1, Math.floor((view.height - sizes.ruler - groups.length * sizes.strip) / sizes.row) - 1),
    slotMinutes,
    focus,
    setFocus,
    holding: drag?.target.roomNo,
    shift: (change) => {
      held.shift(change)
      if (change.roomNo) show(change.roomNo)
    },
    stretch: held.stretch,
    drop: held.drop,
    cancel: held.cancel,
    grab: (roomNo, cell) => cell.type === 'item' && held.grab(cell.item, roomNo),
    stretchNow: (roomNo, cell, minutes) =>
      cell.type === 'item' && props.onDrop(held.stretched(cell.item, roomNo, minutes)),
    open: props.onOpen,
    letter: props.onLetter,
    goToNow: props.onNow,
    escape: () => {
      setByKeys(false)
      props.onEscape()
    },
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget && !drag) return
    if (!onKey(event)) return
    event.preventDefault()
    event.stopPropagation()
    setByKeys(event.key !== 'Escape')
    setHover(undefined)
  }

  // The board takes the keys as soon as it is there.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [])

  const focusCell = focus && cells(focus.roomNo)
  const focused = focusCell && (focusCell.find((cell) => cell.key === focus.key) ?? cellAt(focusCell, focus.at))

  const over = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'touch' || drag || !(event.target instanceof Element)) return
    const key = event.target.closest<HTMLElement>('[data-key]')?.dataset.key
    const roomNo = event.target.closest<HTMLElement>('[data-room]')?.dataset.room
    clearTimeout(hoverTimer.current)
    if (key && roomNo) {
      if (hover?.key === key) return
      hoverTimer.current = setTimeout(() => setHover({ roomNo, key }), hover ? 40 : cardDelayMs)
    } else hoverTimer.current = setTimeout(() => setHover(undefined), 60)
  }
  useEffect(() => () => clearTimeout(hoverTimer.current), [])

  const onClick = (event: PointerEvent<HTMLElement>, dropped: boolean) => {
    if (dropped || !(event.target instanceof Element) || event.target.closest('button')) return
    const row = event.target.closest<HTMLElement>('[data-room]')
    const roomNo = row?.dataset.room
    if (!row || !roomNo) return
    const box = scroller.current?.getBoundingClientRect()
    const x = event.clientX - (box?.left ?? 0) + (scroller.current?.scrollLeft ?? 0) - sizes.header
    const at = axis.start + (x / axis.pxPerMinute) * 60_000
    const key = event.target.closest<HTMLElement>('[data-key]')?.dataset.key
    const row_ = cells(roomNo)
    const cell = row_.find((one) => one.key === key) ?? row_.find((one) => one.start <= at && at < one.end)
    if (!cell) return
    setByKeys(false)
    const again = focus?.roomNo === roomNo && focus.key === cell.key
    setFocusState({ roomNo, key: cell.key, at })
    if (cell.type === 'item' || again) {
      setHover(undefined)
      // Where a free stretch was pressed says from when.
      props.onOpen(roomNo, cell.type === 'free' ? { ...cell, start: Math.max(cell.start, at) } : cell)
    }
  }

  const carded =
    drag || props.sheetOpen
      ? undefined
      : (hover ??
        (byKeys && focused?.type === 'item' && focus ? { roomNo: focus.roomNo, key: focused.key } : undefined))
  const cardItem = carded && find(carded.roomNo, carded.key)
  const [anchor, setAnchor] = useState<{ left: number; right: number; top: number; bottom: number }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the row range moves
  useLayoutEffect(() => {
    if (!carded) {
      setAnchor(undefined)
      return
    }
    const box = document.getElementById(cellId(carded.roomNo, carded.key))?.getBoundingClientRect()
    setAnchor(box && { left: box.left, right: box.right, top: box.top, bottom: box.bottom })
  }, [carded?.roomNo, carded?.key, ranges, now])

  const midnight = instantAt(date, 1440, reading)
  const nowShown = today && now > axis.start && now < axis.end ? now : undefined
  let ariaRow = 1
  const bubbleAt = (): { x: number; y: number } => {
    if (drag?.pointer) return drag.pointer
    const box = scroller.current?.getBoundingClientRect()
    const place = drag && placeOf(drag.target.roomNo)
    if (!drag || !box || !place) return { x: 200, y: 200 }
    return {
      x: box.left + sizes.header + xOf(axis, drag.target.start) - (scroller.current?.scrollLeft ?? 0) - 12,
      y: box.top + sizes.ruler + place.top - (scroller.current?.scrollTop ?? 0) + 14,
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured once the grid has its new rows
  useLayoutEffect(() => {
    if (drag?.by === 'keys') show(drag.target.roomNo)
  }, [drag?.target.roomNo])

  return (
    <>
      <div
        ref={scroller}
        role="grid"
        aria-label={t('title')}
        aria-rowcount={groups.reduce((sum, group) => sum + 1 + group.rooms.length, 0)}
        aria-activedescendant={focus && focused && !drag ? cellId(focus.roomNo, focused.key) : undefined}
        tabIndex={0}
        className={`board-grid${drag ? ' board-dragging' : ''}`}
        onKeyDown={onKeyDown}
        onPointerDown={pointer.onPointerDown}
        onPointerMove={(event) => {
          pointer.onPointerMove(event)
          over(event)
        }}
        onPointerUp={(event) => onClick(event, pointer.onPointerUp())}
        onPointerCancel={pointer.onPointerCancel}
        onPointerLeave={() => {
          clearTimeout(hoverTimer.current)
          setHover(undefined)
        }}
        onScroll={() => hover && setHover(undefined)}
      >
        <div className="board-content" style={{ width: sizes.header + width }}>
          <BoardRuler axis={axis} date={date} midnight={midnight} now={nowShown} reading={reading} />
          <div
            className="board-body"
            role="rowgroup"
            style={{
              height: layout.height,
              '--hour': `${axis.pxPerMinute * 60}px`,
              '--hour-from': `${sizes.header + xOf(axis, axis.hourOrigin)}px`,
            }}
          >
            {midnight < axis.end && midnight > axis.start ? (
              <i
                className="next-day"
                style={{ left: sizes.header + xOf(axis, midnight), width: xOf(axis, axis.end) - xOf(axis, midnight) }}
              />
            ) : null}
            {groups.map((group, index) => {
              const place = layout.groups[index]
              const range = ranges[index] ?? { from: 0, to: 0 }
              if (!place) return null
              const stripRow = ariaRow
              ariaRow += 1 + group.rooms.length
              const edges = stickyEdges(layout, index)
              return [
                <BoardStrip
                  key={`strip-${group.type.code}`}
                  group={group}
                  axis={axis}
                  now={today ? now : axis.start}
                  freeNow={today ? (props.freeNow.get(group.type.code) ?? 0) : undefined}
                  folded={place.rows === 0}
                  ariaRow={stripRow}
                  stickyTop={layout.sticky ? edges.top + sizes.ruler : undefined}
                  stickyBottom={layout.sticky ? edges.bottom : undefined}
                  reading={reading}
                  onFold={fold}
                />,
                <div
                  key={`rows-${group.type.code}`}
                  className="board-rows"
                  role="presentation"
                  style={{ height: place.rows * sizes.row }}
                >
                  {group.rooms.slice(range.from, range.to).map((room, offset) => (
                    <BoardRow
                      key={room.roomNo}
                      room={room}
                      typeCode={group.type.code}
                      seats={group.type.seats}
                      index={range.from + offset}
                      ariaRow={stripRow + 1 + range.from + offset}
                      axis={axis}
                      now={now}
                      dueSoonMinutes={dueSoonMinutes}
                      words={words}
                      focus={focus?.roomNo === room.roomNo ? focused : undefined}
                      draggedKey={drag?.homeRoomNo === room.roomNo ? drag.item.key : undefined}
                    />
                  ))}
                </div>,
              ]
            })}
            {nowShown === undefined ? null : (
              <i className="now-line" style={{ transform: `translateX(${sizes.header + xOf(axis, nowShown)}px)` }} />
            )}
            {drag ? (
              <DragLayer
                drag={drag}
                axis={axis}
                reading={reading}
                rooms={rooms}
                typeName={typeName}
                topOf={(roomNo) => placeOf(roomNo)?.top}
              />
            ) : null}
          </div>
        </div>
      </div>
      {drag ? <DragBubble drag={drag} rooms={rooms} typeName={typeName} reading={reading} at={bubbleAt()} /> : null}
      {carded && cardItem && anchor ? (
        <ItemCard
          item={cardItem}
          roomNo={carded.roomNo}
          typeName={typeName(byNo.get(carded.roomNo)?.typeCode ?? '')}
          now={now}
          reading={reading}
          anchor={anchor}
        />
      ) : null}
    </>
  )
}
