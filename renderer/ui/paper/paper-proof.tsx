import { useTranslation } from 'react-i18next'
import './paper-proof.css'

/** Sums that prove themselves; red when they do not (reports.md §1). */
export function PaperChecks({ checks }: { checks: readonly { readonly ok: boolean; readonly text: string }[] }) {
  const { t } = useTranslation()
  if (checks.length === 0) return null
  return (
    <ul className="paper-checks" aria-label={t('checks')}>
      {checks.map(({ ok, text }) => (
        <li key={text}>
          <span className={ok ? undefined : 'paper-wrong'} role={ok ? undefined : 'alert'}>
            <span className={ok ? 'good' : 'bad'}>{ok ? '✓' : '✗'}</span> {text}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Each figure's one definition, shown where the figure is. */
export function PaperDefinitions({
  definitions,
}: {
  definitions: readonly { readonly name: string; readonly text: string }[]
}) {
  const { t } = useTranslation()
  if (definitions.length === 0) return null
  return (
    <dl className="paper-definitions" aria-label={t('definitions')}>
      {definitions.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
