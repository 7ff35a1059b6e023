import { type CSSProperties, useEffect, useRef } from 'react'
import { type CellOpening, walkCells } from './cell-opening.ts'
import { FormBoxes } from './form-boxes.tsx'
import { PaperHeads } from './paper-heads.tsx'
import { PaperRows } from './paper-rows.tsx'
import type { TableView } from './paper-view.ts'
import './paper-table.css'

/** In digits: a table that is wider has more than one column of a screen to itself, or all of them. */
const wide = 48
const full = 120

/** A table of so few rows is not cut in two by the end of a page. */
const short = 24

function partClass({ columns, rows }: TableView): string {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const part = rows.length > short ? 'paper-part' : 'paper-part paper-part-short'
  if (width > full) return `${part} paper-part-full`
  return width > wide ? `${part} paper-part-wide` : part
}

/** As many rows as stand on one page when they are printed as small as can be read. */
const onePage = 54

/** A table of a report's document under its title, the same on the screen and on paper. */
export function PaperTable({
  table,
  cells,
  isAlone = false,
}: {
  table: TableView
  cells?: CellOpening | undefined
  /** On paper it has the page to itself: its rows share the page's height, so that none go over to another. */
  isAlone?: boolean
}) {
  const isPage = isAlone && table.rows.length <= onePage
  return (
    <section
      className={isPage ? `${partClass(table)} paper-part-page` : partClass(table)}
      style={isPage ? ({ '--paper-rows': table.rows.length } as CSSProperties) : undefined}
      aria-label={table.title}
    >
      {table.title === undefined ? null : <h3>{table.title}</h3>}
      {table.rows.length === 0 ? (
        <p className="quiet">{table.empty}</p>
      ) : table.isForm ? (
        <FormBoxes table={table} />
      ) : (
        <Filled table={table} cells={cells} />
      )}
    </section>
  )
}

function Filled({ table, cells }: { table: TableView; cells: CellOpening | undefined }) {
  const self = useRef<HTMLTableElement>(null)
  const opened = cells?.opened?.table === table.key ? cells.opened : undefined
  // What opens beside the tables leaves them less room: the figure stays in view.
  useEffect(() => {
    if (opened)
      self.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [opened])
  return (
    <table ref={self} className="paper-table" onKeyDown={cells && walkCells}>
      <PaperHeads columns={table.columns} />
      <PaperRows table={table} cells={cells} />
    </table>
  )
}
