/** Where the rows of the board stand: a strip per room type, then its rooms unless folded. All sizes in px. */

export interface GroupSize {
  readonly code: string
  readonly rows: number
}

export interface GroupPlace {
  readonly code: string
  /** Top of the strip when nothing sticks. */
  readonly top: number
  /** Top of its first room row. */
  readonly rowsTop: number
  /** Rows drawn: 0 when folded. */
  readonly rows: number
}

export interface BoardLayout {
  readonly groups: readonly GroupPlace[]
  readonly height: number
  readonly stripHeight: number
  readonly rowHeight: number
  /** False when the strips of all types would fill the view: then they scroll like any row. */
  readonly sticky: boolean
}

export function layoutOf(
  groups: readonly GroupSize[],
  folded: ReadonlySet<string>,
  size: { readonly stripHeight: number; readonly rowHeight: number; readonly viewHeight: number },
): BoardLayout {
  let top = 0
  const places = groups.map((group) => {
    const rows = folded.has(group.code) ? 0 : group.rows
    const place = { code: group.code, top, rowsTop: top + size.stripHeight, rows }
    top = place.rowsTop + rows * size.rowHeight
    return place
  })
  const sticky = groups.length * size.stripHeight <= size.viewHeight * 0.6
  return { groups: places, height: top, stripHeight: size.stripHeight, rowHeight: size.rowHeight, sticky }
}

/** Where the strip of a group sticks: its distance from the top and from the bottom of the view. */
export function stickyEdges(layout: BoardLayout, index: number): { top: number; bottom: number } {
  return {
    top: index * layout.stripHeight,
    bottom: (layout.groups.length - 1 - index) * layout.stripHeight,
  }
}

/** The rows of a group worth drawing, `[from, to)`, with some beyond the view so that scrolling finds them ready. */
export function visibleRows(
  layout: BoardLayout,
  index: number,
  scrollTop: number,
  viewHeight: number,
  overscan: number,
): { from: number; to: number } {
  const place = layout.groups[index]
  if (!place || place.rows === 0) return { from: 0, to: 0 }
  const first = Math.floor((scrollTop - place.rowsTop) / layout.rowHeight) - overscan
  const last = Math.ceil((scrollTop + viewHeight - place.rowsTop) / layout.rowHeight) + overscan
  const from = Math.min(place.rows, Math.max(0, first))
  return { from, to: Math.min(place.rows, Math.max(from, last)) }
}

/** The least scrolling that brings a row out from under the strips; the same value when it is in view. */
export function scrollToShow(
  layout: BoardLayout,
  index: number,
  row: number,
  scrollTop: number,
  viewHeight: number,
): number {
  const place = layout.groups[index]
  if (!place) return scrollTop
  const edges = layout.sticky ? stickyEdges(layout, index) : { top: -layout.stripHeight, bottom: 0 }
  const above = edges.top + layout.stripHeight
  const top = place.rowsTop + row * layout.rowHeight
  if (top - scrollTop < above) return Math.max(0, top - above)
  const below = top + layout.rowHeight + edges.bottom
  return below - scrollTop > viewHeight ? below - viewHeight : scrollTop
}
