import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import type { BoardItem } from '#shared/domain/room/board-item.ts'
import { plannedEndOf } from '#shared/domain/room/board-item.ts'
import { conflictIn, type DragRoom } from '#shared/domain/room/drag.ts'
import { Button } from '../button.tsx'
import { clockWords, lengthWords, type TimeReading } from '../time-words.ts'
import { ApprovalFields, isWhole, noApproval } from './approval-fields.tsx'
import type { RoomActions } from './room-actions.ts'

interface StayFormProps {
  item: BoardItem
  roomNo: string
  now: number
  reading: TimeReading
  actions: RoomActions
  onDone: () => void
}

/** 续时: how much longer, and how long it could be. */
export function ExtendForm({ item, roomNo, reading, actions, onDone }: StayFormProps) {
  const { t } = useTranslation('board')
  const stayId = item.claim?.stayId ?? ''
  const { data: room } = useQuery(api.stay.extension.queryOptions({ input: { id: stayId }, staleTime: 0 }))
  const [minutes, setMinutes] = useState('30')
  const chosen = Number(minutes)
  const end = item.claim ? plannedEndOf(item.claim) : item.end
  const tooLong = room !== undefined && chosen > room.maxMinutes
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await actions.extend(stayId, chosen, roomNo)) onDone()
  }
  return (
    <form className="sheet-form" onSubmit={submit}>
      <p className="sheet-note">
        {t('extend.now', { time: clockWords(end, reading) })}
        {room
          ? ` · ${t('extend.most', { time: clockWords(Date.parse(room.until), reading), minutes: room.maxMinutes })}`
          : ''}
      </p>
      <div className="sheet-choices">
        {[15, 30, 60, 120].map((one) => (
          <button key={one} type="button" aria-pressed={chosen === one} onClick={() => setMinutes(String(one))}>
            +{lengthWords(one, reading.language)}
          </button>
        ))}
      </div>
      <label className="sheet-field">
        <span>{t('extend.minutes')}</span>
        <input
          className="field"
          inputMode="numeric"
          value={minutes}
          maxLength={4}
          autoFocus
          onChange={(event) => setMinutes(event.target.value.replace(/\D/g, ''))}
        />
      </label>
      {tooLong && room?.next ? (
        <p className="sheet-note warn">
          {t('extend.next', {
            time: clockWords(Date.parse(room.next.start), reading),
            rooms: room.next.rooms.length > 0 ? room.next.rooms.slice(0, 4).join('、') : t('nowhere'),
          })}
        </p>
      ) : null}
      <Button kind="primary" type="submit" hotkey="Enter" disabled={!(chosen >= 1 && chosen <= 1440)}>
        {chosen >= 1
          ? t('extend.submit', { time: clockWords(end + chosen * 60_000, reading) })
          : t('extend.submitPlain')}
      </Button>
    </form>
  )
}

type Reason = 'guest' | 'promise' | 'fault'
type Charge = 'keep' | 'recalculate' | 'waive'

/** 转包: to which room, why, and what it costs. Rooms free for the rest come first by type, then by number. */
export function TransferForm({
  item,
  roomNo,
  now,
  actions,
  onDone,
  rooms,
  typeName,
  target,
}: StayFormProps & { rooms: readonly DragRoom[]; typeName: (code: string) => string; target?: string }) {
  const { t } = useTranslation('board')
  const end = item.claim ? plannedEndOf(item.claim) : item.end
  const party = item.claim?.party ?? 1
  const home = rooms.find((room) => room.roomNo === roomNo)
  const span = { start: now, end: Math.max(end, now + 60_000) }
  const choices = rooms
    .filter((room) => room.roomNo !== roomNo && room.maxSeats >= party && !conflictIn(room, item, roomNo, span))
    .sort(
      (a, b) =>
        Math.abs(a.rank - (home?.rank ?? 0)) - Math.abs(b.rank - (home?.rank ?? 0)) ||
        b.rank - a.rank ||
        a.roomNo.localeCompare(b.roomNo),
    )
  const [to, setTo] = useState(target ?? choices[0]?.roomNo ?? '')
  const [reason, setReason] = useState<Reason>(item.claim?.promise ? 'promise' : 'guest')
  const [charge, setCharge] = useState<Charge>('recalculate')
  const [approval, setApproval] = useState(noApproval)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const stored = await actions.transfer(
      { id: item.claim?.stayId ?? '', roomNo: to, reason, charge, ...(charge === 'waive' ? { approval } : {}) },
      roomNo,
    )
    if (stored) onDone()
  }
  return (
    <form className="sheet-form" onSubmit={submit}>
      <label className="sheet-field">
        <span>{t('transfer.to')}</span>
        <select className="field" value={to} autoFocus onChange={(event) => setTo(event.target.value)}>
          {choices.length === 0 ? <option value="">{t('transfer.nowhere')}</option> : null}
          {choices.map((room) => (
            <option key={room.roomNo} value={room.roomNo}>
              {`${room.roomNo} ${typeName(room.typeCode)}${(home?.rank ?? 0) > room.rank ? ` · ${t('drag.smaller')}` : ''}`}
            </option>
          ))}
        </select>
      </label>
      <label className="sheet-field">
        <span>{t('transfer.reason')}</span>
        <select className="field" value={reason} onChange={(event) => setReason(event.target.value as Reason)}>
          {(['guest', 'promise', 'fault'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`transfer.reasons.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="sheet-field">
        <span>{t('transfer.charge')}</span>
        <select className="field" value={charge} onChange={(event) => setCharge(event.target.value as Charge)}>
          {(['recalculate', 'keep', 'waive'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`transfer.charges.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {charge === 'waive' ? <ApprovalFields value={approval} onChange={setApproval} /> : null}
      <Button
        kind="primary"
        type="submit"
        hotkey="Enter"
        disabled={to === '' || (charge === 'waive' && !isWhole(approval))}
      >
        {to === '' ? t('transfer.submitPlain') : t('transfer.submit', { room: to })}
      </Button>
    </form>
  )
}
