import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { atOf, type BoardAxis, snapToSlot, xOf } from '#shared/domain/room/board-axis.ts'
import { type BoardItem, plannedEndOf } from '#shared/domain/room/board-item.ts'
import {
  canDrag,
  type DragRoom,
  type DragTarget,
  type DragVerdict,
  judgeDrag,
  moveTarget,
  stretchTarget,
} from '#shared/domain/room/drag.ts'
import { sizes } from './board-sizes.ts'

/** A bar that is held over the board. */
export interface Drag {
  readonly item: BoardItem
  readonly homeRoomNo: string
  readonly target: DragTarget
  readonly verdict: DragVerdict
  readonly by: 'pointer' | 'keys'
  /** Where the pointer is in the window, for the words beside it. */
  readonly pointer?: { readonly x: number; readonly y: number }
}

interface Grip {
  readonly item: BoardItem
  readonly homeRoomNo: string
  readonly edge: boolean
  /** Milliseconds between the start of the bar and the pointer. */
  readonly offset: number
  readonly x: number
  readonly y: number
  moved: boolean
}

interface DragDeps {
  readonly scroller: RefObject<HTMLElement | null>
  readonly axis: BoardAxis
  readonly slotMinutes: number
  readonly now: number
  readonly rooms: readonly DragRoom[]
  readonly find: (roomNo: string, key: string) => BoardItem | undefined
  readonly onDrop: (drag: Drag) => void
}

const startPx = 4
const edgeScrollPx = 48

/** Moving bars by pointer and by keys: one held bar, one verdict, one drop. */
export function useDrag(deps: DragDeps) {
  const [drag, setDrag] = useState<Drag>()
  const grip = useRef<Grip>(undefined)
  const latest = useRef(deps)
  latest.current = deps
  const scrolling = useRef<ReturnType<typeof setInterval>>(undefined)

  const hold = (
    item: BoardItem,
    homeRoomNo: string,
    target: DragTarget,
    by: Drag['by'],
    pointer?: Drag['pointer'],
  ): Drag => {
    const { rooms, now, axis } = latest.current
    const verdict = judgeDrag(item, homeRoomNo, target, rooms, { now, close: axis.end })
    const next: Drag = { item, homeRoomNo, target, verdict, by, ...(pointer ? { pointer } : {}) }
    setDrag(next)
    return next
  }

  const home = (item: BoardItem, roomNo: string): DragTarget => ({
    roomNo,
    start: item.start,
    end: item.claim ? plannedEndOf(item.claim) : item.end,
  })

  const stop = () => {
    grip.current = undefined
    clearInterval(scrolling.current)
    setDrag(undefined)
  }
  useEffect(() => () => clearInterval(scrolling.current), [])

  const timeAt = (clientX: number): number => {
    const { scroller, axis } = latest.current
    const box = scroller.current
    if (!box) return axis.start
    const x = clientX - box.getBoundingClientRect().left + box.scrollLeft - sizes.header
    return atOf(axis, x)
  }

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    const bar = event.target.closest<HTMLElement>('[data-key]')
    const row = event.target.closest<HTMLElement>('[data-room]')
    const key = bar?.dataset.key
    const roomNo = row?.dataset.room
    if (!bar || !key || !roomNo) return
    const item = latest.current.find(roomNo, key)
    if (!item || !canDrag(item)) return
    const box = bar.getBoundingClientRect()
    grip.current = {
      item,
      homeRoomNo: roomNo,
      edge: box.right - event.clientX <= sizes.edge && box.width > sizes.capOnly,
      offset: timeAt(event.clientX) - item.start,
      x: event.clientX,
      y: event.clientY,
      moved: false,
    }
  }

  const follow = (clientX: number, clientY: number) => {
    const held = grip.current
    const { slotMinutes, axis } = latest.current
    if (!held) return
    const at = home(held.item, held.homeRoomNo)
    let target: DragTarget
    if (held.edge) {
      const end = snapToSlot(axis, timeAt(clientX), slotMinutes)
      target = stretchTarget(held.item, at, (end - at.end) / 60_000, slotMinutes)
    } else {
      const under = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-room]')
      const roomNo = under?.dataset.room ?? drag?.target.roomNo ?? held.homeRoomNo
      const start = snapToSlot(axis, timeAt(clientX) - held.offset, slotMinutes)
      // A nudge within the slot leaves a bar that stands off the grid where it is.
      const minutes = Math.abs(start - held.item.start) < (slotMinutes * 60_000) / 2 ? 0 : (start - at.start) / 60_000
      target = moveTarget(held.item, at, { minutes, roomNo })
    }
    hold(held.item, held.homeRoomNo, target, 'pointer', { x: clientX, y: clientY })
  }

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = grip.current
    if (!held) return
    if (!held.moved) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < startPx) return
      held.moved = true
      event.currentTarget.setPointerCapture(event.pointerId)
    }
    follow(event.clientX, event.clientY)
    const box = latest.current.scroller.current?.getBoundingClientRect()
    clearInterval(scrolling.current)
    if (!box) return
    const up = event.clientY < box.top + sizes.ruler + edgeScrollPx
    const down = event.clientY > box.bottom - edgeScrollPx
    if (up || down)
      scrolling.current = setInterval(() => latest.current.scroller.current?.scrollBy(0, up ? -12 : 12), 16)
  }

  const onPointerUp = () => {
    const held = grip.current
    const current = drag
    stop()
    if (held?.moved && current) latest.current.onDrop(current)
    return held?.moved ?? false
  }

  return {
    drag,
    cancel: stop,
    pointer: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: stop },
    /** Takes a bar with the keyboard; false when it stays where it is. */
    grab: (item: BoardItem, roomNo: string): boolean => {
      if (!canDrag(item)) return false
      hold(item, roomNo, home(item, roomNo), 'keys')
      return true
    },
    shift: (change: { minutes?: number; roomNo?: string }) =>
      drag && hold(drag.item, drag.homeRoomNo, moveTarget(drag.item, drag.target, change), drag.by),
    stretch: (minutes: number) =>
      drag &&
      hold(
        drag.item,
        drag.homeRoomNo,
        stretchTarget(drag.item, drag.target, minutes, latest.current.slotMinutes),
        drag.by,
      ),
    drop: () => {
      const current = drag
      stop()
      if (current) latest.current.onDrop(current)
    },
    /** What one step longer or shorter would be, without taking the bar up first. */
    stretched: (item: BoardItem, roomNo: string, minutes: number): Drag => {
      const { rooms, now, axis, slotMinutes } = latest.current
      const target = stretchTarget(item, home(item, roomNo), minutes, slotMinutes)
      const verdict = judgeDrag(item, roomNo, target, rooms, { now, close: axis.end })
      return { item, homeRoomNo: roomNo, target, verdict, by: 'keys' }
    },
  }
}

/** Where the held bar is drawn, in px of the time axis. */
export const ghostExtent = (axis: BoardAxis, target: DragTarget) => ({
  left: xOf(axis, target.start),
  width: xOf(axis, target.end) - xOf(axis, target.start),
})
