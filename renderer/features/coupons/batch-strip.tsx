import { useTranslation } from 'react-i18next'
import { couponStates } from '#shared/domain/coupons/coupon-batch.ts'
import { sizeOf } from '#shared/domain/coupons/serial-range.ts'
import { writeSerial } from '#shared/domain/coupons/typed-serials.ts'
import { CouponChip } from './coupon-chip.tsx'
import type { SheetView } from './coupon-words.ts'

/** A large batch is cut into rows, so that a few coupons still show. */
const rowsFor = (count: number): number => (count > 200 ? 4 : count > 60 ? 2 : 1)

/** Wide enough for its letter. */
const letterShare = 0.06

/** A batch drawn from its first serial to its last: each stretch with the colour, pattern and letter of its state. */
export function BatchStrip({ batch }: { batch: SheetView }) {
  const { t } = useTranslation('coupons')
  const count = sizeOf(batch)
  const perRow = Math.ceil(count / rowsFor(count))
  const rows = Array.from({ length: Math.ceil(count / perRow) }, (_, index) => {
    const from = batch.from + index * perRow
    return { from, to: Math.min(batch.to, from + perRow - 1) }
  })
  const present = couponStates.filter((state) => batch.stock[state] > 0)
  const words = present.map((state) => `${t(`state.${state}`)} ${batch.stock[state]}`).join(t('comma'))
  return (
    <figure className="batch-strip" aria-label={t('stripOf', { states: words })}>
      {rows.map((row) => (
        <div key={row.from} className="strip-row">
          <span className="strip-serial">{writeSerial(row.from, batch)}</span>
          <div className="strip-bar" style={{ width: `${(100 * sizeOf(row)) / perRow}%` }}>
            {batch.stretches
              .filter((one) => one.from <= row.to && one.to >= row.from)
              .map((one) => {
                const [from, to] = [Math.max(one.from, row.from), Math.min(one.to, row.to)]
                const share = (to - from + 1) / sizeOf(row)
                return (
                  <i
                    key={from}
                    className={`coupon-${one.state}`}
                    style={{ left: `${(100 * (from - row.from)) / sizeOf(row)}%`, width: `${100 * share}%` }}
                    title={`${writeSerial(from, batch)}–${writeSerial(to, batch)} ${t(`state.${one.state}`)}`}
                  >
                    {share >= letterShare ? <span>{t(`letter.${one.state}`)}</span> : null}
                  </i>
                )
              })}
          </div>
        </div>
      ))}
      <figcaption>
        {present.map((state) => (
          <span key={state}>
            <CouponChip state={state} /> {t(`state.${state}`)} <b>{batch.stock[state]}</b>
          </span>
        ))}
      </figcaption>
      {batch.coarse ? <p className="quiet small">{t('stripCoarse')}</p> : null}
    </figure>
  )
}
