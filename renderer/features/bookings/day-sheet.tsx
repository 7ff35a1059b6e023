import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useSession } from '#renderer/api/session-store.ts'
import { useTimeReading, useVenue } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { maskedPhone } from '#renderer/ui/mask.ts'
import { money } from '#renderer/ui/money-words.ts'
import { clockWords, dateWords, plainClock } from '#renderer/ui/time-words.ts'
import { wallMinutesOf } from '#shared/domain/time/business-day.ts'
import { type BookingView, roomsOf, useTypeName } from './booking-words.ts'
import './day-sheet.css'

const printed: readonly string[] = ['confirmed', 'arrived']

/** The day's bookings on A4, by hour, with a box to tick and a column for the real time; seen on paper only. */
export function DaySheet({ date, rows }: { date: string; rows: readonly BookingView[] }) {
  const { t } = useTranslation('bookings')
  const reading = useTimeReading()
  const venue = useVenue()
  const session = useSession()
  const now = useNow(60_000)
  const typeName = useTypeName()
  const due = rows.filter((row) => printed.includes(row.status) && row.source !== 'walkIn')
  const groups = new Map<number, BookingView[]>()
  for (const row of due) {
    const hour = Math.floor(wallMinutesOf(Date.parse(row.start), date, reading) / 60)
    groups.set(hour, [...(groups.get(hour) ?? []), row])
  }
  const people = (list: readonly BookingView[]) => list.reduce((sum, row) => sum + row.party, 0)
  const clock = (text: string) => clockWords(Date.parse(text), reading, date)
  const hourText = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00–${String(hour % 24).padStart(2, '0')}:59`
  return createPortal(
    <section className="day-sheet" aria-hidden="true">
      <header>
        <h1>
          {venue?.name} {t('sheetTitle')}
        </h1>
        <b>{`${date.slice(0, 4)} · ${dateWords(date, reading.language)}`}</b>
        <span>{t('sheetNote', { bookings: due.length, people: people(due) })}</span>
        <span>{t('sheetPrinted', { at: plainClock(now, reading) })}</span>
      </header>
      <table>
        <thead>
          <tr>
            <th>{t('sheetColumn.tick')}</th>
            <th>{t('column.start')}</th>
            <th>{t('column.end')}</th>
            <th>{t('column.room')}</th>
            <th>{t('column.type')}</th>
            <th className="num">{t('column.party')}</th>
            <th>{t('column.name')}</th>
            <th>{t('column.phone')}</th>
            <th>{t('column.code')}</th>
            <th>{t('column.until')}</th>
            <th>{t('sheetColumn.real')}</th>
            <th>{t('column.notes')}</th>
          </tr>
        </thead>
        {[...groups].map(([hour, list]) => (
          <tbody key={hour}>
            <tr className="day-sheet-hour">
              <td colSpan={12}>
                {hour >= 24 ? `${t('nextDay')} ` : ''}
                {hourText(hour)}　{t('sheetHour', { bookings: list.length, people: people(list) })}
              </td>
            </tr>
            {list.map((row) => (
              <tr key={row.code}>
                <td>
                  <i className="day-sheet-box">{row.status === 'arrived' ? '✓' : ''}</i>
                </td>
                <td>
                  <b>{clock(row.start)}</b>
                </td>
                <td>{clock(row.end)}</td>
                <td>
                  <b>{roomsOf(row)}</b>
                </td>
                <td>{typeName(row.typeCode)}</td>
                <td className="num">{row.party}</td>
                <td>
                  {row.customer.name}
                  {row.customer.title ?? ''}
                </td>
                <td>{maskedPhone(row.customer.phone)}</td>
                <td>{row.code}</td>
                <td>{row.holdUntil === null ? '' : clock(row.holdUntil)}</td>
                <td className="day-sheet-real" />
                <td>
                  {[row.deposit ? t('sheetDeposit', { deposit: money(row.deposit) }) : '', row.notes ?? '']
                    .filter((text) => text !== '')
                    .join('，')}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <footer>
        <div className="day-sheet-signs">
          {(['record', 'check', 'floor'] as const).map((sign) => (
            <span key={sign}>{t(`sign.${sign}`)}</span>
          ))}
        </div>
        <p>
          <span>
            {session?.staff.name} {session?.staff.staffNo}
          </span>
          <span>{t('sheetPrivacy')}</span>
        </p>
      </footer>
    </section>,
    document.body,
  )
}
