import { useTranslation } from 'react-i18next'
import { useTimeReading } from '#renderer/api/venue.ts'
import { Key } from '#renderer/ui/key.tsx'
import { maskedName } from '#renderer/ui/mask.ts'
import { clockWords, spanClock } from '#renderer/ui/time-words.ts'
import { type StayOfCard, useTypeName } from './use-comments.ts'
import type { Entry } from './use-entry.ts'

/** The party the card belongs to, beside the line: who and when; or the question which of several it was. */
export function FoundStay({ entry }: { entry: Entry }) {
  const { t } = useTranslation('comments')
  const typeName = useTypeName()
  const stayText = useStayText()
  const { room, found, draft } = entry
  if (draft.room.trim() === '') return <span className="quiet">{t('roomless')}</span>
  if (room.impossible) return <span className="warn">{t('fault.room', { room: draft.room.trim() })}</span>
  if (room.roomNo === undefined || entry.searching) return <span className="quiet">{t('searching')}</span>
  const [only] = found
  if (only === undefined) return <span className="quiet">{t('nobody', { room: room.roomNo })}</span>
  if (found.length === 1)
    return (
      <span className="found-stay">
        <b>{room.roomNo}</b> {typeName(only.typeCode)} · {stayText(only)}
        <CardsIn stay={only} />
      </span>
    )
  return (
    <span className="found-several">
      <span className={entry.unclear ? 'warn strong' : ''}>{t('which', { room: room.roomNo })}</span>
      {found.map((stay) => (
        <button
          key={stay.stayId}
          type="button"
          className="found-choice"
          aria-pressed={stay.stayId === draft.stayId}
          onClick={() => entry.change({ stayId: stay.stayId })}
        >
          {stayText(stay)}
          <CardsIn stay={stay} />
        </button>
      ))}
      <Key name="Alt+↓" />
    </span>
  )
}

function CardsIn({ stay }: { stay: StayOfCard }) {
  const { t } = useTranslation('comments')
  return stay.cards === 0 ? null : <span className="warn"> · {t('cardsIn', { count: stay.cards })}</span>
}

/** `20:10–23:05 · 张• · 5 位`. */
function useStayText(): (stay: StayOfCard) => string {
  const { t } = useTranslation('comments')
  const reading = useTimeReading()
  return ({ start, end, name, party }) =>
    [
      end === undefined
        ? t('since', { at: clockWords(Date.parse(start), reading) })
        : spanClock(Date.parse(start), Date.parse(end), reading),
      name === undefined ? t('nameless') : maskedName(name),
      t('people', { count: party }),
    ].join(' · ')
}
