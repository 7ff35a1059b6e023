import { useTranslation } from 'react-i18next'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { maskedPhone } from '#renderer/ui/mask.ts'
import type { RowColumn } from '#renderer/ui/row-list.tsx'
import { clockWords, dayWords } from '#renderer/ui/time-words.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { type BookingView, roomsOf, statusClass, useStatusWord, useTypeName } from './booking-words.ts'

const shownInSheet: readonly string[] = ['end', 'until', 'notes']

/** Columns of the list; a search over all days shows the day besides, an open sheet leaves out what it shows itself. */
export function useBookingColumns(withDay: boolean, besideSheet: boolean): readonly RowColumn<BookingView>[] {
  const { t } = useTranslation('bookings')
  const reading = useTimeReading()
  const today = businessDateOf(useNow(60_000), reading)
  const typeName = useTypeName()
  const statusWord = useStatusWord()
  const dateOf = (row: BookingView) => businessDateOf(Date.parse(row.start), reading)
  const clock = (text: string | null, row: BookingView) =>
    text === null ? '' : clockWords(Date.parse(text), reading, dateOf(row))
  const day: RowColumn<BookingView> = {
    name: 'day',
    title: t('column.day'),
    width: '72px',
    cell: (row) => dayWords(dateOf(row), today, reading.language),
  }
  const columns: readonly RowColumn<BookingView>[] = [
    ...(withDay ? [day] : []),
    { name: 'start', title: t('column.start'), width: '76px', cell: (row) => <b>{clock(row.start, row)}</b> },
    { name: 'end', title: t('column.end'), width: '76px', cell: (row) => clock(row.end, row) },
    { name: 'room', title: t('column.room'), width: '76px', cell: (row) => <b>{roomsOf(row)}</b> },
    { name: 'type', title: t('column.type'), width: '60px', cell: (row) => typeName(row.typeCode) },
    { name: 'party', title: t('column.party'), width: '40px', align: 'right', cell: (row) => row.party },
    {
      name: 'name',
      title: t('column.name'),
      width: 'minmax(84px, 1.2fr)',
      cell: (row) => `${row.customer.name}${row.customer.title ?? ''}`,
    },
    { name: 'phone', title: t('column.phone'), width: '112px', cell: (row) => maskedPhone(row.customer.phone) },
    { name: 'code', title: t('column.code'), width: '76px', cell: (row) => row.code },
    {
      name: 'status',
      title: t('column.status'),
      width: '72px',
      cell: (row) => <span className={statusClass(row.status)}>{statusWord(row.status)}</span>,
    },
    { name: 'until', title: t('column.until'), width: '76px', cell: (row) => clock(row.holdUntil, row) },
    { name: 'notes', title: t('column.notes'), width: 'minmax(60px, 1.6fr)', cell: (row) => row.notes ?? '' },
  ]
  return besideSheet ? columns.filter((column) => !shownInSheet.includes(column.name)) : columns
}
