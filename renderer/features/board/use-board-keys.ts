import { type KeyboardEvent, useCallback, useRef } from 'react'
import type { BoardCell } from '#shared/domain/room/board-focus.ts'
import { cellAt, cellBeside } from '#shared/domain/room/board-focus.ts'

/** Where the keyboard stands on the board. */
export interface BoardFocus {
  readonly roomNo: string
  readonly key: string
  /** The instant that up and down keep to. */
  readonly at: number
}

interface KeysDeps {
  readonly roomNos: readonly string[]
  readonly cells: (roomNo: string) => readonly BoardCell[]
  readonly now: number
  readonly today: boolean
  readonly pageRows: number
  readonly slotMinutes: number
  readonly focus: BoardFocus | undefined
  readonly setFocus: (focus: BoardFocus) => void
  readonly holding: string | undefined
  readonly shift: (change: { minutes?: number; roomNo?: string }) => void
  readonly stretch: (minutes: number) => void
  readonly drop: () => void
  readonly cancel: () => void
  readonly grab: (roomNo: string, cell: BoardCell) => void
  readonly stretchNow: (roomNo: string, cell: BoardCell, minutes: number) => void
  readonly open: (roomNo: string, cell: BoardCell) => void
  readonly letter: (letter: string, roomNo: string, cell: BoardCell) => boolean
  readonly goToNow: () => void
  readonly escape: () => void
}

const middle = (cell: BoardCell, now: number): number =>
  cell.start <= now && now < cell.end ? now : (cell.start + cell.end) / 2

/** The board by keyboard alone (screens.md 2). Answers true when the key was its own. */
export function useBoardKeys(deps: KeysDeps) {
  const latest = useRef(deps)
  latest.current = deps

  return useCallback((event: KeyboardEvent<HTMLElement>): boolean => {
    const d = latest.current
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
    const { key } = event
    const firstRoom = d.roomNos[0]
    if (firstRoom === undefined) return false
    const roomNo = d.focus && d.roomNos.includes(d.focus.roomNo) ? d.focus.roomNo : firstRoom
    const row = d.roomNos.indexOf(roomNo)
    const cells = d.cells(roomNo)
    const at = d.focus?.at ?? d.now
    const cell = cells.find((one) => one.key === d.focus?.key) ?? cellAt(cells, at)

    const stand = (target: string, next: BoardCell | undefined, keepAt?: number) =>
      next && d.setFocus({ roomNo: target, key: next.key, at: keepAt ?? middle(next, d.now) })
    const toRow = (index: number) => {
      const target = d.roomNos[Math.max(0, Math.min(d.roomNos.length - 1, index))]
      if (target === undefined) return
      if (d.holding !== undefined) d.shift({ roomNo: target })
      else stand(target, cellAt(d.cells(target), at), at)
    }

    if (d.holding !== undefined) {
      const heldRow = d.roomNos.indexOf(d.holding)
      switch (key) {
        case 'ArrowLeft':
        case 'ArrowRight':
          d.shift({ minutes: key === 'ArrowLeft' ? -d.slotMinutes : d.slotMinutes })
          return true
        case 'ArrowUp':
        case 'ArrowDown':
          toRow(heldRow + (key === 'ArrowUp' ? -1 : 1))
          return true
        case 'PageUp':
        case 'PageDown':
          toRow(heldRow + (key === 'PageUp' ? -d.pageRows : d.pageRows))
          return true
        case '[':
        case ']':
          d.stretch(key === '[' ? -15 : 15)
          return true
        case ' ':
        case 'Enter':
          d.drop()
          return true
        case 'Escape':
          d.cancel()
          return true
        default:
          return false
      }
    }

    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        stand(roomNo, d.focus && cell ? cellBeside(cells, cell.key, key === 'ArrowLeft' ? -1 : 1) : cell)
        return true
      case 'ArrowUp':
      case 'ArrowDown':
        toRow(d.focus ? row + (key === 'ArrowUp' ? -1 : 1) : row)
        return true
      case 'PageUp':
      case 'PageDown':
        toRow(row + (key === 'PageUp' ? -d.pageRows : d.pageRows))
        return true
      case 'Home':
        d.goToNow()
        stand(roomNo, cellAt(cells, d.now), d.now)
        return true
      case 'Escape':
        d.escape()
        return true
    }
    if (!cell || !d.focus) return false
    switch (key) {
      case ' ':
        d.grab(roomNo, cell)
        return true
      case 'Enter':
        d.open(roomNo, cell)
        return true
      case '[':
      case ']':
        d.stretchNow(roomNo, cell, key === '[' ? -15 : 15)
        return true
      default:
        return /^[a-z]$/i.test(key) && d.letter(key.toUpperCase(), roomNo, cell)
    }
  }, [])
}
