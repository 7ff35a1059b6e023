import { useTranslation } from 'react-i18next'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { money, moneyDifference } from '#renderer/ui/money-words.ts'
import { clockWords, spanWords } from '#renderer/ui/time-words.ts'
import type { DecisionView } from '#shared/contract/decision.ts'
import { useTypeName } from './booking-words.ts'

/** What the engine says to the change: the room and price, or why not and what is possible. */
export function ChangeAnswer({ decision, before }: { decision: DecisionView; before?: number | undefined }) {
  const { t } = useTranslation('bookings')
  const reading = useTimeReading()
  const now = useNow(60_000)
  const typeName = useTypeName()
  const span = (start: string, end: string) => spanWords(Date.parse(start), Date.parse(end), now, reading)
  if (decision.outcome === 'available') {
    const difference = before === undefined ? undefined : moneyDifference(decision.quote.total - before)
    return (
      <div className="note-box note-box-good" role="status">
        <p>
          <b className="good">{t('answer.available')}</b>{' '}
          <b>
            {typeName(decision.typeCode)} {decision.roomNo}
          </b>{' '}
          {span(decision.start, decision.end)}
        </p>
        <p className="quiet">
          {money(decision.quote.total)}
          {difference === undefined ? '' : ` · ${difference}`}
          {decision.holdUntil
            ? ` · ${t('answer.until', { until: clockWords(Date.parse(decision.holdUntil), reading) })}`
            : ''}
        </p>
      </div>
    )
  }
  const blocker = decision.blockers.find((one) => one.until !== undefined) ?? decision.blockers[0]
  return (
    <div className="note-box note-box-warn" role="status">
      <p>
        <b className="warn">{t(`outcome.${decision.outcome}`)}</b> {decision.reason ? t(`why.${decision.reason}`) : ''}
      </p>
      {blocker?.until ? (
        <p className="quiet">
          {t('answer.blocker', {
            room: blocker.roomNo,
            until: clockWords(Date.parse(blocker.until), reading),
            name: blocker.name ?? t('answer.another'),
          })}
        </p>
      ) : null}
      {decision.offers.length > 0 ? <p className="small">{t('answer.possible')}</p> : null}
      <ul>
        {decision.offers.map((offer) => (
          <li key={offer.offerId} className="small">
            {typeName(offer.typeCode)} {offer.roomNos.join(' + ')} · {span(offer.start, offer.end)} ·{' '}
            {money(offer.quote.total)}
          </li>
        ))}
      </ul>
    </div>
  )
}
