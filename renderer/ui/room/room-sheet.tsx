import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRoom } from '#renderer/api/board-data.ts'
import { api } from '#renderer/api/client.ts'
import { useSession } from '#renderer/api/session-store.ts'
import { type BoardItem, plannedEndOf } from '#shared/domain/room/board-item.ts'
import type { DragRoom } from '#shared/domain/room/drag.ts'
import { Button } from '../button.tsx'
import { isComposing, isField } from '../keyboard/registry.ts'
import { maskedPhone } from '../mask.ts'
import { money } from '../money-words.ts'
import { StateChip } from '../state-chip.tsx'
import { clockWords, lengthWords, spanWords, type TimeReading } from '../time-words.ts'
import { CancelForm, ChangeForm } from './booking-forms.tsx'
import type { RoomActions } from './room-actions.ts'
import { deedKeys, deedsFor, isImmediate, type RoomDeed } from './room-actions-of.ts'
import { BlockForm, OpenForm } from './room-forms.tsx'
import { ExtendForm, TransferForm } from './stay-forms.tsx'
import './room-sheet.css'

/** What the sheet is about: a bar of a room, or a free stretch of it. */
export type SheetSubject = { readonly item: BoardItem } | { readonly freeFrom: number; readonly freeUntil: number }

export interface SheetProps {
  room: BoardRoom
  subject: SheetSubject
  /** Opens with this form already there. */
  deed?: RoomDeed
  /** Where a drag wants it, when the sheet was opened to ask. */
  target?: { roomNo: string; start: number; end: number }
  date: string
  now: number
  reading: TimeReading
  rooms: readonly DragRoom[]
  typeName: (code: string) => string
  defaultMinutes: number
  actions: RoomActions
  /** A booking for later, at the desk. */
  onBook: (roomNo: string, start: number) => void
  onClose: () => void
}

