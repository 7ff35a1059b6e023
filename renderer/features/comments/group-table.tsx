import { useTranslation } from 'react-i18next'
import { figureWords } from '#renderer/ui/figure-words.ts'
import { EmptyState } from '#renderer/ui/screen-states.tsx'
import type { CommentsReport } from './use-comments.ts'

type Group = CommentsReport['floors'][number]

/** Cards, return rate and each item by floor, room type or shift; what has neither cards nor parties is left out. */
export function GroupTable({
  report,
  groups,
  label,
}: {
  report: CommentsReport
  groups: readonly Group[]
  label: string
}) {
  const { t } = useTranslation('comments')
  const shown = groups.filter((group) => group.cards > 0 || (group.parties ?? 0) > 0)
  if (shown.length === 0) return <EmptyState title={t('emptyStatistics')}>{t('emptyStatisticsNext')}</EmptyState>
  const whole = {
    cards: report.cards,
    parties: report.parties,
    returnRate: report.returnRate,
    items: Object.fromEntries(report.items.map((item) => [item.item, item])) as unknown as Group['items'],
  }
  return (
    <table className="cm-table" aria-label={label}>
      <thead>
        <tr className="cm-heads">
          <th colSpan={4} />
          {report.items.map((item) => (
            <th key={item.item} colSpan={2}>
              {item.label}
            </th>
          ))}
        </tr>
        <tr>
          <th>{label}</th>
          <th className="num">{t('cardsHead')}</th>
          <th className="num">{t('partiesHead')}</th>
          <th className="num">{t('returnRate')}</th>
          {report.items.flatMap((item) => [
            <th key={`${item.item}-mean`} className="num cm-edge">
              {t('mean')}
            </th>,
            <th key={`${item.item}-rate`} className="num">
              {t('satisfied')}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {shown.map((group) => (
          <tr key={group.key}>
            <th scope="row">{group.label}</th>
            <Figures group={group} report={report} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          <Figures group={whole} report={report} />
        </tr>
      </tfoot>
    </table>
  )
}

function Figures({
  group,
  report,
}: {
  group: Pick<Group, 'cards' | 'parties' | 'returnRate' | 'items'>
  report: CommentsReport
}) {
  const { t } = useTranslation('comments')
  return (
    <>
      <td className="num">
        <b>{group.cards}</b>
      </td>
      <td className="num">{group.parties ?? '–'}</td>
      <td className="num">{figureWords(group.returnRate, 'rate')}</td>
      {report.items.flatMap(({ item }) => {
        const figures = group.items[item]
        const few = figures.mean === null
        return [
          <td key={`${item}-mean`} className="num cm-edge">
            {few ? <span className="quiet">{t('few', { n: figures.n })}</span> : figureWords(figures.mean, 'score')}
          </td>,
          <td key={`${item}-rate`} className="num">
            {few ? '' : figureWords(figures.satisfiedRate, 'rate')}
          </td>,
        ]
      })}
    </>
  )
}
