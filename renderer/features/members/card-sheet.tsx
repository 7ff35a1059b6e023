import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { maskedPhone } from '#renderer/ui/mask.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { clockWords } from '#renderer/ui/time-words.ts'
import { cardNoInGroups } from '#shared/domain/members/card-number.ts'
import { CardActs } from './card-acts.tsx'
import { type CardLife, personWords, stateClass } from './card-words.ts'

/** One card: whose it is, how long it is good, what can be done with it, and all that has happened to it. */
export function CardSheet({
  cardNo,
  onClose,
  onCard,
  onForm,
}: {
  cardNo: string
  onClose: () => void
  onCard: (cardNo: string) => void
  onForm: (customerId: string) => void
}) {
  const { t } = useTranslation('members')
  const failureText = useFailureText()
  const found = useQuery(api.card.find.queryOptions({ input: { cardNo } }))
  if (found.isPending) return <LoadingState />
  if (found.isError)
    return (
      <>
        <ErrorState {...failureText(found.error)} onRetry={() => void found.refetch()} />
        <div className="side-part">
          <Button hotkey="Esc" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </>
    )
  const card = found.data
  const other = (no: string) => (
    <button type="button" className="members-link" onClick={() => onCard(no)}>
      {cardNoInGroups(no)}
    </button>
  )
  return (
    <>
      <header className="members-head">
        <Button kind="quiet" className="button-small members-close" hotkey="Esc" onClick={onClose}>
          {t('close')}
        </Button>
        <h2>{cardNoInGroups(card.cardNo)}</h2>
        <p className="members-holder">
          <b>{personWords(card.customer)}</b> <span className="quiet">{maskedPhone(card.customer.phone)}</span>
        </p>
        <p>
          <span className={card.tier === 'gold' ? 'tag tag-gold' : 'tag'}>{t(`tier.${card.tier}`)}</span>{' '}
          <span className={stateClass[card.state]}>{t(`state.${card.state}`)}</span>
        </p>
      </header>
      <CardActs key={card.version} card={card} onCard={onCard} onDone={() => void found.refetch()} />
      <div className="side-part">
        <dl className="facts">
          <dt>{t('fact.validUntil')}</dt>
          <dd>
            <b>{card.validUntil}</b>
          </dd>
          <dt>{t('fact.issuedOn')}</dt>
          <dd>{card.issuedOn}</dd>
          <dt>{t('fact.lastVisit')}</dt>
          <dd>{card.lastVisit ?? t('never')}</dd>
          {card.replaces === undefined ? null : (
            <>
              <dt>{t('fact.replaces')}</dt>
              <dd>{other(card.replaces)}</dd>
            </>
          )}
          {card.replacedBy === undefined ? null : (
            <>
              <dt>{t('fact.replacedBy')}</dt>
              <dd>{other(card.replacedBy)}</dd>
            </>
          )}
        </dl>
        <p className="members-links">
          <Link to={'/customers' as '/'} search={{ id: card.customer.id } as never}>
            {t('customerFile')}
          </Link>
          <button type="button" className="members-link" onClick={() => onForm(card.customer.id)}>
            {t('memberForm')}
          </button>
        </p>
      </div>
      <CardEvents events={card.events} />
    </>
  )
}

/** What happened to a card, the latest first: what, when, by whom, why. */
function CardEvents({ events }: { events: CardLife['events'] }) {
  const { t } = useTranslation('members')
  const reading = useTimeReading()
  const what = (event: CardLife['events'][number]) =>
    event.kind === 'tierChanged'
      ? t('event.tierChanged', { from: t(`tier.${event.wasTier ?? event.tier}`), to: t(`tier.${event.tier}`) })
      : t(`event.${event.kind}`)
  return (
    <section className="side-part">
      <h3>{t('life')}</h3>
      <ol>
        {events.toReversed().map((event) => (
          <li key={event.seq} className="members-event">
            <span className="quiet">
              {event.businessDate}
              <br />
              <span className="small">{clockWords(Date.parse(event.at), reading)}</span>
            </span>
            <span>
              {what(event)}
              <span className="quiet"> · {event.by === 'system' ? t('byClock') : (event.byName ?? event.by)}</span>
              {event.note === undefined ? null : <div>{event.note}</div>}
              {event.kind === 'issued' || event.kind === 'renewed' ? (
                <div className="small quiet">{t('untilAfter', { date: event.validUntil })}</div>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
