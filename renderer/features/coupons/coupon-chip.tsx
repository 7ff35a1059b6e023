import { useTranslation } from 'react-i18next'
import { type CouponState, couponStates } from '#shared/domain/coupons/coupon-batch.ts'
import type { CouponStock } from '#shared/domain/coupons/coupon-stock.ts'

/** A coupon's state as letter on its colour and pattern: 未 库 客 兑 废 过. Told apart without colour. */
export function CouponChip({ state }: { state: CouponState }) {
  const { t } = useTranslation('coupons')
  return (
    <span className={`coupon-chip coupon-${state}`} title={t(`state.${state}`)}>
      {t(`letter.${state}`)}
    </span>
  )
}

/** A batch's stock as one bar: how much of it stands in which state. */
export function StockBar({ stock }: { stock: CouponStock }) {
  const { t } = useTranslation('coupons')
  const shown = couponStates.filter((state) => stock[state] > 0)
  const words = shown.map((state) => `${t(`state.${state}`)} ${stock[state]}`).join(' · ')
  return (
    <span className="stock-bar" role="img" aria-label={words} title={words}>
      {shown.map((state) => (
        <i key={state} className={`coupon-${state}`} style={{ flexGrow: stock[state] }} />
      ))}
    </span>
  )
}
