import { useTranslation } from 'react-i18next'
import { useTimeReading } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { maskedName } from '#renderer/ui/mask.ts'
import { EmptyState } from '#renderer/ui/screen-states.tsx'
import { clockWords, dateWords } from '#renderer/ui/time-words.ts'
import { commentItems } from '#shared/domain/feedback/scores.ts'
import { scoresOf } from './score-keys.ts'
import { ScoreTag } from './score-tag.tsx'
import { type Entered, isEmpty } from './sitting.ts'
import type { Entry } from './use-entry.ts'

const most = 50

/** The cards of this sitting, the latest first, each with the way back; those that were refused say why. */
export function SittingList({ entry }: { entry: Entry }) {
  const { t } = useTranslation('comments')
  const shown = entry.entries.slice(0, most)
  if (shown.length === 0) return <EmptyState title={t('emptySitting')}>{t('emptySittingNext')}</EmptyState>
  return (
    <div className="cm-scroll">
      <table className="cm-table sitting">
        <thead>
          <tr>
            <th>{t('column.date')}</th>
            <th>{t('column.room')}</th>
            <th>{t('column.stay')}</th>
            {commentItems.map((item) => (
              <th key={item} className="cm-score" title={t(`item.${item}`)}>
                {t(`itemShort.${item}`)}
              </th>
            ))}
            <th>{t('column.words')}</th>
            <th>{t('column.contact')}</th>
            <th>{t('column.phone')}</th>
            <th>
              <span className="visually-hidden">{t('takeBack')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one, index) => (
            <Row key={one.key} one={one} entry={entry} isLast={index === 0} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ one, entry, isLast }: { one: Entered; entry: Entry; isLast: boolean }) {
  const { t } = useTranslation('comments')
  const reading = useTimeReading()
  const { card, draft } = one
  const scores = card?.scores ?? scoresOf(draft.cells)
  return (
    <tr className={card ? '' : 'sitting-refused'}>
      <td>{dateWords(one.date, reading.language)}</td>
      <td>
        <b>{card?.roomNo ?? (draft.room || '—')}</b>
      </td>
      <td>
        {card?.stay
          ? `${clockWords(Date.parse(card.stay.start), reading)} ${card.stay.name === undefined ? '' : maskedName(card.stay.name)}`
          : '—'}
      </td>
      {commentItems.map((item) => (
        <td key={item} className="cm-score">
          <ScoreTag score={scores[item]} />
        </td>
      ))}
      <td className="cut sitting-words" title={card?.words ?? draft.words}>
        {one.refused ? <span className="bad">{one.refused}</span> : (card?.words ?? '')}
      </td>
      <td className="cut">{card?.contact ?? draft.contact}</td>
      <td>
        {card?.phone ?? ''} {card?.proposal ? <span className="tag tag-bad">{t('tab.proposals')}</span> : null}
      </td>
      <td className="num">
        <Button
          className="button-small"
          {...(isLast && card ? { hotkey: 'Ctrl+Z' } : {})}
          disabled={card === undefined && !isEmpty(entry.draft)}
          onClick={() => void entry.takeBack(one)}
        >
          {card ? t('takeBack') : t('putBack')}
        </Button>
      </td>
    </tr>
  )
}
