import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useSettingName, useSettingValue } from '#renderer/api/setting-words.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { dateWords, momentWords } from '#renderer/ui/time-words.ts'
import { policyDifferences } from '#shared/domain/venue/policy-difference.ts'

/** Every version of the rules, newest first, with what it changed. */
export function PolicyVersions() {
  const { t } = useTranslation('settings')
  const failureText = useFailureText()
  const reading = useTimeReading()
  const now = useNow(60_000)
  const settingName = useSettingName()
  const settingValue = useSettingValue()
  const list = useQuery(api.venue.policies.queryOptions())
  if (list.isPending) return <LoadingState />
  if (list.isError) return <ErrorState {...failureText(list.error)} onRetry={() => void list.refetch()} />
  const versions = list.data.items.toSorted((a, b) => a.version - b.version)
  return (
    <section className="rule-group" aria-labelledby="rules-versions">
      <h2 id="rules-versions">{t('rules.versions')}</h2>
      <ol className="versions">
        {versions.toReversed().map((one) => {
          const before = versions.findLast((other) => other.version < one.version)
          const differences = before === undefined ? [] : policyDifferences(before.policy, one.policy)
          return (
            <li key={one.version}>
              <p>
                <b>{t('rules.version', { version: one.version })}</b>{' '}
                {before === undefined
                  ? t('rules.first')
                  : t('rules.since', { date: dateWords(one.effectiveFrom, reading.language) })}{' '}
                <span className="quiet">
                  · {one.createdBy} · {momentWords(Date.parse(one.createdAt), now, reading)}
                </span>
              </p>
              <ul>
                {differences.map((difference) => (
                  <li key={difference.path}>
                    {settingName(difference.path)}：
                    <s className="quiet">{settingValue(difference.path, difference.before)}</s> →{' '}
                    <b>{settingValue(difference.path, difference.after)}</b>
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
