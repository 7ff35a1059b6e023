import { useTranslation } from 'react-i18next'
import { useTimeReading, useVenue } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { maskedPhone } from '#renderer/ui/mask.ts'
import type { RowColumn } from '#renderer/ui/row-list.tsx'
import { clockWords, countdown } from '#renderer/ui/time-words.ts'
import { isWaiting, type WaitlistView } from './use-waiting.ts'
import { callLeft, waitClock } from './wait-clock.ts'

const stateClass: Record<WaitlistView['state'], string> = {
  waiting: 'tag tag-accent',
  called: 'tag tag-gold',
  seated: 'tag',
  left: 'tag',
  expired: 'tag tag-bad',
}

/** Columns of the waiting list; the wait runs with the clock. */
export function useWaitlistColumns(besideForm: boolean): readonly RowColumn<WaitlistView>[] {
  const { t } = useTranslation('waitlist')
  const venue = useVenue()
  const reading = useTimeReading()
  const now = useNow()
  const typeName = (code: string) => venue?.types.find((type) => type.code === code)?.name ?? code
  const left = (entry: WaitlistView) => {
    if (!isWaiting(entry)) return entry.waitedMinutes === undefined ? '' : t('waited', { count: entry.waitedMinutes })
    if (entry.state === 'called' && entry.calledAt) {
      const ms = callLeft(Date.parse(entry.calledAt), venue?.policy.waitlistCallMinutes ?? 10, now)
      return <span className="warn">{t('callLeft', { left: countdown(now + Math.max(0, ms), now) })}</span>
    }
    const wait = waitClock(Date.parse(entry.since), entry.quotedMinutes, now)
    return wait.over ? (
      <b className="bad">{t('over', { count: wait.minutes })}</b>
    ) : (
      <span>{t('togo', { count: wait.minutes })}</span>
    )
  }
  const columns: readonly RowColumn<WaitlistView>[] = [
    { name: 'number', title: t('column.number'), width: '56px', cell: (row) => <b>{row.number}</b> },
    { name: 'type', title: t('column.type'), width: '68px', cell: (row) => typeName(row.typeCode) },
    { name: 'party', title: t('column.party'), width: '40px', align: 'right', cell: (row) => row.party },
    { name: 'name', title: t('column.name'), width: 'minmax(90px, 1fr)', cell: (row) => row.name ?? '—' },
    {
      name: 'phone',
      title: t('column.phone'),
      width: '116px',
      cell: (row) => (row.phone ? maskedPhone(row.phone) : '—'),
    },
    {
      name: 'since',
      title: t('column.since'),
      width: '84px',
      cell: (row) => clockWords(Date.parse(row.since), reading),
    },
    {
      name: 'quoted',
      title: t('column.quoted'),
      width: '150px',
      cell: (row) => (
        <>
          {t('minutes', { count: row.quotedMinutes })}{' '}
          <span className="quiet small">{t('atMost', { count: row.p90Minutes })}</span>
        </>
      ),
    },
    { name: 'left', title: t('column.left'), width: '120px', align: 'right', cell: left },
    {
      name: 'room',
      title: t('column.room'),
      width: '80px',
      cell: (row) =>
        row.matchedRoomNo && isWaiting(row) ? <span className="tag tag-room">{row.matchedRoomNo}</span> : '',
    },
    {
      name: 'priority',
      title: t('column.priority'),
      width: '60px',
      cell: (row) =>
        row.priority === 'normal' ? (
          t('priority.normal')
        ) : (
          <span className="tag tag-gold">{t(`priority.${row.priority}`)}</span>
        ),
    },
    {
      name: 'state',
      title: t('column.state'),
      width: '76px',
      cell: (row) => <span className={stateClass[row.state]}>{t(`state.${row.state}`)}</span>,
    },
  ]
  return besideForm ? columns.filter((column) => column.name !== 'phone' && column.name !== 'quoted') : columns
}
