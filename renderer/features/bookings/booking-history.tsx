import { useTranslation } from 'react-i18next'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { money } from '#renderer/ui/money-words.ts'
import { momentWords } from '#renderer/ui/time-words.ts'
import { type HistoryView, useTypeName } from './booking-words.ts'

const shownFields = ['status', 'start', 'end', 'roomNo', 'typeCode', 'party', 'deposit', 'notes'] as const
type ShownField = (typeof shownFields)[number]

/** What differs between before and after, of the fields people ask about. */
export function changedFields(entry: Pick<HistoryView, 'before' | 'after'>): readonly ShownField[] {
  const { before, after } = entry
  if (before === null || after === null) return []
  return shownFields.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
}

/** Every change of a booking, newest first: what, before and after, who, at which station, when. */
export function BookingHistory({ entries }: { entries: readonly HistoryView[] }) {
  const { t } = useTranslation('bookings')
  const reading = useTimeReading()
  const now = useNow(60_000)
  const typeName = useTypeName()
  const words = (field: ShownField, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—'
    if (field === 'start' || field === 'end') {
      const instant = typeof value === 'number' ? value : Date.parse(String(value))
      return momentWords(instant, now, reading)
    }
    if (field === 'typeCode') return typeName(String(value))
    if (field === 'status') return t(`status.${String(value) as 'confirmed'}`, { defaultValue: String(value) })
    if (field === 'deposit') return money(Number(value))
    return String(value)
  }
  return (
    <section className="side-part">
      <h3>{t('history')}</h3>
      <ol>
        {entries.toReversed().map((entry) => (
          <li key={entry.seq} className="history-entry">
            <span className="quiet">{momentWords(Date.parse(entry.at), now, reading)}</span>
            <span>
              {t(`command.${entry.command.replaceAll('.', '_') as 'booking_save'}`, { defaultValue: entry.command })}
              <span className="quiet">
                {' '}
                · {entry.actorName ?? entry.actor}
                {entry.station ? ` · ${entry.station}` : ''}
              </span>
              {changedFields(entry).map((field) => (
                <div key={field} className="small">
                  <span className="quiet">{t(`field.${field}`)}</span> <s>{words(field, entry.before?.[field])}</s> →{' '}
                  {words(field, entry.after?.[field])}
                </div>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
