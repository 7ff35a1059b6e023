import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { Key } from '#renderer/ui/key.tsx'
import { maskedPhone } from '#renderer/ui/mask.ts'
import { money } from '#renderer/ui/money-words.ts'
import { clockWords, dateWords, lengthWords, spanWords, type TimeReading } from '#renderer/ui/time-words.ts'
import { type BoardItem, plannedEndOf } from '#shared/domain/room/board-item.ts'
import { canDrag } from '#shared/domain/room/drag.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { blockKindOf } from './board-words.ts'

interface CardProps {
  item: BoardItem
  roomNo: string
  typeName: string
  now: number
  reading: TimeReading
  /** The bar it belongs to, in window coordinates. */
  anchor: { left: number; right: number; top: number; bottom: number }
}

const cardWidth = 332
const cardHeight = 150

/** A compact card beside a bar; it takes no focus and goes by itself. */
export function ItemCard({ item, roomNo, typeName, now, reading, anchor }: CardProps) {
  const { t } = useTranslation('board')
  const { claim } = item
  const code = claim?.bookingCode
  const { data: booking } = useQuery({
    ...api.booking.find.queryOptions({ input: { code: code ?? '' } }),
    enabled: code !== undefined,
  })
  const left = Math.max(8, Math.min(Math.max(anchor.left, 200), window.innerWidth - cardWidth - 12))
  const below = anchor.bottom + 10 + cardHeight < window.innerHeight - 24
  const end = claim ? plannedEndOf(claim) : item.end
  const minutes = Math.round((end - item.start) / 60_000)
  const tier = claim?.vipTier
  const hold = claim?.holdUntil
  return (
    <div
      className="item-card"
      style={below ? { left, top: anchor.bottom + 10 } : { left, bottom: window.innerHeight - anchor.top + 10 }}
    >
      <header>
        <b className="item-card-name">
          {item.hold
            ? `${item.hold.staffName} ${item.hold.staffNo}`
            : claim?.name || (item.kind === 'block' ? t(`blockKind.${blockKindOf(claim?.state)}`) : t('walkIn'))}
        </b>
        {tier === 'gold' || tier === 'silver' ? <span className="tag tag-gold">{t(`tier.${tier}`)}</span> : null}
        <span className="item-card-code">{code}</span>
      </header>
      <p>
        <b>
          {typeName} {roomNo}
        </b>
        {'　'}
        {spanWords(item.start, end, now, reading)}
        <span className="quiet">
          {'　'}
          {lengthWords(minutes, reading.language)}
        </span>
      </p>
      <p className="item-card-facts">
        {claim?.party ? <span>{t('party', { count: claim.party })}</span> : null}
        {booking ? <span>{maskedPhone(booking.customer.phone)}</span> : null}
        {booking?.quote ? <span>{money(booking.quote.total)}</span> : null}
        {booking ? (
          <span>{booking.deposit ? t('depositPaid', { amount: money(booking.deposit) }) : t('noDeposit')}</span>
        ) : null}
        {claim?.reason ? <span>{claim.reason}</span> : null}
        {item.hold ? <span>{t('talking')}</span> : null}
      </p>
      {hold !== undefined || booking ? (
        <p className="item-card-facts">
          {hold !== undefined && item.kind === 'booking' ? (
            <span>{t('keptUntil', { time: clockWords(hold, reading) })}</span>
          ) : null}
          {booking ? (
            <span>
              {t('takenBy', {
                who: booking.createdBy,
                date: dateWords(businessDateOf(Date.parse(booking.createdAt), reading), reading.language),
              })}
            </span>
          ) : null}
        </p>
      ) : null}
      <footer>
        <Key name="Enter" /> {t('key.open')}
        {canDrag(item) ? (
          <>
            <Key name="Space" /> {t('key.grab')}
            <Key name="[" />
            <Key name="]" /> {t('key.stretch')}
            <Key name="T" /> {t('key.transfer')}
          </>
        ) : null}
      </footer>
    </div>
  )
}
