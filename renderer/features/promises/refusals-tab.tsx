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
import { type RefusalView, useTypeName } from './use-promises.ts'

const guestReasons: readonly string[] = ['price', 'time', 'size', 'undecided', 'other']

/** 婉拒: calls that ended without a booking, for want of a room or by the guest's own choice (flows 02, 05). */
export function RefusalsTab() {
  const { t } = useTranslation('promises')
  const { t: bookings } = useTranslation('bookings')
  const failureText = useFailureText()
  const reading = useTimeReading()
  const now = useNow(60_000)
  const typeName = useTypeName()
  const [selected, setSelected] = useState<string>()
  const list = useQuery(api.refusal.list.queryOptions({ input: { limit: 500 } }))
  const reason = (row: RefusalView) =>
    guestReasons.includes(row.reason)
      ? t(`customerReason.${row.reason as 'price'}`)
      : bookings(`why.${row.reason as 'PAST'}`, { defaultValue: row.reason })
  const columns: readonly RowColumn<RefusalView>[] = [
    { name: 'at', title: t('column.at'), width: '110px', cell: (row) => momentWords(Date.parse(row.at), now, reading) },
    {
      name: 'kind',
      title: t('column.kind'),
      width: '84px',
      cell: (row) => <span className={row.kind === 'denial' ? 'tag tag-gold' : 'tag'}>{t(`kind.${row.kind}`)}</span>,
    },
    { name: 'flow', title: t('column.flow'), width: '48px', cell: (row) => row.flow },
    {
      name: 'start',
      title: t('column.start'),
      width: '120px',
      cell: (row) => momentWords(Date.parse(row.start), now, reading),
    },
    { name: 'type', title: t('column.type'), width: '72px', cell: (row) => typeName(row.typeCode) },
    { name: 'party', title: t('column.party'), width: '40px', align: 'right', cell: (row) => row.party },
    {
      name: 'reason',
      title: t('column.reason'),
      width: 'minmax(140px, 1.4fr)',
      cell: (row) => <span title={reason(row)}>{reason(row)}</span>,
    },
    { name: 'name', title: t('column.name'), width: '90px', cell: (row) => row.name ?? '' },
    { name: 'note', title: t('column.note'), width: 'minmax(80px, 1fr)', cell: (row) => row.note ?? '' },
    { name: 'by', title: t('column.by'), width: '64px', cell: (row) => row.by },
  ]
  if (list.isPending) return <LoadingState />
  if (list.isError) return <ErrorState {...failureText(list.error)} onRetry={() => void list.refetch()} />
  return (
    <RowList
      label={t('tab.refusals')}
      rows={list.data.items}
      rowKey={(row) => row.id}
      columns={columns}
      selected={selected}
      onSelect={setSelected}
      empty={<EmptyState title={t('emptyRefusals')}>{t('emptyRefusalsNext')}</EmptyState>}
    />
  )
}
