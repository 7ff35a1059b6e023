import { useTranslation } from 'react-i18next'
import { useTimeReading, useVenue } from '#renderer/api/venue.ts'
import { dateWords, plainClock } from '#renderer/ui/time-words.ts'
import type { Report } from './comparison.ts'
import { type BehindRow, useChangeWords } from './correction-words.ts'

/** One party, or one use of a room, behind a figure: as the figure was counted, and what was put right since. */
export function DrawerRow({
  id,
  report,
  row,
  isChosen,
  onChoose,
}: {
  id: string
  report: Report
  row: BehindRow
  isChosen: boolean
  onChoose: () => void
}) {
  const { t } = useTranslation('reports')
  const reading = useTimeReading()
  const venue = useVenue()
  const changeWords = useChangeWords()
  const isUsage = report.name === 'usage'
  const typeName = (code: string) => venue?.types.find((type) => type.code === code)?.name ?? code
  const other = row.requestedTypeCode !== row.typeCode && !isUsage
  const { corrected } = row
  const classes = ['drawer-row', other ? 'drawer-row-other' : '', isChosen ? 'drawer-row-at' : '']
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys for all its rows
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={classes.filter((name) => name !== '').join(' ')}
      onClick={onChoose}
    >
      <span>
        {plainClock(Date.parse(row.at), reading)}
        <small>
          {report.period !== 'day'
            ? dateWords(row.businessDate, reading.language).split(' ')[reading.language === 'en' ? 1 : 0]
            : row.until
              ? plainClock(Date.parse(row.until), reading)
              : ''}
        </small>
      </span>
      <b>{row.roomNo}</b>
      <span className="drawer-guest">
        <span className="cut">
          {row.name ?? t('screen.noName')} {t('screen.guests', { count: row.party })}
        </span>
        <small>{row.bookingCode ?? ''}</small>
      </span>
      <span className="drawer-source">
        {isUsage ? t('screen.minutes', { count: row.minutes ?? 0 }) : t(`source.${row.source as 'phone'}`)}
        <small className={other ? 'warn strong' : ''}>
          {isUsage
            ? t(`screen.began.${(row.began ?? 'opened') as 'opened'}`)
            : other
              ? t('screen.askedUsed', { asked: typeName(row.requestedTypeCode), used: typeName(row.typeCode) })
              : t('screen.asAsked')}
        </small>
      </span>
      {corrected ? (
        <small className="drawer-corrected">
          <b>{t('screen.correct.mark')}</b> {changeWords(corrected)}
          {corrected.reasons.map(({ reason, by, at }) => (
            <span key={at} title={at.slice(0, 16).replace('T', ' ')}>
              {t('adjustmentBy', { name: by.name, reason })}
            </span>
          ))}
        </small>
      ) : null}
    </div>
  )
}
