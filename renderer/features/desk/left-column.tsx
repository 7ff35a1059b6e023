import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { Key } from '#renderer/ui/key.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { clockWords, minutesBetween } from '#renderer/ui/time-words.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import type { WordsContext } from './answer-words.ts'
import { type Caller, CallerFile } from './caller-file.tsx'

const dueWithinMinutes = 90
const shownAtMost = 7

/** Left: the caller's file when the number is known, then who is due and who is waiting. */
export function LeftColumn({ caller, words }: { caller: Caller | undefined; words: WordsContext }) {
  return (
    <aside className="desk-left">
      {caller ? <CallerFile caller={caller} words={words} /> : null}
      <Arrivals words={words} short={caller !== undefined} />
      <WaitingParties words={words} />
    </aside>
  )
}

function Arrivals({ words, short }: { words: WordsContext; short: boolean }) {
  const { t, reading, now } = words
  const date = businessDateOf(now, reading)
  const list = useQuery(api.booking.list.queryOptions({ input: { date, status: 'confirmed', limit: 200 } }))
  const due = (list.data?.items ?? [])
    .filter((booking) => minutesBetween(now, Date.parse(booking.start)) <= dueWithinMinutes)
    .sort((a, b) => a.start.localeCompare(b.start))
  return (
    <Panel title={t('due.title')} count={due.length} aside={<Key name="F8" />}>
      {due.length === 0 ? (
        <p className="desk-none">{t('due.none')}</p>
      ) : (
        <ul className="desk-list">
          {due.slice(0, short ? 4 : shownAtMost).map((booking) => {
            const late = minutesBetween(Date.parse(booking.start), now)
            const left = booking.holdUntil ? minutesBetween(now, Date.parse(booking.holdUntil)) : undefined
            return (
              <li key={booking.code}>
                <b>{clockWords(Date.parse(booking.start), reading)}</b>
                <span className="cut">
                  {booking.roomNo} {t('due.guest', { name: booking.customer.name, count: booking.party })}
                </span>
                {late > 0 ? (
                  <span className="bad">
                    {left !== undefined && left > 0
                      ? t('due.releases', { minutes: left })
                      : t('due.late', { minutes: late })}
                  </span>
                ) : (
                  <span className="quiet">{t('due.in', { minutes: -late })}</span>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}

function WaitingParties({ words }: { words: WordsContext }) {
  const { t, now } = words
  const list = useQuery(api.waitlist.list.queryOptions({ input: { state: 'waiting', limit: 100 } }))
  const waiting = list.data?.items ?? []
  return (
    <Panel title={t('waiting.title')} count={waiting.length} aside={<Key name="F5" />}>
      {waiting.length === 0 ? (
        <p className="desk-none">{t('waiting.none')}</p>
      ) : (
        <ul className="desk-list">
          {waiting.slice(0, 5).map((entry) => {
            const left = entry.quotedMinutes - minutesBetween(Date.parse(entry.since), now)
            return (
              <li key={entry.id}>
                <b>{entry.number}</b>
                <span className="cut">{t('waiting.guest', { name: entry.name ?? '', count: entry.party })}</span>
                {entry.matchedRoomNo ? (
                  <span className="good">{t('waiting.matched', { room: entry.matchedRoomNo })}</span>
                ) : left >= 0 ? (
                  <span className="quiet">{t('waiting.left', { minutes: left })}</span>
                ) : (
                  <span className="bad">{t('waiting.over', { minutes: -left })}</span>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
