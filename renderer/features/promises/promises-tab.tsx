import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { type RowColumn, RowList } from '#renderer/ui/row-list.tsx'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { momentWords } from '#renderer/ui/time-words.ts'
import { type PromiseView, useTypeName } from './use-promises.ts'

const stateClass: Record<PromiseView['state'], string> = {
  open: 'tag tag-accent',
  kept: 'tag tag-good',
  declined: 'tag',
  lapsed: 'tag tag-bad',
}
type Charge = 'recalculate' | 'keep'

/** Promises to move a party (flows 10, 11): open ones first, the oldest at the top, with the room that is ready. */
export function PromisesTab() {
  const { t } = useTranslation('promises')
  const failureText = useFailureText()
  const done = useDoneToast()
  const reading = useTimeReading()
  const now = useNow(60_000)
  const typeName = useTypeName()
  const list = useQuery(api.promise.list.queryOptions({ input: { limit: 500 } }))
  const [selected, setSelected] = useState<string>()
  const [charge, setCharge] = useState<Charge>('recalculate')
  const rows = (list.data?.items ?? []).toSorted(
    (a, b) =>
      Number(b.state === 'open') - Number(a.state === 'open') ||
      (a.state === 'open' ? 1 : -1) * (Date.parse(a.createdAt) - Date.parse(b.createdAt)),
  )
  const picked =
    rows.find((row) => row.id === selected) ?? rows.find((row) => row.state === 'open' && row.roomReady) ?? rows[0]
  const open = picked?.state === 'open'

  const move = useMutation({
    mutationFn: (one: PromiseView) =>
      client.stay.transfer({ id: one.stayId ?? '', roomNo: one.roomReady ?? '', reason: 'promise', charge }),
    onSuccess: (stay, one) =>
      done(t('moved', { name: one.name ?? '', room: one.roomReady ?? '' }), stay.journalSeq, () => void list.refetch()),
  })
  const decline = useMutation({
    mutationFn: (one: PromiseView) => client.promise.decline({ id: one.id }),
    onSuccess: (_after, one) => done(t('declined', { name: one.name ?? '' })),
  })
  const mayMove = open && picked.roomReady !== undefined && picked.stayId !== undefined
  useHotkeys([
    {
      id: 'promise.move',
      keys: 'T',
      label: t('move'),
      group: t('title'),
      enabled: mayMove === true,
      run: () => picked && move.mutate(picked),
    },
    {
      id: 'promise.decline',
      keys: 'D',
      label: t('decline'),
      group: t('title'),
      enabled: open === true,
      run: () => picked && decline.mutate(picked),
    },
  ])

  const columns: readonly RowColumn<PromiseView>[] = [
    {
      name: 'at',
      title: t('column.at'),
      width: '110px',
      cell: (row) => momentWords(Date.parse(row.createdAt), now, reading),
    },
    { name: 'name', title: t('column.name'), width: 'minmax(90px, 1fr)', cell: (row) => row.name ?? '—' },
    { name: 'party', title: t('column.party'), width: '40px', align: 'right', cell: (row) => row.party },
    { name: 'room', title: t('column.room'), width: '72px', cell: (row) => <b>{row.roomNo ?? '—'}</b> },
    { name: 'from', title: t('column.from'), width: '72px', cell: (row) => typeName(row.fromTypeCode) },
    { name: 'to', title: t('column.to'), width: '72px', cell: (row) => typeName(row.toTypeCode) },
    {
      name: 'ready',
      title: t('column.ready'),
      width: '84px',
      cell: (row) =>
        row.roomReady && row.state === 'open' ? <span className="tag tag-good strong">{row.roomReady}</span> : '',
    },
    { name: 'code', title: t('column.code'), width: '80px', cell: (row) => row.bookingCode ?? '' },
    {
      name: 'state',
      title: t('column.state'),
      width: '84px',
      cell: (row) => <span className={stateClass[row.state]}>{t(`state.${row.state}`)}</span>,
    },
  ]
  if (list.isPending) return <LoadingState />
  if (list.isError) return <ErrorState {...failureText(list.error)} onRetry={() => void list.refetch()} />
  const rate = list.data.keptRate
  const failed = [move, decline].find((step) => step.isError)
  return (
    <div className="page-tab">
      <div className="page-bar">
        {picked && open ? (
          <>
            <span>
              {mayMove ? (
                <>
                  {t('ask')} <b>{picked.name ?? picked.roomNo}</b> · {picked.roomNo} → <b>{picked.roomReady}</b>
                </>
              ) : (
                <span className="quiet">{picked.stayId === undefined ? t('notIn') : t('noRoom')}</span>
              )}
            </span>
            <select
              className="field"
              aria-label={t('charge')}
              value={charge}
              onChange={(event) => setCharge(event.target.value === 'keep' ? 'keep' : 'recalculate')}
            >
              <option value="recalculate">{t('recalculate')}</option>
              <option value="keep">{t('keep')}</option>
            </select>
            <Button kind="primary" hotkey="T" disabled={!mayMove || move.isPending} onClick={() => move.mutate(picked)}>
              {picked.roomReady ? t('moveTo', { room: picked.roomReady }) : t('move')}
            </Button>
            <Button hotkey="D" disabled={decline.isPending} onClick={() => decline.mutate(picked)}>
              {t('decline')}
            </Button>
          </>
        ) : null}
        <span className="page-gap" />
        <span className="quiet">{rate === null ? t('keptNone') : t('kept', { rate: Math.round(rate * 100) })}</span>
        {failed ? (
          <p className="form-error" role="alert">
            {failureText(failed.error).line}
          </p>
        ) : null}
      </div>
      <RowList
        label={t('tab.promises')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns}
        selected={picked?.id}
        onSelect={setSelected}
        faint={(row) => row.state !== 'open'}
        empty={<EmptyState title={t('emptyPromises')}>{t('emptyPromisesNext')}</EmptyState>}
      />
    </div>
  )
}
