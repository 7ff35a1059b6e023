import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { maskedPhone } from '#renderer/ui/mask.ts'
import { dayWords, momentWords } from '#renderer/ui/time-words.ts'
import { phoneKey } from '#shared/domain/customer/phone.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { typeName, type WordsContext } from './answer-words.ts'

/** Digits from which a number is looked up while it is typed. */
const lookUpFrom = 7

/** The file of whoever has the number typed; undefined while nobody has. */
export function useCaller(phone: string) {
  const key = phoneKey(phone)
  const known = useQuery({
    ...api.customer.list.queryOptions({ input: { phone: key, limit: 2 } }),
    enabled: key.length >= lookUpFrom,
  })
  return key.length >= lookUpFrom ? known.data?.items[0] : undefined
}

export type Caller = NonNullable<ReturnType<typeof useCaller>>

/** 来电客人: who it is, what to know before speaking. */
export function CallerFile({ caller, words }: { caller: Caller; words: WordsContext }) {
  const { t } = useTranslation(['desk', 'common'])
  const { venue, reading, now } = words
  const today = businessDateOf(now, reading)
  const open = caller.openBookings[0]
  const last = caller.lastVisit
  return (
    <section className="caller" aria-label={t('caller.label')}>
      <div className="caller-head">
        <h2 className="caller-name cut">{caller.name}</h2>
        <span className={caller.vipTier ? 'tag tag-gold' : 'tag'}>{t(`common:vip.${caller.vipTier ?? 'none'}`)}</span>
        {caller.flags.includes('blocked') ? <span className="tag tag-bad">{t('caller.blocked')}</span> : null}
        <span className="caller-phone">{maskedPhone(caller.phones[0] ?? '')}</span>
      </div>
      <dl className="caller-figures">
        <div>
          <dd>{caller.visits}</dd>
          <dt>{t('caller.visits')}</dt>
        </div>
        <div>
          <dd className={caller.noShows > 0 ? 'bad' : ''}>{caller.noShows}</dd>
          <dt>{t('caller.noShows')}</dt>
        </div>
        <div>
          <dd>{last ? dayWords(last.date, today, reading.language) : '—'}</dd>
          <dt className="cut">
            {last ? t('caller.last', { room: `${typeName(venue, last.typeCode)} ${last.roomNo}` }) : t('caller.first')}
          </dt>
        </div>
      </dl>
      <dl className="caller-notes">
        {caller.tags.length > 0 ? <Line word={t('caller.tags')} text={caller.tags.join(t('listComma'))} /> : null}
        {caller.notes ? <Line word={t('caller.notes')} text={caller.notes} /> : null}
        <Line
          word={t('caller.open')}
          text={
            open
              ? t('caller.openBooking', {
                  when: momentWords(Date.parse(open.start), now, reading),
                  room: `${typeName(venue, open.typeCode)} ${open.roomNo ?? ''}`.trim(),
                  count: open.party,
                })
              : t('caller.noBooking')
          }
        />
      </dl>
    </section>
  )
}

function Line({ word, text }: { word: string; text: string }) {
  return (
    <div className="caller-note">
      <dt>{word}</dt>
      <dd>{text}</dd>
    </div>
  )
}
