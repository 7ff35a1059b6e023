import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { figureWords } from '#renderer/ui/figure-words.ts'
import { useLanguage } from '#renderer/ui/i18n/i18n.ts'
import { PaperActs } from '#renderer/ui/paper/paper-acts.tsx'
import { PaperChecks, PaperDefinitions } from '#renderer/ui/paper/paper-proof.tsx'
import { PeriodPicker } from '#renderer/ui/period/period-picker.tsx'
import { usePeriod } from '#renderer/ui/period/use-period.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { commentKinds } from './comment-kinds.ts'
import { GroupTable } from './group-table.tsx'
import { ItemTable } from './item-table.tsx'
import { ScoreChart } from './score-chart.tsx'
import type { CommentsReport } from './use-comments.ts'

const groupings = ['floors', 'types', 'shifts'] as const
type Grouping = (typeof groupings)[number]

/** 统计: each item with its change, the distribution of its scores, and by floor, room type or shift (reports.md §3). */
export function StatisticsTab() {
  const { t } = useTranslation(['comments', 'reports'])
  const failureText = useFailureText()
  const language = useLanguage()
  const { period, dates, today, show } = usePeriod()
  const [by, setBy] = useState<Grouping>('floors')
  const options = api.comment.report.queryOptions({ input: dates })
  const asked = useQuery({
    ...options,
    // The report speaks the language it was asked in.
    queryKey: [...options.queryKey, language] as unknown as typeof options.queryKey,
    placeholderData: keepPreviousData,
  })
  const report = asked.data
  return (
    <div className="page-tab">
      <div className="page-bar">
        <PeriodPicker
          screen="comments"
          group={t('title')}
          period={period}
          today={today}
          kinds={commentKinds}
          onChange={show}
        />
        <span className="page-gap" />
        {report ? <ReturnLine report={report} /> : null}
        <PaperActs
          screen="comments"
          group={t('title')}
          request={{ name: 'comments', ...dates }}
          title={t('reports:name.comments')}
          isReady={report !== undefined}
        />
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
            <Segmented
              label={t('groupBy')}
              options={groupings.map((name) => ({ value: name, label: t(`by.${name}`) }))}
              value={by}
              onChange={setBy}
            />
            <GroupTable report={report} groups={report[by]} label={t(`by.${by}`)} />
          </div>
          <footer>
            <PaperChecks checks={report.checks} />
            <PaperDefinitions definitions={report.definitions} />
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
      {t('returned', { cards: report.cards, parties: report.parties })} <b>{figureWords(report.returnRate, 'rate')}</b>
      {base.known ? (
        <span className="quiet">
          {' '}
          {base.label} {figureWords(base.returnRate, 'rate')}
          {report.returnRatePoints === null
            ? ''
            : ` ${t('points', { change: figureWords(report.returnRatePoints, 'points') })}`}
        </span>
      ) : null}
    </span>
  )
}
