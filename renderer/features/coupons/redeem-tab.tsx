import { useQuery } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { money } from '#renderer/ui/money-words.ts'
import { type RowColumn, RowList } from '#renderer/ui/row-list.tsx'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import type { CouponAct } from '#shared/domain/coupons/coupon-batch.ts'
import { CouponCard } from './coupon-card.tsx'
import { type LifeView, useMoment } from './coupon-words.ts'
import type { CouponAtHand } from './use-coupon.ts'

/** 兑付: the coupon at hand, and what has been redeemed today. */
export function RedeemTab({
  coupon,
  room,
  onRoomDone,
  onAct,
}: {
  coupon: CouponAtHand
  room: RefObject<HTMLSelectElement | null>
  onRoomDone: () => void
  onAct: (life: LifeView, act: CouponAct) => void
}) {
  return (
    <div className="coupons-redeem">
      <div className="coupon-place">
        <CouponCard coupon={coupon} room={room} onRoomDone={onRoomDone} onAct={onAct} />
      </div>
      <Today onScan={coupon.scan} />
    </div>
  )
}

function Today({ onScan }: { onScan: (serial: string) => void }) {
  const { t } = useTranslation('coupons')
  const failureText = useFailureText()
  const moment = useMoment()
  const [selected, setSelected] = useState<string>()
  const day = useQuery(api.coupon.redemptions.queryOptions({ input: { limit: 500 } }))
  type Row = NonNullable<typeof day.data>['items'][number]
  const columns: readonly RowColumn<Row>[] = [
    { name: 'at', title: t('column.at'), width: '86px', cell: (row) => moment(row.at) },
    {
      name: 'serial',
      title: t('column.serial'),
      width: 'minmax(110px, 2fr)',
      cell: (row) => (
        <>
          <b>{row.serial}</b> {row.kind}
        </>
      ),
    },
    { name: 'value', title: t('column.value'), width: '60px', align: 'right', cell: (row) => money(row.value) },
    { name: 'room', title: t('column.room'), width: '44px', cell: (row) => row.roomNo ?? '—' },
    { name: 'guest', title: t('column.guest'), width: 'minmax(48px, 1fr)', cell: (row) => row.guest ?? '' },
    { name: 'by', title: t('column.by'), width: '60px', cell: (row) => row.by.name },
  ]
  return (
    <section className="coupons-today" aria-label={t('today')}>
      <header className="page-bar">
        <h2>{t('today')}</h2>
        <span className="page-gap" />
        {day.data ? (
          <span className="quiet">{t('todaySum', { count: day.data.count, value: money(day.data.value) })}</span>
        ) : null}
      </header>
      {day.isPending ? (
        <LoadingState />
      ) : day.isError ? (
        <ErrorState {...failureText(day.error)} onRetry={() => void day.refetch()} />
      ) : (
        <RowList
          label={t('today')}
          rows={day.data.items}
          rowKey={(row) => row.serial}
          columns={columns}
          selected={selected}
          onSelect={setSelected}
          onOpen={(row) => onScan(row.serial)}
          empty={<EmptyState title={t('emptyToday')}>{t('emptyTodayNext')}</EmptyState>}
        />
      )}
    </section>
  )
}
