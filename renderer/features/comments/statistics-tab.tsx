import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useLanguage } from '#renderer/ui/i18n/i18n.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { changeWords, rateWords } from './figure-words.ts'
import { GroupTable } from './group-table.tsx'
import { ItemTable } from './item-table.tsx'
import { ScoreChart } from './score-chart.tsx'
import { Segments } from './segments.tsx'
import { StretchPicker } from './stretch-picker.tsx'
import type { CommentsReport } from './use-comments.ts'
import { useStretch } from './use-stretch.ts'

const groupings = ['floors', 'types', 'shifts'] as const
type Grouping = (typeof groupings)[number]

/** 统计: each item with its change, the distribution of its scores, and by floor, room type or shift (reports.md §3). */
export function StatisticsTab() {
  const { t } = useTranslation('comments')
  const failureText = useFailureText()
  const language = useLanguage()
  const choice = useStretch()
  const { stretch } = choice
  const [by, setBy] = useState<Grouping>('floors')
  const inOrder = stretch.from <= stretch.to
  const options = api.comment.report.queryOptions({ input: { from: stretch.from, to: stretch.to } })
  const asked = useQuery({
    ...options,
    // The report speaks the language it was asked in.
    queryKey: [...options.queryKey, language] as unknown as typeof options.queryKey,
    enabled: inOrder,
    placeholderData: keepPreviousData,
  })
  const report = asked.data
  return (
    <div className="cm-body">
      <div className="cm-bar">
        <StretchPicker choice={choice} />
        <span className="page-gap" />
        {report ? <ReturnLine report={report} /> : null}
      </div>
      {asked.isError ? (
        <ErrorState {...failureText(asked.error)} onRetry={() => void asked.refetch()} />
      ) : report === undefined ? (
        <LoadingState />
      ) : (
        <section className="page-scroll cm-statistics" aria-label={report.title}>
          <div className="cm-items">
            <ItemTable report={report} />
            <ScoreChart report={report} />
          </div>
          <div className="cm-groups">
            <Segments
              label={t('groupBy')}
              options={groupings.map((name) => ({ name, label: t(`by.${name}`) }))}
              active={by}
              onChange={setBy}
            />
            <GroupTable report={report} groups={report[by]} label={t(`by.${by}`)} />
          </div>
          <footer className="cm-foot">
            <p>
              {report.checks.map((check) => (
                <span key={check.name} className={check.ok ? 'cm-check' : 'cm-check bad'}>
                  {check.ok ? '✓' : '✗'} {check.text}
                </span>
              ))}
            </p>
            <dl>
              {report.definitions.map((definition) => (
                <div key={definition.figure}>
                  <dt>{definition.name}</dt>
                  <dd>{definition.text}</dd>
                </div>
              ))}
            </dl>
          </footer>
        </section>
      )}
    </div>
  )
}

/** `收卡 38 ÷ 进场 412 批 = 回收率 9.2%，上月 8.0%（+1.2 点）`. */
function ReturnLine({ report }: { report: CommentsReport }) {
  const { t } = useTranslation('comments')
  const { base } = report
  return (
    <span className="cm-return" title={report.definitions.find((one) => one.figure === 'cardReturn')?.text}>
      {t('returned', { cards: report.cards, parties: report.parties })} <b>{rateWords(report.returnRate)}</b>
      {base.known ? (
        <span className="quiet">
          {' '}
          {base.label} {rateWords(base.returnRate)}
          {report.returnRatePoints === null
            ? ''
            : ` ${t('points', { change: changeWords(report.returnRatePoints, 1) })}`}
        </span>
      ) : null}
    </span>
  )
}
