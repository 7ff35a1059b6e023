import type { CellOpening } from './cell-opening.ts'
import { PaperChecks, PaperDefinitions } from './paper-proof.tsx'
import { PaperTable } from './paper-table.tsx'
import type { PaperView } from './paper-view.ts'
import './paper-body.css'

/** A paper as the body of a screen: its tables one below the other, what proves them, and what each figure means. */
export function PaperBody({
  paper,
  cells,
  isStale,
}: {
  paper: PaperView
  cells?: CellOpening
  /** True while the next one is on its way. */
  isStale: boolean
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: longer than the screen, it is scrolled by keys
    <section className="paper-body" tabIndex={0} aria-label={paper.title} aria-busy={isStale}>
      {paper.tables.map((table) => (
        <PaperTable key={table.key} table={table} cells={cells} />
      ))}
      <PaperChecks checks={paper.checks} />
      <PaperDefinitions definitions={paper.definitions} />
    </section>
  )
}
