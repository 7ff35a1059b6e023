import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import type { BoardItem } from '#shared/domain/room/board-item.ts'
import { conflictIn, type DragRoom } from '#shared/domain/room/drag.ts'
import { Button } from '../button.tsx'
import { plainClock, spanClock, type TimeReading } from '../time-words.ts'
import type { RoomActions } from './room-actions.ts'
import { typedClock } from './typed-clock.ts'

interface BookingFormProps {
  item: BoardItem
  roomNo: string
  date: string
  reading: TimeReading
  actions: RoomActions
  onDone: () => void
}

/** 改预约: another room, time or length; all or nothing. */
export function ChangeForm({
  item,
  roomNo,
  date,
  reading,
  actions,
  onDone,
  rooms,
  typeName,
  target,
}: BookingFormProps & {
  rooms: readonly DragRoom[]
  typeName: (code: string) => string
  target?: { roomNo: string; start: number; end: number }
}) {
  const { t } = useTranslation('board')
  const home = rooms.find((room) => room.roomNo === roomNo)
  const [to, setTo] = useState(target?.roomNo ?? roomNo)
  const [start, setStart] = useState(plainClock(target?.start ?? item.start, reading))
  const [minutes, setMinutes] = useState(
    String(Math.round(((target?.end ?? item.end) - (target?.start ?? item.start)) / 60_000)),
  )
  const startAt = typedClock(start, date, reading)
  const length = Number(minutes)
  const span = startAt === undefined ? undefined : { start: startAt, end: startAt + length * 60_000 }
  const choices = rooms
    .filter((room) => room.roomNo === to || room.roomNo === roomNo || (span && !conflictIn(room, item, roomNo, span)))
    .filter((room) => room.maxSeats >= (item.claim?.party ?? 1) || room.roomNo === to)
    .sort((a, b) => a.rank - b.rank || a.roomNo.localeCompare(b.roomNo))
  const chosen = rooms.find((room) => room.roomNo === to)
  const smaller = (chosen?.rank ?? 0) < (home?.rank ?? 0)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const code = item.claim?.bookingCode
    if (!span || !code) return
    try {
      const now = await client.booking.find({ code })
      const stored = await actions.change({
        code,
        version: now.version,
        ...(span.start === item.start ? {} : { start: new Date(span.start).toISOString() }),
        ...(span.end - span.start === item.end - item.start ? {} : { minutes: length }),
        ...(to === roomNo
          ? {}
          : { roomNo: to, ...(chosen && chosen.typeCode !== home?.typeCode ? { typeCode: chosen.typeCode } : {}) }),
      })
      if (stored) onDone()
    } catch (error) {
      showToast({ text: actions.explain(error), tone: 'bad' })
    }
  }
  return (
    <form className="sheet-form" onSubmit={submit}>
      <label className="sheet-field">
        <span>{t('change.room')}</span>
        <select className="field" value={to} autoFocus onChange={(event) => setTo(event.target.value)}>
          {choices.map((room) => (
            <option key={room.roomNo} value={room.roomNo}>{`${room.roomNo} ${typeName(room.typeCode)}`}</option>
          ))}
        </select>
      </label>
      <label className="sheet-field">
        <span>{t('change.start')}</span>
        <input
          className="field"
          value={start}
          maxLength={6}
          onChange={(event) => setStart(event.target.value)}
          aria-invalid={startAt === undefined}
        />
      </label>
      <label className="sheet-field">
        <span>{t('change.minutes')}</span>
        <input
          className="field"
          inputMode="numeric"
          value={minutes}
          maxLength={4}
          onChange={(event) => setMinutes(event.target.value.replace(/\D/g, ''))}
        />
      </label>
      {smaller ? (
        <p className="sheet-note warn">{t('change.smaller', { room: to, seats: chosen?.maxSeats ?? 0 })}</p>
      ) : null}
      <Button kind="primary" type="submit" hotkey="Enter" disabled={!span || !(length >= 1 && length <= 1440)}>
        {span ? t('change.submit', { room: to, span: spanClock(span.start, span.end, reading) }) : t('change.badTime')}
      </Button>
    </form>
  )
}

const cancelReasons = ['guest', 'noRoom', 'duplicate', 'weather', 'outage', 'other'] as const
type CancelReason = (typeof cancelReasons)[number]

/** 注销 (流程12): with its reason. */
export function CancelForm({ item, actions, onDone }: Pick<BookingFormProps, 'item' | 'actions' | 'onDone'>) {
  const { t } = useTranslation('board')
  const [reason, setReason] = useState<CancelReason>('guest')
  const [note, setNote] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const stored = await actions.cancel({
      code: item.claim?.bookingCode ?? '',
      reason,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    })
    if (stored) onDone()
  }
  return (
    <form className="sheet-form" onSubmit={submit}>
      <label className="sheet-field">
        <span>{t('cancel.reason')}</span>
        <select
          className="field"
          value={reason}
          autoFocus
          onChange={(event) => setReason(event.target.value as CancelReason)}
        >
          {cancelReasons.map((one) => (
            <option key={one} value={one}>
              {t(`cancel.reasons.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="sheet-field">
        <span>{t('cancel.note')}</span>
        <input className="field" value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
      </label>
      <Button kind="primary" type="submit" hotkey="Enter">
        {t('cancel.submit', { code: item.claim?.bookingCode ?? '' })}
      </Button>
    </form>
  )
}
