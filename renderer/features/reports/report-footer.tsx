import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'

interface Proven {
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly text: string }[]
  readonly definitions: readonly { readonly figure: string; readonly name: string; readonly text: string }[]
}

/** Sums that prove themselves, red when they fail; the definition of what is shown, and with one key all of them. */
export function ReportFooter({ report, figures }: { report: Proven; figures: readonly string[] }) {
  const { t } = useTranslation('reports')
  const [all, setAll] = useState(false)
  useHotkeys([
    {
      id: 'reports.definitions',
      keys: 'Alt+D',
      label: t('screen.definitions'),
      group: t('title'),
      run: () => setAll((before) => !before),
    },
  ])
  const shown = report.definitions.filter((one) => figures.includes(one.figure))
  return (
    <footer className="report-foot">
      <div className="report-checks">
        {report.checks.map((check) => (
          <span key={check.name} className={check.ok ? '' : 'bad strong'} role={check.ok ? undefined : 'alert'}>
            <span className={check.ok ? 'good' : 'bad'}>{check.ok ? '✓' : '✕'}</span> {check.text}
          </span>
        ))}
        <span className="page-gap" />
        <span className="quiet">
          {shown.map((one) => `${one.name}：${one.text}`).join('')} {t('screen.clickAny')}
        </span>
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll((before) => !before)}>
          {t('screen.definitions')} <kbd className="key">Alt+D</kbd>
        </button>
      </div>
      {all ? (
        <dl className="report-definitions">
          {report.definitions.map((one) => (
            <div key={one.figure}>
              <dt>{one.name}</dt>
              <dd>{one.text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </footer>
  )
}
