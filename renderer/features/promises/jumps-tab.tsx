import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { type RowColumn, RowList } from '#renderer/ui/row-list.tsx'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { momentWords } from '#renderer/ui/time-words.ts'
import type { QueueJumpView } from './use-promises.ts'

/** 插队记录: who approved, why, and which parties it displaced for how long (flow 09). */
export function JumpsTab() {
  const { t } = useTranslation('promises')
  const failureText = useFailureText()
  const reading = useTimeReading()
  const now = useNow(60_000)
  const [selected, setSelected] = useState<string>()
  const list = useQuery(api.promise.queueJumps.queryOptions({ input: { limit: 500 } }))
  const displaced = (row: QueueJumpView) =>
    row.displaced.length === 0
      ? t('nobody')
      : row.displaced
          .map((one) => t('displacedParty', { number: one.number, name: one.name ?? '', count: one.minutes }))
          .join('；')
  const columns: readonly RowColumn<QueueJumpView>[] = [
    { name: 'at', title: t('column.at'), width: '110px', cell: (row) => momentWords(Date.parse(row.at), now, reading) },
    {
      name: 'code',
      title: t('column.code'),
      width: '90px',
      cell: (row) => <b>{row.waitlistNumber ?? row.bookingCode ?? '—'}</b>,
    },
    { name: 'approver', title: t('column.approver'), width: '110px', cell: (row) => row.approverName ?? row.approver },
    { name: 'by', title: t('column.by'), width: '80px', cell: (row) => row.requestedBy },
    {
      name: 'reason',
      title: t('column.reason'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <span title={row.reason}>{row.reason}</span>,
    },
    {
      name: 'displaced',
      title: t('column.displaced'),
      width: 'minmax(160px, 1.5fr)',
      cell: (row) => <span title={displaced(row)}>{displaced(row)}</span>,
    },
  ]
  if (list.isPending) return <LoadingState />
  if (list.isError) return <ErrorState {...failureText(list.error)} onRetry={() => void list.refetch()} />
  return (
    <RowList
      label={t('tab.jumps')}
      rows={list.data.items}
      rowKey={(row) => row.id}
      columns={columns}
      selected={selected}
      onSelect={setSelected}
      empty={<EmptyState title={t('emptyJumps')}>{t('emptyJumpsNext')}</EmptyState>}
    />
  )
}
