import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { decisionIn, failureOf } from '#renderer/api/failure.ts'
import type { OfferView } from '#shared/contract/decision.ts'
import { Button } from '../button.tsx'
import { plainClock, spanClock, type TimeReading } from '../time-words.ts'
import type { RoomActions } from './room-actions.ts'
import { typedClock } from './typed-clock.ts'

interface RoomFormProps {
  roomNo: string
  reading: TimeReading
  actions: RoomActions
  onDone: () => void
}

/** 开房: a party that comes without a booking; from now, in this room. What is refused brings what is possible. */
export function OpenForm({
  roomNo,
  reading,
  actions,
  onDone,
  defaultMinutes,
  mostMinutes,
  typeName,
}: RoomFormProps & { defaultMinutes: number; mostMinutes: number; typeName: (code: string) => string }) {
  const { t } = useTranslation('board')
  const [party, setParty] = useState('')
  const [minutes, setMinutes] = useState(String(Math.max(60, Math.min(defaultMinutes, mostMinutes))))
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [offers, setOffers] = useState<readonly OfferView[]>([])
  const [trouble, setTrouble] = useState('')
  const people = Number(party)
  const input = (offer?: OfferView) => ({
    party: people,
    minutes: Number(minutes),
    ...(offer ? { offerId: offer.offerId } : {}),
    roomNo,
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(offer?.needs.includes('headCount') ? { headCount: people } : {}),
    ...(offer?.needs.includes('transferConsent') ? { transferConsent: true } : {}),
  })
  const send = async (offer?: OfferView) => {
    try {
      const stay = await client.stay.open(input(offer))
      actions.say('opened', stay.journalSeq, {
        room: stay.segments.at(-1)?.roomNo ?? roomNo,
        time: plainClock(Date.parse(stay.plannedEnd), reading),
      })
      onDone()
    } catch (error) {
      const decision = decisionIn(failureOf(error))
      setTrouble(actions.explain(error))
      setOffers(decision?.offers.filter((one) => one.kind !== 'waitlist' && one.kind !== 'standby').slice(0, 5) ?? [])
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form className="sheet-form" onSubmit={submit}>
      <div className="sheet-pair">
        <label className="sheet-field">
          <span>{t('open.party')}</span>
          <input
            className="field"
            inputMode="numeric"
            value={party}
            maxLength={3}
            autoFocus
            required
            onChange={(event) => setParty(event.target.value.replace(/\D/g, ''))}
          />
        </label>
        <label className="sheet-field">
          <span>{t('open.minutes')}</span>
          <input
            className="field"
            inputMode="numeric"
            value={minutes}
            maxLength={4}
            required
            onChange={(event) => setMinutes(event.target.value.replace(/\D/g, ''))}
          />
        </label>
      </div>
      <div className="sheet-pair">
        <label className="sheet-field">
          <span>{t('open.name')}</span>
          <input className="field" value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="sheet-field">
          <span>{t('open.phone')}</span>
          <input
            className="field"
            inputMode="tel"
            value={phone}
            maxLength={20}
            onChange={(event) => setPhone(event.target.value)}
          />
        </label>
      </div>
      {trouble ? (
        <p className="sheet-note bad" role="alert">
          {trouble}
        </p>
      ) : null}
      {offers.length > 0 ? (
        <ol className="sheet-offers">
          {offers.map((offer, index) => (
            <li key={offer.offerId}>
              <button type="button" autoFocus={index === 0} onClick={() => void send(offer)}>
                {typeName(offer.typeCode)} {offer.roomNos.join('、')} ·{' '}
                {spanClock(Date.parse(offer.start), Date.parse(offer.end), reading)}
              </button>
            </li>
          ))}
        </ol>
      ) : null}
      <Button kind="primary" type="submit" hotkey="Enter" disabled={!(people >= 1 && people <= 200)}>
        {t('open.submit', { room: roomNo })}
      </Button>
    </form>
  )
}

const blockKinds = ['repair', 'closed', 'locked'] as const
type BlockKind = (typeof blockKinds)[number]

/** 维修、停用、锁定: from when to when, and why. */
export function BlockForm({
  roomNo,
  reading,
  actions,
  onDone,
  date,
  from,
  until,
}: RoomFormProps & { date: string; from: number; until: number }) {
  const { t } = useTranslation('board')
  const [kind, setKind] = useState<BlockKind>('repair')
  const [start, setStart] = useState(plainClock(from, reading))
  const [end, setEnd] = useState(plainClock(until, reading))
  const [reason, setReason] = useState('')
  const startAt = typedClock(start, date, reading)
  const endAt = typedClock(end, date, reading)
  const valid = startAt !== undefined && endAt !== undefined && endAt > startAt && reason.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (startAt === undefined || endAt === undefined) return
    const stored = await actions.block({
      roomNo,
      kind,
      start: new Date(startAt).toISOString(),
      end: new Date(endAt).toISOString(),
      reason: reason.trim(),
    })
    if (stored) onDone()
  }
  return (
    <form className="sheet-form" onSubmit={submit}>
      <label className="sheet-field">
        <span>{t('block.kind')}</span>
        <select className="field" value={kind} onChange={(event) => setKind(event.target.value as BlockKind)}>
          {blockKinds.map((one) => (
            <option key={one} value={one}>
              {t(`blockKind.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="sheet-pair">
        <label className="sheet-field">
          <span>{t('block.from')}</span>
          <input
            className="field"
            value={start}
            maxLength={6}
            onChange={(event) => setStart(event.target.value)}
            aria-invalid={startAt === undefined}
          />
        </label>
        <label className="sheet-field">
          <span>{t('block.until')}</span>
          <input
            className="field"
            value={end}
            maxLength={6}
            onChange={(event) => setEnd(event.target.value)}
            aria-invalid={endAt === undefined}
          />
        </label>
      </div>
      <label className="sheet-field">
        <span>{t('block.reason')}</span>
        <input
          className="field"
          value={reason}
          maxLength={200}
          autoFocus
          required
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <Button kind="primary" type="submit" hotkey="Enter" disabled={!valid}>
        {t('block.submit', { room: roomNo })}
      </Button>
    </form>
  )
}
