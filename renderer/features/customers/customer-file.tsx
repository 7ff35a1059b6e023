import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { maskedPhone } from '#renderer/ui/mask.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { dateWords, momentWords } from '#renderer/ui/time-words.ts'
import { UnmaskForm } from '#renderer/ui/unmask-form.tsx'
import { CardLine } from './card-line.tsx'
import { CustomerForm } from './customer-form.tsx'
import { useTypeName } from './customer-words.ts'

/** One customer: phones masked until someone says why they need them, visits, open bookings. */
export function CustomerFile({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['customers', 'common'])
  const failureText = useFailureText()
  const reading = useTimeReading()
  const now = useNow(60_000)
  const typeName = useTypeName()
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string>()
  const found = useQuery(api.customer.find.queryOptions({ input: { id } }))
  const full = useQuery({
    ...api.customer.find.queryOptions({ input: { id, ...(said === undefined ? {} : { unmask: said }) } }),
    enabled: said !== undefined,
    // What was unmasked for a reason is not kept for the next one who looks.
    gcTime: 0,
  })
  useHotkeys([
    {
      id: 'customer.edit',
      keys: 'E',
      label: t('edit'),
      group: t('title'),
      enabled: found.data !== undefined && !editing,
      run: () => setEditing(true),
    },
    {
      id: 'customer.unmask',
      keys: 'U',
      label: t('common:unmask.act'),
      group: t('title'),
      enabled: said === undefined && !editing,
      run: () => setAsking(true),
    },
  ])
  if (found.isPending) return <LoadingState />
  if (found.isError) return <ErrorState {...failureText(found.error)} onRetry={() => void found.refetch()} />
  const customer = found.data
  if (editing)
    return <CustomerForm customer={customer} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />
  const phones = said !== undefined && full.data ? full.data.phones : customer.phones.map(maskedPhone)
  return (
    <>
      <header className="customer-head">
        <h2>
          {customer.name} {customer.title ?? ''}
          {customer.vipTier ? <span className="tag tag-gold">{t(`tier.${customer.vipTier}`)}</span> : null}
          {customer.flags.includes('blocked') ? <span className="tag tag-bad">{t('blocked')}</span> : null}
        </h2>
        <p className="customer-phones">
          {phones.map((phone) => (
            <span key={phone}>{phone}</span>
          ))}
        </p>
        <div className="button-row">
          <Button hotkey="E" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
          {said === undefined ? (
            <Button hotkey="U" aria-expanded={asking} onClick={() => setAsking(!asking)}>
              {t('common:unmask.act')}
            </Button>
          ) : null}
          <Button kind="quiet" hotkey="Esc" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
        {asking ? (
          <UnmaskForm
            onSaid={(reason) => {
              setSaid(reason)
              setAsking(false)
            }}
          />
        ) : null}
        {full.isError ? (
          <p className="form-error" role="alert">
            {failureText(full.error).line}
          </p>
        ) : null}
      </header>
      <div className="customer-figures">
        <span>
          <b>{customer.visits}</b> {t('fact.visits')}
        </span>
        <span>
          <b className={customer.noShows > 0 ? 'bad' : ''}>{customer.noShows}</b> {t('fact.noShows')}
        </span>
        <span>
          <b>{customer.lastVisit ? customer.lastVisit.roomNo : '—'}</b>{' '}
          {customer.lastVisit ? dateWords(customer.lastVisit.date, reading.language) : t('fact.last')}
        </span>
      </div>
      <div className="side-part">
        <dl className="facts">
          <dt>{t('fact.tier')}</dt>
          <dd>
            <CardLine customer={customer} />
          </dd>
          {customer.tags.length > 0 ? (
            <>
              <dt>{t('fact.tags')}</dt>
              <dd>{customer.tags.join('、')}</dd>
            </>
          ) : null}
          {customer.notes ? (
            <>
              <dt>{t('fact.notes')}</dt>
              <dd>{customer.notes}</dd>
            </>
          ) : null}
          <dt>{t('fact.since')}</dt>
          <dd>{momentWords(Date.parse(customer.createdAt), now, reading)}</dd>
        </dl>
      </div>
      <section className="side-part">
        <h3>{t('open')}</h3>
        {customer.openBookings.length === 0 ? <p className="quiet">{t('noOpen')}</p> : null}
        <ul>
          {customer.openBookings.map((booking) => (
            <li key={booking.code}>
              <Link to={'/bookings' as '/'} search={{ code: booking.code } as never} className="customer-booking">
                <b>{momentWords(Date.parse(booking.start), now, reading)}</b> {typeName(booking.typeCode)}{' '}
                {booking.roomNo ?? ''} · {booking.code}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
