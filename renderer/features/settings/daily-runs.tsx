import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useLanguage } from '#renderer/ui/i18n/i18n.ts'
import { dateWords, plainClock } from '#renderer/ui/time-words.ts'

interface Run {
  readonly businessDate: string
  readonly version: number
  readonly madeAt: string
  readonly file?: string | undefined
  readonly mailedAt?: string | undefined
  readonly failed?: 'folder' | 'mail' | 'workbook' | undefined
}

/** 最近的日报: what was made, what became of it, and a way to make one again. */
export function DailyRuns({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const reading = useTimeReading()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const again = useMutation({
    mutationFn: (date: string) => client.reportSettings.make({ date }),
    onSettled: () => queries.invalidateQueries({ queryKey: api.reportSettings.key() }),
  })
  return (
    <section aria-labelledby="reports-runs">
      <h2 id="reports-runs" className="settings-runs-title">
        {t('reports.runs')}
      </h2>
      {runs.length === 0 ? (
        <p className="quiet">{t('reports.noRuns')}</p>
      ) : (
        <table className="settings-runs">
          <thead>
            <tr>
              <th scope="col">{t('reports.date')}</th>
              <th scope="col">{t('reports.madeAt')}</th>
              <th scope="col">{t('reports.outcome')}</th>
              <th scope="col">{t('reports.file')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {runs.map(({ businessDate, version, madeAt, file, mailedAt, failed }) => (
              <tr key={`${businessDate} ${version}`}>
                <th scope="row">
                  {dateWords(businessDate, language)}
                  {version > 1 ? ` ${t('reports.correction', { version })}` : ''}
                </th>
                <td className="num">
                  {madeAt.slice(0, 10)} {plainClock(Date.parse(madeAt), reading)}
                </td>
                <td className={failed ? 'bad' : ''}>
                  {failed ? t(`reports.failed.${failed}`) : t(mailedAt ? 'reports.madeAndMailed' : 'reports.made')}
                </td>
                <td className="settings-path" title={file}>
                  {file ?? ''}
                </td>
                <td>
                  <Button disabled={again.isPending} onClick={() => again.mutate(businessDate)}>
                    {t('reports.again')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {again.error ? (
        <p className="form-error" role="alert">
          {failureText(again.error).line}
        </p>
      ) : null}
    </section>
  )
}
