// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which a real table does not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: one stop for the whole grid, named by aria-activedescendant
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import './page.css'

export interface RowColumn<Row> {
  readonly name: string
  readonly title: ReactNode
  /** A CSS grid track: `64px`, `minmax(80px, 1fr)`. */
  readonly width: string
  readonly align?: 'right'
  readonly cell: (row: Row) => ReactNode
}

const rowHeight = 32
const headHeight = 30

/**
 * A table of rows of 32 px that draws only what is in view. ↑ ↓ Home End move the choice, Enter opens it; the chosen
 * row stays in view.
 */
export function RowList<Row>({
  label,
  rows,
  rowKey,
  columns,
  selected,
  onSelect,
  onOpen,
  faint,
  empty,
  autoFocus = false,
  startAt,
}: {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly RowColumn<Row>[]
  selected?: string | undefined
  onSelect: (key: string) => void
  onOpen?: (row: Row) => void
  faint?: (row: Row) => boolean
  empty: ReactNode
  autoFocus?: boolean
  /** The row brought into view when the list first has rows. */
  startAt?: (row: Row) => boolean
}) {
  const scroll = useRef<HTMLDivElement>(null)
  const id = useId()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  const index = rows.findIndex((row) => rowKey(row) === selected)
  const tracks = { gridTemplateColumns: columns.map((column) => column.width).join(' ') }

  useEffect(() => {
    if (autoFocus) scroll.current?.focus()
  }, [autoFocus])

  const hasRows = rows.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first rows come
  useEffect(() => {
    const at = startAt === undefined ? -1 : rows.findIndex(startAt)
    if (at > 0) virtual.scrollToIndex(Math.max(0, at - 1), { align: 'start' })
  }, [hasRows])

  const choose = (next: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, next))]
    if (row === undefined) return
    onSelect(rowKey(row))
    virtual.scrollToIndex(Math.max(0, Math.min(rows.length - 1, next)))
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? rowHeight) / rowHeight) - 1)
    const moves: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index < 0 ? 0 : index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: rows.length - 1,
    }
    const next = moves[event.key]
    const row = rows[index]
    if (next !== undefined) choose(next)
    else if (event.key === 'Enter' && row !== undefined && onOpen) onOpen(row)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (rows.length === 0) return <div className="rows">{empty}</div>
  return (
    <div
      className="rows"
      ref={scroll}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={index >= 0 ? `${id}-${index}` : undefined}
      onKeyDown={press}
    >
      <div className="rows-head" role="row" style={tracks} aria-rowindex={1}>
        {columns.map((column) => (
          <span key={column.name} role="columnheader" className={column.align === 'right' ? 'num' : ''}>
            {column.title}
          </span>
        ))}
      </div>
      <div className="rows-body" role="rowgroup">
        <div style={{ height: virtual.getTotalSize() }} role="presentation" className="rows-space">
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            const key = rowKey(row)
            return (
              <div
                key={key}
                id={`${id}-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={key === selected}
                className={faint?.(row) ? 'rows-row rows-row-faint' : 'rows-row'}
                style={{ ...tracks, transform: `translateY(${item.start - headHeight}px)` }}
                onClick={() => {
                  onSelect(key)
                  scroll.current?.focus()
                }}
                onDoubleClick={() => onOpen?.(row)}
                onKeyDown={() => undefined}
                tabIndex={-1}
              >
                {columns.map((column) => (
                  <span key={column.name} role="gridcell" className={column.align === 'right' ? 'num' : ''}>
                    {column.cell(row)}
                  </span>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
