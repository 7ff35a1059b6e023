import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { PaperChecks, PaperDefinitions } from '#renderer/ui/paper/paper-proof.tsx'

interface Proven {
  readonly checks: readonly { readonly ok: boolean; readonly text: string }[]
  /** On a paper a definition has but a name. */
  readonly definitions: readonly { readonly figure?: string; readonly name: string; readonly text: string }[]
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
  const shown = report.definitions.filter(({ figure }) => figure !== undefined && figures.includes(figure))
  return (
    <footer className="report-foot">
      <div className="report-checks">
        <PaperChecks checks={report.checks} />
        <span className="page-gap" />
        {shown.length > 0 ? (
          <span className="quiet">
            {shown.map((one) => t('screen.defined', { name: one.name, text: one.text }))} {t('screen.clickAny')}
          </span>
        ) : null}
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll((before) => !before)}>
          {t('screen.definitions')} <kbd className="key">Alt+D</kbd>
        </button>
      </div>
      {all ? (
        <div className="report-definitions">
          <PaperDefinitions definitions={report.definitions} />
        </div>
      ) : null}
    </footer>
  )
}
