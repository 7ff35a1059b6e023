import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { Button } from '#renderer/ui/button.tsx'
import { money } from '#renderer/ui/money-words.ts'
import { type RowColumn, RowList } from '#renderer/ui/row-list.tsx'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { couponStates } from '#shared/domain/coupons/coupon-batch.ts'
import { CouponChip, StockBar } from './coupon-chip.tsx'
import type { BatchView } from './coupon-words.ts'

const validities = ['usable', 'expired', 'all'] as const
const tags = { ahead: 'tag', current: 'tag tag-accent', expired: 'tag' } as const

/** 批次: every batch with where its coupons stand. */
export function BatchesTab({
  chosen,
  onChoose,
  onNew,
}: {
  chosen: string | undefined
  onChoose: (id: string) => void
  /** Left out for those who may not register a batch. */
  onNew?: (() => void) | undefined
}) {
  const { t } = useTranslation('coupons')
  const failureText = useFailureText()
  const [validity, setValidity] = useState<(typeof validities)[number]>('usable')
  const list = useQuery(api.coupon.batches.queryOptions({ input: { validity, limit: 200 } }))
  const count = (state: (typeof couponStates)[number]): RowColumn<BatchView> => ({
    name: state,
    title: <CouponChip state={state} />,
    width: '58px',
    align: 'right',
    cell: (row) => (
      <span className={row.stock[state] === 0 ? 'quiet' : ''}>{row.stock[state].toLocaleString('en-US')}</span>
    ),
  })
  const narrow = chosen !== undefined
  const columns: readonly RowColumn<BatchView>[] = [
    { name: 'kind', title: t('column.kind'), width: 'minmax(76px, 1fr)', cell: (row) => <b>{row.kind}</b> },
    { name: 'serials', title: t('column.serials'), width: 'minmax(130px, 1.2fr)', cell: (row) => row.serials },
    { name: 'value', title: t('column.value'), width: '56px', align: 'right', cell: (row) => money(row.value) },
    ...(narrow
      ? []
      : [
          {
            name: 'valid',
            title: t('column.valid'),
            width: '180px',
            cell: (row: BatchView) => `${row.validFrom} – ${row.validUntil}`,
          },
        ]),
    {
      name: 'stock',
      title: t('column.stock'),
      width: narrow ? '72px' : 'minmax(120px, 1fr)',
      cell: (row) => <StockBar stock={row.stock} />,
    },
    ...(narrow ? (['handed'] as const) : couponStates).map(count),
    {
      name: 'outstanding',
      title: t('column.outstanding'),
      width: '68px',
      align: 'right',
      cell: (row) => <b>{row.stock.outstanding.toLocaleString('en-US')}</b>,
    },
    ...(narrow
      ? []
      : [
          {
            name: 'state',
            title: t('column.state'),
            width: '64px',
            cell: (row: BatchView) => <span className={tags[row.validity]}>{t(`validity.${row.validity}`)}</span>,
          },
        ]),
  ]
  return (
    <div className="coupons-batches">
      <header className="page-bar">
        <select
          className="field"
          aria-label={t('filter.label')}
          value={validity}
          onChange={(event) => setValidity(validities.find((one) => one === event.target.value) ?? 'usable')}
        >
          {validities.map((one) => (
            <option key={one} value={one}>
              {t(`filter.${one}`)}
            </option>
          ))}
        </select>
        <span className="page-gap" />
        {onNew ? (
          <Button kind={narrow ? 'plain' : 'primary'} hotkey="Alt+N" onClick={onNew}>
            {t('newBatch')}
          </Button>
        ) : null}
      </header>
      {list.isPending ? (
        <LoadingState />
      ) : list.isError ? (
        <ErrorState {...failureText(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <RowList
          label={t('tab.batches')}
          rows={list.data.items}
          rowKey={(row) => row.id}
          columns={columns}
          selected={chosen}
          onSelect={onChoose}
          faint={(row) => row.validity === 'expired'}
          empty={<EmptyState title={t('emptyBatches')}>{t('emptyBatchesNext')}</EmptyState>}
        />
      )}
    </div>
  )
}
