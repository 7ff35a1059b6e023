import { useTranslation } from 'react-i18next'
import { PaperTableView } from './paper-table.tsx'
import type { PaperView } from './paper-view.ts'

/** A report on A4, black and two greys: what it covers, its tables, its checks, its definitions, who made it. */
export function PaperSheet({ paper: shown }: { paper: PaperView }) {
  const { t } = useTranslation('reports')
  return (
    <section className={shown.landscape ? 'paper paper-landscape' : 'paper'} aria-hidden="true">
      <header className="paper-head">
        <h1>{shown.title}</h1>
        <b>{shown.venue}</b>
        <dl>
          {shown.facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
        <span className="paper-made">{shown.made}</span>
      </header>
      {shown.tables.map((table) => (
        <PaperTableView key={table.key} table={table} />
      ))}
      <footer className="paper-foot">
        {shown.checks.length > 0 ? (
          <p>
            {shown.checks.map((check) => (
              <span key={check.text} className={check.ok ? '' : 'paper-wrong'}>
                {check.ok ? '✓' : '✕'} {check.text}
              </span>
            ))}
          </p>
        ) : null}
        {shown.definitions.length > 0 ? (
          <dl className="paper-definitions" aria-label={t('screen.definitions')}>
            {shown.definitions.map((one) => (
              <div key={one.name}>
                <dt>{one.name}</dt>
                <dd>{one.text}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </footer>
    </section>
  )
}
