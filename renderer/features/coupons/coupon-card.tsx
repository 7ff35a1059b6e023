import { useQuery } from '@tanstack/react-query'
import { type RefObject, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { failureOf } from '#renderer/api/failure.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Key } from '#renderer/ui/key.tsx'
import { money } from '#renderer/ui/money-words.ts'
import { EmptyState, LoadingState } from '#renderer/ui/screen-states.tsx'
import type { CouponAct } from '#shared/domain/coupons/coupon-batch.ts'
import { CouponChip } from './coupon-chip.tsx'
import {
  type LifeEvent,
  type LifeView,
  useCouponFailure,
  useDateWords,
  useMoment,
  useVerdictWords,
  verdictOf,
} from './coupon-words.ts'
import type { CouponAtHand } from './use-coupon.ts'

const tones = {
  redeem: 'good',
  done: 'good',
  wait: 'warn',
  printed: 'warn',
  stamped: 'warn',
  redeemed: 'bad',
  voided: 'bad',
  expired: 'bad',
} as const

/** The coupon that was scanned: whether it can be redeemed, why not, its life, and the one key that comes next. */
export function CouponCard({
  coupon,
  room,
  onRoomDone,
  onAct,
}: {
  coupon: CouponAtHand
  room: RefObject<HTMLSelectElement | null>
  /** The room is chosen: back to where the scanner types. */
  onRoomDone: () => void
  /** Opens the batch's form for what has to be done first. */
  onAct: (life: LifeView, act: CouponAct) => void
}) {
  const { t } = useTranslation('coupons')
  const failureText = useCouponFailure()
  const verdictWords = useVerdictWords()
  const rooms = useRoomsInUse()
  const { life, redeem, failure, asked } = coupon
  if (coupon.isPending) return <LoadingState />
  if (failure)
    return (
      <div className="coupon-card coupon-card-bad" role="alert">
        <p className="coupon-verdict">
          <span>{asked}</span>
        </p>
        <p>{failureText(failure, asked)}</p>
      </div>
    )
  if (!life) return <EmptyState title={t('ready')}>{t('readyNext')}</EmptyState>
  const verdict = verdictOf(life, coupon.isDone)
  const room_ = rooms.find((one) => one.id === coupon.stayId)
  // A refusal for what the coupon has become stands in the verdict already.
  const isSaid = redeem.isError && failureOf(redeem.error).details.why === 'coupon'
  const isRefusal = tones[verdict] === 'bad' || isSaid
  return (
    <>
      <section className={`coupon-card coupon-card-${tones[verdict]}`} role={isRefusal ? 'alert' : 'status'}>
        <p className="coupon-verdict">
          <b className={tones[verdict]}>{t(`answer.${verdict}`)}</b>
          <span>{life.serial}</span>
          <span className="coupon-value">{money(life.batch.value)}</span>
        </p>
        <p className="coupon-why">{verdictWords(life, verdict)}</p>
        <p className="quiet">{t(`next.${verdict}`)}</p>
        {verdict === 'redeem' ? (
          <div className="coupon-acts">
            <label className="coupon-room">
              <span className="quiet small">{t('room')}</span>
              <select
                ref={room}
                className="field"
                value={coupon.stayId}
                onChange={(event) => coupon.setStayId(event.target.value)}
                onKeyDown={(event) => {
                  // A scanner that types here means the next coupon; its Enter must not redeem this one.
                  if (event.key === 'Enter') event.preventDefault()
                  else if (!/^\p{L}$/u.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return
                  onRoomDone()
                }}
              >
                <option value="">{t('noRoom')}</option>
                {rooms.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.roomNo} {one.name}
                  </option>
                ))}
              </select>
              <Key name="Alt+R" />
            </label>
            <Button
              kind="primary"
              hotkey="Enter"
              disabled={redeem.isPending}
              onClick={() => redeem.mutate(life.serial)}
            >
              {room_ ? t('redeemFor', { room: room_.roomNo }) : t('redeem')}
            </Button>
          </div>
        ) : life.next === 'hand' || life.next === 'stamp' ? (
          <div className="coupon-acts">
            <Button
              hotkey={life.next === 'hand' ? 'Alt+H' : 'Alt+S'}
              onClick={() => onAct(life, life.next === 'hand' ? 'hand' : 'stamp')}
            >
              {t(life.next === 'hand' ? 'goHand' : 'goStamp')}
            </Button>
          </div>
        ) : null}
        {redeem.isError && !isSaid ? (
          <p className="form-error" role="alert">
            {failureText(redeem.error, life.serial)}
          </p>
        ) : null}
      </section>
      <CouponLife life={life} />
    </>
  )
}

interface RoomInUse {
  readonly id: string
  readonly roomNo: string
  readonly name: string
}

/** Parties inside, by the room they are in now. */
function useRoomsInUse(): readonly RoomInUse[] {
  const stays = useQuery(api.stay.list.queryOptions({ input: {} })).data?.items
  return useMemo(
    () =>
      (stays ?? [])
        .map((stay) => ({ id: stay.id, roomNo: stay.segments.at(-1)?.roomNo ?? '', name: stay.name ?? '' }))
        .toSorted((a, b) => a.roomNo.localeCompare(b.roomNo, 'en', { numeric: true })),
    [stays],
  )
}

const stateOfEvent = {
  issued: 'printed',
  stamped: 'stamped',
  handed: 'handed',
  redeemed: 'redeemed',
  voided: 'voided',
  expired: 'expired',
} as const

function CouponLife({ life }: { life: LifeView }) {
  const { t } = useTranslation('coupons')
  const moment = useMoment()
  const date = useDateWords()
  const more = ({ stamp, person, channel, reason, approvedBy, roomNo, guest }: LifeEvent) =>
    [
      stamp === undefined ? '' : t('eventStamp', { stamp }),
      person === undefined ? '' : t('eventPerson', { person, channel: t(`channel.${channel as 'desk'}`) }),
      reason === undefined ? '' : t('eventReason', { reason, approver: approvedBy?.name ?? '' }),
      roomNo === undefined ? '' : `${t('eventRoom', { room: roomNo })} ${guest ?? ''}`,
    ].filter((part) => part !== '')
  const { kind, serials, validFrom, validUntil } = life.batch
  return (
    <section className="coupon-life" aria-label={t('life')}>
      <p className="quiet">
        {kind} · {serials} · {date(validFrom)} – {date(validUntil)}
      </p>
      <ol>
        {life.events.map((event) => (
          <li key={event.kind}>
            <CouponChip state={stateOfEvent[event.kind]} />
            <b>{t(`event.${event.kind}`)}</b>
            <span className="quiet">{event.at === undefined ? date(event.businessDate) : moment(event.at)}</span>
            <span>{event.by?.name}</span>
            <span className="cut">{more(event).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
