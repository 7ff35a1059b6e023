import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { failureOf, useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { maskedPhone } from '#renderer/ui/mask.ts'
import { money } from '#renderer/ui/money-words.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { lengthWords, momentWords, spanWords } from '#renderer/ui/time-words.ts'
import { BookingHistory } from './booking-history.tsx'
import { minutesOf, roomsOf, statusClass, useStatusWord, useTypeName } from './booking-words.ts'
import { CancelForm } from './cancel-form.tsx'
import { ChangeForm } from './change-form.tsx'

type Act = 'change' | 'cancel'

/** One booking: what it is, what can be done with it, and what was done. */
export function BookingSheet({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation('bookings')
  const { t: flowWord } = useTranslation('flows')
  const failureText = useFailureText()
  const reading = useTimeReading()
  const now = useNow(60_000)
  const done = useDoneToast()
  const typeName = useTypeName()
  const statusWord = useStatusWord()
  const [act, setAct] = useState<Act>()
  const found = useQuery(api.booking.find.queryOptions({ input: { code } }))
  const booking = found.data
  const arrive = useMutation({
    mutationFn: () => client.stay.arrive({ code }),
    onSuccess: (stay) =>
      done(
        t('arrived', { room: stay.segments.at(-1)?.roomNo ?? '', code }),
        stay.journalSeq,
        () => void found.refetch(),
      ),
  })
  const mayArrive = booking?.status === 'confirmed' || booking?.status === 'released'
  const mayChange =
    booking?.status === 'confirmed' ||
    booking?.status === 'advance' ||
    booking?.status === 'standby' ||
    booking?.status === 'waiting'
  const open = act !== undefined
  useHotkeys([
    {
      id: 'booking.arrive',
      keys: 'A',
      label: t('arrive'),
      group: t('title'),
      enabled: mayArrive && !open,
      run: () => arrive.mutate(),
    },
    {
      id: 'booking.change',
      keys: 'E',
      label: t('change'),
      group: t('title'),
      enabled: mayChange && !open,
      run: () => setAct('change'),
    },
    {
      id: 'booking.cancel',
      keys: 'X',
      label: t('cancel'),
      group: t('title'),
      enabled: mayChange && !open,
      run: () => setAct('cancel'),
    },
  ])

  if (found.isPending) return <LoadingState />
  if (found.isError || booking === undefined) {
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
  }
  const [start, end] = [Date.parse(booking.start), Date.parse(booking.end)]
  const refusal = arrive.isError ? failureOf(arrive.error) : undefined
  return (
    <>
      <header className="sheet-head">
        <Button kind="quiet" className="button-small sheet-close" hotkey="Esc" onClick={onClose}>
          {t('close')}
        </Button>
        <h2>
          {booking.customer.name}
          {booking.customer.title ?? ''}
          {booking.customer.vipTier ? (
            <span className="tag tag-gold">{t(`tier.${booking.customer.vipTier as 'gold'}`)}</span>
          ) : null}
        </h2>
        <p className="sheet-when">
          <b>{roomsOf(booking)}</b> {typeName(booking.typeCode)} · {spanWords(start, end, now, reading)}
        </p>
        <p className="quiet">
          <span className={statusClass(booking.status)}>{statusWord(booking.status)}</span> {booking.code} ·{' '}
          {maskedPhone(booking.customer.phone)}
        </p>
      </header>
      {mayArrive || mayChange ? (
        <div className="side-part">
          <div className="button-row">
            {mayArrive ? (
              <Button
                kind={open ? 'plain' : 'primary'}
                hotkey="A"
                disabled={arrive.isPending}
                onClick={() => arrive.mutate()}
              >
                {t('arrive')}
              </Button>
            ) : null}
            {mayChange ? (
              <>
                <Button
                  hotkey="E"
                  aria-expanded={act === 'change'}
                  onClick={() => setAct(act === 'change' ? undefined : 'change')}
                >
                  {t('change')}
                </Button>
                <Button
                  hotkey="X"
                  aria-expanded={act === 'cancel'}
                  onClick={() => setAct(act === 'cancel' ? undefined : 'cancel')}
                >
                  {t('cancel')}
                </Button>
              </>
            ) : null}
          </div>
          {refusal ? (
            <p className="form-error" role="alert">
              {failureText(arrive.error).line}
            </p>
          ) : null}
        </div>
      ) : null}
      {act === 'change' ? <ChangeForm booking={booking} onDone={() => setAct(undefined)} /> : null}
      {act === 'cancel' ? <CancelForm booking={booking} onDone={() => setAct(undefined)} /> : null}
      <div className="side-part">
        <dl className="facts">
          <dt>{t('fact.party')}</dt>
          <dd>
            {t('people', { count: booking.party })} · {lengthWords(minutesOf(booking), reading.language)}
          </dd>
          <dt>{t('fact.until')}</dt>
          <dd>{booking.holdUntil === null ? '—' : momentWords(Date.parse(booking.holdUntil), now, reading)}</dd>
          {booking.quote ? (
            <>
              <dt>{t('fact.price')}</dt>
              <dd>{money(booking.quote.total)}</dd>
            </>
          ) : null}
          {booking.deposit ? (
            <>
              <dt>{t('fact.deposit')}</dt>
              <dd>{money(booking.deposit)}</dd>
            </>
          ) : null}
          <dt>{t('fact.flow')}</dt>
          <dd>
            {booking.flow} {flowWord(`${booking.flow}.title`)}
          </dd>
          <dt>{t('fact.source')}</dt>
          <dd>{t(`source.${booking.source}`)}</dd>
          {booking.specifiedRoom ? (
            <>
              <dt>{t('fact.specified')}</dt>
              <dd>{t('yes')}</dd>
            </>
          ) : null}
          {booking.promise ? (
            <>
              <dt>{t('fact.promise')}</dt>
              <dd>
                {typeName(booking.promise.fromTypeCode)} → {typeName(booking.promise.toTypeCode)} ·{' '}
                {t(`promise.${booking.promise.state}`)}
              </dd>
            </>
          ) : null}
          {booking.waitlist ? (
            <>
              <dt>{t('fact.waitlist')}</dt>
              <dd>
                {booking.waitlist.number} · {t('quoted', { count: booking.waitlist.quotedMinutes })}
              </dd>
            </>
          ) : null}
          {booking.cancelReason ? (
            <>
              <dt>{t('fact.cancelReason')}</dt>
              <dd>{t(`reason.${booking.cancelReason as 'guest'}`, { defaultValue: booking.cancelReason })}</dd>
            </>
          ) : null}
          {booking.notes ? (
            <>
              <dt>{t('fact.notes')}</dt>
              <dd>{booking.notes}</dd>
            </>
          ) : null}
        </dl>
      </div>
      <BookingHistory entries={booking.history} />
    </>
  )
}
