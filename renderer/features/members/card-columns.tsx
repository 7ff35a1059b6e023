import { useTranslation } from 'react-i18next'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { maskedPhone } from '#renderer/ui/mask.ts'
import type { RowColumn } from '#renderer/ui/row-list.tsx'
import { isLiving } from '#shared/domain/members/card-life.ts'
import { cardNoInGroups } from '#shared/domain/members/card-number.ts'
import { businessDateOf, daysBetween } from '#shared/domain/time/business-day.ts'
import { type CardView, endingDays, personWords, stateClass } from './card-words.ts'

/** Columns of the list of cards; fewer when something stands beside it. */
export function useCardColumns(narrow: boolean): readonly RowColumn<CardView>[] {
  const { t } = useTranslation('members')
  const today = businessDateOf(useNow(60_000), useTimeReading())
  const left = (row: CardView) => {
    const days = daysBetween(today, row.validUntil)
    if (!isLiving(row.state) || days > endingDays || days < 0) return null
    return <span className="warn small"> {days === 0 ? t('lastDay') : t('daysLeft', { count: days })}</span>
  }
  const issuedOn: RowColumn<CardView> = {
    name: 'issuedOn',
    title: t('column.issuedOn'),
    width: '92px',
    cell: (row) => row.issuedOn,
  }
  // The sheet beside the list says it.
  const phone: RowColumn<CardView> = {
    name: 'phone',
    title: t('column.phone'),
    width: '112px',
    cell: (row) => maskedPhone(row.customer.phone),
  }
  return [
    { name: 'cardNo', title: t('column.cardNo'), width: '84px', cell: (row) => <b>{cardNoInGroups(row.cardNo)}</b> },
    {
      name: 'name',
      title: t('column.name'),
      width: narrow ? 'minmax(70px, 1fr)' : '190px',
      cell: (row) => personWords(row.customer),
    },
    ...(narrow ? [] : [phone]),
    {
      name: 'tier',
      title: t('column.tier'),
      width: '52px',
      cell: (row) => <span className={row.tier === 'gold' ? 'tag tag-gold' : 'tag'}>{t(`tier.${row.tier}`)}</span>,
    },
    {
      name: 'state',
      title: t('column.state'),
      width: '70px',
      cell: (row) => <span className={stateClass[row.state]}>{t(`state.${row.state}`)}</span>,
    },
    ...(narrow ? [] : [issuedOn]),
    {
      name: 'validUntil',
      title: t('column.validUntil'),
      width: narrow ? '84px' : '176px',
      cell: (row) => (
        <>
          {row.validUntil}
          {narrow ? null : left(row)}
        </>
      ),
    },
    {
      name: 'lastVisit',
      title: t('column.lastVisit'),
      width: narrow ? '84px' : 'minmax(92px, 1fr)',
      cell: (row) => row.lastVisit ?? <span className="quiet">{t('never')}</span>,
    },
  ]
}
