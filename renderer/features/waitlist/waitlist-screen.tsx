import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { useVenue } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { Page } from '#renderer/ui/page.tsx'
import { RowList } from '#renderer/ui/row-list.tsx'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { JoinForm } from './join-form.tsx'
import { isWaiting, useWaitlist, type WaitlistView } from './use-waiting.ts'
import { WaitedScript } from './waited-script.tsx'
import { useWaitlistColumns } from './waitlist-columns.tsx'
import './waitlist.css'

type Shown = 'now' | 'all'

/** 候位: who waits, how long they were told, and the room that is free for them; single keys for each step. */
export function WaitlistScreen() {
  const { t } = useTranslation('waitlist')
  const failureText = useFailureText()
  const done = useDoneToast()
  const venue = useVenue()
  const list = useWaitlist()
  const [shown, setShown] = useState<Shown>('now')
  const [selected, setSelected] = useState<string>()
  const [joining, setJoining] = useState(false)
  const columns = useWaitlistColumns(joining)
  const rows = (list.data?.items ?? []).filter((entry) => shown === 'all' || isWaiting(entry))
  const entry = rows.find((row) => row.id === selected) ?? rows.find(isWaiting)

  const call = useMutation({
    mutationFn: (one: WaitlistView) => client.waitlist.call({ id: one.id }),
    onSuccess: (one) =>
      done(t('calledDone', { number: one.number, minutes: venue?.policy.waitlistCallMinutes ?? 10 }), one.journalSeq),
  })
  const seat = useMutation({
    mutationFn: (one: WaitlistView) =>
      client.waitlist.seat({ id: one.id, ...(one.matchedRoomNo ? { roomNo: one.matchedRoomNo } : {}) }),
    onSuccess: (stay, one) =>
      done(t('seatedDone', { number: one.number, room: stay.segments.at(-1)?.roomNo ?? '' }), stay.journalSeq),
  })
  const leave = useMutation({
    mutationFn: (one: WaitlistView) => client.waitlist.leave({ id: one.id }),
    onSuccess: (one) => done(t('leftDone', { number: one.number }), one.journalSeq),
  })
  const failed = [call, seat, leave].find((step) => step.isError)
  const waits = entry !== undefined && isWaiting(entry)
  const act = (step: typeof call | typeof leave | typeof seat) => {
    if (entry === undefined) return
    for (const other of [call, seat, leave]) other.reset()
    step.mutate(entry)
  }
  useHotkeys([
    {
      id: 'waitlist.join',
      keys: 'N',
      label: t('join'),
      group: t('title'),
      enabled: !joining,
      run: () => setJoining(true),
    },
    {
      id: 'waitlist.call',
      keys: 'C',
      label: t('call'),
      group: t('title'),
      enabled: waits && entry?.state === 'waiting',
      run: () => act(call),
    },
    { id: 'waitlist.seat', keys: 'S', label: t('seat'), group: t('title'), enabled: waits, run: () => act(seat) },
    { id: 'waitlist.leave', keys: 'L', label: t('leave'), group: t('title'), enabled: waits, run: () => act(leave) },
  ])

  return (
    <Page
      title={t('title')}
      sideLabel={t('joinTitle')}
      head={
        <>
          <span className="quiet">{t('count', { count: (list.data?.items ?? []).filter(isWaiting).length })}</span>
          <select
            className="field"
            aria-label={t('filter')}
            value={shown}
            onChange={(event) => setShown(event.target.value === 'all' ? 'all' : 'now')}
          >
            <option value="now">{t('state.now')}</option>
            <option value="all">{t('state.all')}</option>
          </select>
          <span className="page-gap" />
          {entry !== undefined && waits ? (
            <span className="button-row">
              <b className="waitlist-picked">{entry.number}</b>
              <Button hotkey="C" disabled={entry.state !== 'waiting'} onClick={() => act(call)}>
                {t('call')}
              </Button>
              <Button hotkey="S" onClick={() => act(seat)}>
                {t('seat')}
              </Button>
              <Button hotkey="L" onClick={() => act(leave)}>
                {t('leave')}
              </Button>
            </span>
          ) : null}
          <Button kind="primary" hotkey="N" disabled={joining} onClick={() => setJoining(true)}>
            {t('join')}
          </Button>
        </>
      }
      side={joining ? <JoinForm onClose={() => setJoining(false)} onJoined={setSelected} /> : undefined}
    >
      <div className="waitlist-list">
        {failed ? (
          <p className="note-box note-box-bad waitlist-failed" role="alert">
            {failureText(failed.error).line}
          </p>
        ) : null}
        {entry !== undefined && waits ? <WaitedScript entry={entry} /> : null}
        {list.isPending ? (
          <LoadingState />
        ) : list.isError ? (
          <ErrorState {...failureText(list.error)} onRetry={() => void list.refetch()} />
        ) : (
          <RowList
            label={t('list')}
            rows={rows}
            rowKey={(row) => row.id}
            columns={columns}
            selected={entry?.id}
            onSelect={setSelected}
            faint={(row) => !isWaiting(row)}
            empty={<EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>}
          />
        )}
      </div>
    </Page>
  )
}
