import { useTranslation } from 'react-i18next'
import { figureWords } from '#renderer/ui/figure-words.ts'
import { fewestAnswers } from '#shared/domain/feedback/item-figures.ts'
import type { CommentsReport } from './use-comments.ts'

type Item = CommentsReport['items'][number]

/** One line an item: answers, mean and rates with bars, and how they have changed; below ten answers the counts alone. */
export function ItemTable({ report }: { report: CommentsReport }) {
  const { t } = useTranslation('comments')
  const text = (figure: string) => report.definitions.find((one) => one.figure === figure)?.text
  return (
    <table className="cm-table" aria-label={t('items')}>
      <thead>
        <tr className="cm-heads">
          <th colSpan={3} />
          <th colSpan={3}>{t('figures')}</th>
          <th colSpan={3} title={text('cardChange')}>
            {t('change', { base: report.base.label })}
          </th>
        </tr>
        <tr>
          <th>{t('itemHead')}</th>
          <th className="num" title={text('cardAnswers')}>
            {t('answers')}
          </th>
          <th className="num" title={text('cardAnswers')}>
            {t('blanks')}
          </th>
          <th className="num" title={text('cardMean')}>
            {t('mean')}
          </th>
          <th title={text('cardSatisfied')}>{t('satisfied')}</th>
          <th title={text('cardSatisfied')}>{t('dissatisfied')}</th>
          <th className="num">{t('mean')}</th>
          <th className="num">{t('satisfied')}</th>
          <th className="num">{t('dissatisfied')}</th>
        </tr>
      </thead>
      <tbody>
        {report.items.map((item) => (
          <tr key={item.item}>
            <th scope="row">{item.label}</th>
            <td className="num">{item.n}</td>
            <td className="num quiet">{item.blanks}</td>
            <td className="num">
              <b>{item.mean === null ? '' : figureWords(item.mean, 'score')}</b>
            </td>
            <Share item={item} count={item.satisfied} rate={item.satisfiedRate} tone="satisfied" />
            <Share item={item} count={item.dissatisfied} rate={item.dissatisfiedRate} tone="dissatisfied" />
            <td className="num">{figureWords(item.change.mean, 'scoreChange')}</td>
            <td className="num">{figureWords(item.change.satisfiedPoints, 'points')}</td>
            <td className="num">{figureWords(item.change.dissatisfiedPoints, 'points')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Share({
  item,
  count,
  rate,
  tone,
}: {
  item: Item
  count: number
  rate: number | null
  tone: 'satisfied' | 'dissatisfied'
}) {
  const { t } = useTranslation('comments')
  if (rate === null)
    return (
      <td className="quiet" title={t('tooFew', { n: item.n, least: fewestAnswers })}>
        {item.n === 0 ? '' : t('cards', { count })}
      </td>
    )
  return (
    <td className="cm-share" title={t('cards', { count })}>
      <span className="cm-bar-space" aria-hidden="true">
        <span className={`cm-share-bar cm-share-${tone}`} style={{ width: `${rate * 100}%` }} />
      </span>
      <span>{figureWords(rate, 'rate')}</span>
    </td>
  )
}
