import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { useLanguage } from '#renderer/ui/i18n/i18n.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { mostReportDays } from '#shared/contract/report.ts'
import { stretchOf } from '#shared/domain/reports/report-period.ts'
import { addDays, daysBetween } from '#shared/domain/time/business-day.ts'
import { PaperTableView } from './paper-table.tsx'

/** 生活体验券发放统计表 for any dates: by batch, by person, the gaps, and whether it adds up. */
export function StatisticsTab({ today, onBatch }: { today: string; onBatch: (id: string) => void }) {
  const { t } = useTranslation('coupons')
  const failureText = useFailureText()
  const language = useLanguage()
  const [dates, setDates] = useState(() => stretchOf('month', today))
  const right =
    dates.from !== '' && dates.to !== '' && dates.from <= dates.to && daysBetween(dates.from, dates.to) < mostReportDays
  const options = api.report.paper.queryOptions({ input: { name: 'coupons', ...dates } })
  const made = useQuery({
    ...options,
    // The core writes its texts in the reader's language.
    queryKey: [...options.queryKey, language] as unknown as typeof options.queryKey,
    enabled: right,
    placeholderData: keepPreviousData,
  })
  const presets = {
    today: { from: today, to: today },
    month: stretchOf('month', today),
    lastMonth: stretchOf('month', addDays(stretchOf('month', today).from, -1)),
  }
  const paper = made.data
  return (
    <div className="coupons-statistics">
      <header className="coupons-bar">
        <FormField label={t('statistics.from')}>
          <input
            className="field"
            type="date"
            value={dates.from}
            onChange={(event) => setDates({ ...dates, from: event.target.value })}
          />
        </FormField>
        <FormField label={t('statistics.to')} error={right ? undefined : t('statistics.datesWrong')}>
          <input
            className="field"
            type="date"
            value={dates.to}
            onChange={(event) => setDates({ ...dates, to: event.target.value })}
          />
        </FormField>
        {(['today', 'month', 'lastMonth'] as const).map((name) => (
          <Button
            key={name}
            className="button-small"
            aria-pressed={dates.from === presets[name].from && dates.to === presets[name].to}
            onClick={() => setDates(presets[name])}
          >
            {t(`statistics.${name}`)}
          </Button>
        ))}
        <span className="page-gap" />
        {paper ? <span className="quiet small">{paper.facts.map((fact) => fact.value).join(' · ')}</span> : null}
      </header>
      {made.isPending && right ? (
        <LoadingState />
      ) : made.isError ? (
        <ErrorState {...failureText(made.error)} onRetry={() => void made.refetch()} />
      ) : paper ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table longer than the screen is scrolled by keys
        <section className="coupons-paper" tabIndex={0} aria-label={paper.title}>
          <h2 className="paper-title">{paper.title}</h2>
          {paper.tables.map((table) => (
            <section key={table.key} aria-label={table.title}>
              <h3>{table.title}</h3>
              <PaperTableView
                table={table}
                {...(table.key === 'batches' && {
                  label: (row, text) =>
                    row.kind === 'row' ? (
                      <button
                        type="button"
                        className="paper-open"
                        title={t('statistics.openBatch')}
                        onClick={() => onBatch(row.key)}
                      >
                        {text}
                      </button>
                    ) : (
                      text
                    ),
                })}
              />
            </section>
          ))}
          <ul className="paper-checks" aria-label={t('statistics.checks')}>
            {paper.checks.map((check) => (
              <li key={check.text} className={check.ok ? '' : 'bad strong'}>
                <b className={check.ok ? 'good' : 'bad'}>{check.ok ? '✓' : '✗'}</b> {check.text}
              </li>
            ))}
          </ul>
          <dl className="facts paper-definitions" aria-label={t('statistics.definitions')}>
            {paper.definitions.map((one) => (
              <div key={one.name} className="paper-definition">
                <dt>{one.name}</dt>
                <dd>{one.text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </div>
  )
}