/** The room and the party in it: what is known, and everything that can be done, each by its letter. */
export function RoomSheet(props: SheetProps) {
  const { room, subject, now, reading, actions, typeName, onClose } = props
  const { t } = useTranslation('board')
  const { t: common } = useTranslation()
  const role = useSession()?.staff.role
  const frame = useRef<HTMLElement>(null)
  const [form, setForm] = useState<RoomDeed | undefined>(props.deed)
  const item = 'item' in subject ? subject.item : undefined
  const claim = item?.claim
  const deeds = deedsFor('item' in subject ? { item: subject.item } : { freeFrom: subject.freeFrom }, now, role)
  const code = claim?.bookingCode
  const { data: booking } = useQuery({
    ...api.booking.find.queryOptions({ input: { code: code ?? '' } }),
    enabled: code !== undefined,
  })

  useEffect(() => {
    if (!frame.current?.contains(document.activeElement)) frame.current?.focus()
  }, [])

  const act = async (deed: RoomDeed) => {
    if (deed === 'book' && 'freeFrom' in subject) return props.onBook(room.roomNo, subject.freeFrom)
    if (!isImmediate(deed)) return setForm(deed)
    const done =
      deed === 'arrive'
        ? await actions.arrive(code ?? '')
        : deed === 'settle'
          ? await actions.settle(claim?.stayId ?? '', room.roomNo)
          : deed === 'leave'
            ? await actions.leave(claim?.stayId ?? '', room.roomNo)
            : deed === 'lift'
              ? await actions.lift(claim?.blockId ?? '', room.roomNo)
              : await actions.cleaned(room.roomNo)
    if (done) onClose()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      if (form && !props.deed) setForm(undefined)
      else onClose()
      return
    }
    if (isField(event.target) || event.ctrlKey || event.altKey || event.metaKey) return
    const deed = deeds.find((one) => deedKeys[one] === event.key.toUpperCase())
    if (!deed) return
    event.preventDefault()
    event.stopPropagation()
    void act(deed)
  }

  const cleaningMinutes = props.rooms.find((one) => one.roomNo === room.roomNo)?.cleaningMinutes ?? 0
  const end = item ? (claim ? plannedEndOf(claim) : item.end) : 0
  const formProps = { roomNo: room.roomNo, reading, actions, onDone: onClose }
  return (
    <aside
      ref={frame}
      className="room-sheet"
      tabIndex={-1}
      aria-label={`${t('sheet.title')} ${room.roomNo}`}
      onKeyDown={onKeyDown}
    >
      <header className="sheet-head">
        <h2>
          {room.roomNo}
          <span className="quiet">
            {typeName(room.typeCode)} · {t('seats', { count: room.seats })}
          </span>
        </h2>
        <Button kind="quiet" hotkey="Esc" onClick={onClose}>
          {common('close')}
        </Button>
      </header>
      <div className="sheet-body">
        {item ? (
          <section className="sheet-facts">
            <p className="sheet-who">
              {item.state === 'past' ? null : <StateChip state={item.beingCleaned ? 'cleaning' : item.state} />}
              <b>
                {item.hold
                  ? `${item.hold.staffName} ${item.hold.staffNo}`
                  : (claim?.name ?? claim?.reason ?? t('walkIn'))}
              </b>
              {claim?.vipTier === 'gold' || claim?.vipTier === 'silver' ? (
                <span className="tag tag-gold">{common(`vip.${claim.vipTier}`)}</span>
              ) : null}
              {claim?.promise ? <span className="tag tag-accent">{t('badge.promise')}</span> : null}
            </p>
            <p>
              {spanWords(item.start, end, now, reading)}
              <span className="quiet"> {lengthWords(Math.round((end - item.start) / 60_000), reading.language)}</span>
            </p>
            <dl>
              {claim?.party ? <Fact word={t('fact.party')}>{t('party', { count: claim.party })}</Fact> : null}
              {code ? <Fact word={t('fact.code')}>{code}</Fact> : null}
              {booking ? <Fact word={t('fact.phone')}>{maskedPhone(booking.customer.phone)}</Fact> : null}
              {booking?.quote ? <Fact word={t('fact.price')}>{money(booking.quote.total)}</Fact> : null}
              {booking?.deposit ? <Fact word={t('fact.deposit')}>{money(booking.deposit)}</Fact> : null}
              {claim?.holdUntil && item.kind === 'booking' ? (
                <Fact word={t('fact.hold')}>{clockWords(claim.holdUntil, reading)}</Fact>
              ) : null}
              {booking ? (
                <Fact word={t('fact.type')}>
                  {typeName(booking.requestedTypeCode)}
                  {booking.specifiedRoom ? ` · ${t('fact.specified')}` : ''}
                </Fact>
              ) : null}
              {booking?.notes ? <Fact word={t('fact.notes')}>{booking.notes}</Fact> : null}
              {claim?.reason && item.kind === 'block' ? <Fact word={t('fact.reason')}>{claim.reason}</Fact> : null}
            </dl>
          </section>
        ) : 'freeFrom' in subject ? (
          <p className="sheet-free">
            {t('freeBetween', {
              from: subject.freeFrom <= now ? t('fromNow') : clockWords(subject.freeFrom, reading),
              until: clockWords(subject.freeUntil, reading),
            })}
          </p>
        ) : null}
        <div className="sheet-deeds">
          {deeds.map((deed) => (
            <Button key={deed} hotkey={deedKeys[deed]} aria-pressed={form === deed} onClick={() => void act(deed)}>
              {t(`deed.${deed}`)}
            </Button>
          ))}
        </div>
        {form === 'extend' && item ? <ExtendForm {...formProps} item={item} now={now} /> : null}
        {form === 'transfer' && item ? (
          <TransferForm
            {...formProps}
            item={item}
            now={now}
            rooms={props.rooms}
            typeName={typeName}
            target={props.target?.roomNo}
          />
        ) : null}
        {form === 'change' && item ? (
          <ChangeForm
            {...formProps}
            item={item}
            date={props.date}
            rooms={props.rooms}
            typeName={typeName}
            target={props.target}
          />
        ) : null}
        {form === 'cancel' && item ? <CancelForm {...formProps} item={item} /> : null}
        {form === 'open' && 'freeFrom' in subject ? (
          <OpenForm
            {...formProps}
            typeName={typeName}
            defaultMinutes={props.defaultMinutes}
            mostMinutes={Math.floor((subject.freeUntil - now) / 60_000) - cleaningMinutes}
          />
        ) : null}
        {form === 'block' && 'freeFrom' in subject ? (
          <BlockForm
            {...formProps}
            date={props.date}
            from={subject.freeFrom <= now ? Math.ceil(now / 60_000) * 60_000 : subject.freeFrom}
            until={subject.freeUntil}
          />
        ) : null}
      </div>
    </aside>
  )
}

function Fact({ word, children }: { word: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </>
  )
}
