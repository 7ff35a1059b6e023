import { money } from '#renderer/ui/money-words.ts'
import { clockWords, spanWords } from '#renderer/ui/time-words.ts'
import { sayCode } from '#shared/domain/flows/spoken.ts'
import type { WordsContext } from './answer-words.ts'
import { typeName } from './answer-words.ts'
import type { Saved } from './use-save.ts'

/** Just saved: the code large, to be read out, with what was promised. Goes when the next booking is typed. */
export function SavedCard({ saved, words }: { saved: Saved; words: WordsContext }) {
  const { t, venue, reading, now } = words
  const place = saved.status === 'waiting' || saved.status === 'standby' || saved.status === 'advance'
  const room = saved.roomNos.length > 0 ? ` ${saved.roomNos.join('+')}` : ''
  return (
    <div className="answer answer-good answer-saved" data-outcome="saved" role="status">
      <div className="answer-title">
        <strong className="answer-state good">
          {t(`saved.${place ? saved.status : 'confirmed'}` as 'saved.confirmed')}
        </strong>
        <strong className="answer-code">{saved.code}</strong>
        {saved.waitlist ? (
          <span className="answer-time">{t('saved.number', { number: saved.waitlist.number })}</span>
        ) : null}
        {saved.quote ? <strong className="answer-price">{money(saved.quote.total)}</strong> : null}
      </div>
      <div className="answer-facts">
        <span>
          <b>
            {typeName(venue, saved.typeCode)}
            {room}
          </b>
        </span>
        <span>
          <b>{spanWords(Date.parse(saved.start), Date.parse(saved.end), now, reading)}</b>
        </span>
        <span>{t('saved.guest', { name: saved.customer.name, count: saved.party })}</span>
        {saved.holdUntil ? (
          <span>
            {t('fact.keptUntil')} <b>{clockWords(Date.parse(saved.holdUntil), reading)}</b>
          </span>
        ) : null}
        {saved.waitlist ? <span>{t('saved.wait', { minutes: saved.waitlist.quotedMinutes })}</span> : null}
        {saved.promise ? <span>{t('saved.promise', { type: typeName(venue, saved.promise.toTypeCode) })}</span> : null}
      </div>
      <p className="answer-spoken">{t('saved.spoken', { code: sayCode(saved.code, reading.language) })}</p>
      <p className="quiet">{t('saved.next')}</p>
    </div>
  )
}
