import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { PaperTables, type PaperView } from './paper-tables.tsx'
import './paper.css'

/** A paper as a sheet: heading, tables, checks, definitions, and who made it when. */
export function PaperSheet({ paper }: { paper: PaperView }) {
  const { t } = useTranslation('members')
  return (
    <article className={`paper paper-${paper.name}`} aria-label={paper.title}>
      <header className="paper-head">
        <h2>{paper.title}</h2>
        <b>{paper.venue}</b>
        <p>
          {paper.facts.map((fact) => (
            <span key={fact.label}>
              <span className="quiet">{fact.label}</span> {fact.value}
            </span>
          ))}
        </p>
      </header>
      <PaperTables tables={paper.tables} />
      <PaperChecks paper={paper} />
      {paper.definitions.length > 0 ? (
        <section className="paper-part" aria-label={t('definitions')}>
          <PaperDefinitions paper={paper} />
        </section>
      ) : null}
      <footer className="paper-foot">{paper.made}</footer>
    </article>
  )
}

/** Sums that prove themselves; red when they do not (reports.md §1). */
export function PaperChecks({ paper }: { paper: PaperView }) {
  if (paper.checks.length === 0) return null
  return (
    <ul className="paper-checks">
      {paper.checks.map((check) => (
        <li key={check.text} className={check.ok ? '' : 'bad strong'}>
          <span className={check.ok ? 'good' : 'bad'} aria-hidden="true">
            {check.ok ? '✓' : '✗'}
          </span>{' '}
          {check.text}
        </li>
      ))}
    </ul>
  )
}

/** Each figure's one definition, shown where the figure is. */
export const PaperDefinitions = ({ paper }: { paper: PaperView }) => (
  <dl className="paper-definitions">
    {paper.definitions.map((definition) => (
      <div key={definition.name}>
        <dt>{definition.name}</dt>
        <dd>{definition.text}</dd>
      </div>
    ))}
  </dl>
)

/** The paper for the printer only: A4, upright or across as the paper says. */
export function PaperPrint({ paper }: { paper: PaperView | undefined }) {
  if (paper === undefined) return null
  return createPortal(
    <section className={`paper-print paper-print-${paper.landscape ? 'across' : 'upright'}`} aria-hidden="true">
      <PaperSheet paper={paper} />
    </section>,
    document.body,
  )
}
