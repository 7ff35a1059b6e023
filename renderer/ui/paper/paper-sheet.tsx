import { PaperChecks, PaperDefinitions } from './paper-proof.tsx'
import { PaperTable } from './paper-table.tsx'
import type { PaperView } from './paper-view.ts'
import './paper-sheet.css'

/** A paper as a sheet: what it is and covers, who made it when, its tables, its checks, its definitions. */
export function PaperSheet({ paper }: { paper: PaperView }) {
  return (
    <article className="paper" aria-label={paper.title}>
      <header className="paper-head">
        <h2>{paper.title}</h2>
        <b>{paper.venue}</b>
        <dl>
          {paper.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <span>{paper.made}</span>
      </header>
      {paper.tables.map((table) => (
        <PaperTable key={table.key} table={table} isAlone={paper.landscape && paper.tables.length === 1} />
      ))}
      <footer className="paper-foot">
        <PaperChecks checks={paper.checks} />
        <PaperDefinitions definitions={paper.definitions} />
      </footer>
    </article>
  )
}
