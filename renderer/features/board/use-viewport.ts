import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { type BoardLayout, visibleRows } from '#shared/domain/room/board-layout.ts'

/** Size of an element, followed as it changes. */
export function useSize(target: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = target.current
    if (!element) return
    const measure = () =>
      setSize((before) =>
        before.width === element.clientWidth && before.height === element.clientHeight
          ? before
          : { width: element.clientWidth, height: element.clientHeight },
      )
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [target])
  return size
}

const overscan = 5
// Ranges move in steps, so that most scroll events change nothing.
const step = 4

/** The rows of each group worth drawing, told anew only when the range moves. */
export function useVisibleRows(
  target: RefObject<HTMLElement | null>,
  layout: BoardLayout,
  viewHeight: number,
): readonly { from: number; to: number }[] {
  const rangesAt = (scrollTop: number) =>
    layout.groups.map((place, index) => {
      const { from, to } = visibleRows(layout, index, scrollTop, viewHeight, overscan)
      return { from: Math.floor(from / step) * step, to: Math.min(place.rows, Math.ceil(to / step) * step) }
    })
  const [ranges, setRanges] = useState(() => rangesAt(0))

  // biome-ignore lint/correctness/useExhaustiveDependencies: rangesAt follows the layout
  useEffect(() => {
    const scroller = target.current
    if (!scroller) return
    const tell = () => {
      const next = rangesAt(scroller.scrollTop)
      setRanges((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    tell()
    scroller.addEventListener('scroll', tell, { passive: true })
    return () => scroller.removeEventListener('scroll', tell)
  }, [target, layout, viewHeight])
  return ranges
}
