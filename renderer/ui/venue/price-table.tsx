import { useTranslation } from 'react-i18next'
import { typedMoney } from '#renderer/ui/money-words.ts'
import type { DayKind, Policy, PriceBand } from '#shared/domain/venue/policy.ts'
import type { RoomType } from '#shared/domain/venue/venue.ts'
import './venue.css'

export const dayKinds = [
  'weekday',
  'friday',
  'saturday',
  'sunday',
  'holiday',
  'peak',
] as const satisfies readonly DayKind[]
export const bands = ['day', 'prime', 'night'] as const satisfies readonly PriceBand[]

/** Prices as typed, in yuan, by `type.kind.band`; `type.perHead` is the minimum spend. */
export type TypedPrices = Readonly<Record<string, string>>

const yuan = (cents: number | undefined): string => (cents === undefined ? '' : String(cents / 100))

/** The table of a policy as text to type over. */
export function writePrices(policy: Policy, types: readonly RoomType[]): TypedPrices {
  return Object.fromEntries(
    types.flatMap((type) => [
      ...dayKinds.flatMap((kind) =>
        bands.map(
          (band) => [`${type.code}.${kind}.${band}`, yuan(policy.prices[type.code]?.[kind][band] ?? 0)] as const,
        ),
      ),
      [`${type.code}.perHead`, yuan(policy.minimumSpendPerHead[type.code])] as const,
    ]),
  )
}

/** Cells that are no amount, by their key. An empty minimum spend is none. */
export const wrongPrices = (typed: TypedPrices): ReadonlySet<string> =>
  new Set(
    Object.entries(typed)
      .filter(([key, text]) => typedMoney(text) === undefined && !(key.endsWith('.perHead') && text.trim() === ''))
      .map(([key]) => key),
  )

/** The policy with the typed prices in cents; only for tables without a wrong cell. */
export function readPrices(policy: Policy, types: readonly RoomType[], typed: TypedPrices): Policy {
  const cents = (key: string): number => typedMoney(typed[key] ?? '') ?? 0
  return {
    ...policy,
    prices: Object.fromEntries(
      types.map((type) => [
        type.code,
        Object.fromEntries(
          dayKinds.map((kind) => [
            kind,
            Object.fromEntries(bands.map((band) => [band, cents(`${type.code}.${kind}.${band}`)])),
          ]),
        ),
      ]),
    ) as Policy['prices'],
    minimumSpendPerHead: Object.fromEntries(
      types.flatMap((type) => {
        const amount = cents(`${type.code}.perHead`)
        return amount === 0 ? [] : [[type.code, amount]]
      }),
    ),
  }
}

/** Yuan an hour by type, kind of day and band; the least spend a head beside it. Arrow keys move between cells. */
export function PriceTable({
  types,
  typed,
  onChange,
  readOnly = false,
}: {
  types: readonly RoomType[]
  typed: TypedPrices
  onChange: (typed: TypedPrices) => void
  readOnly?: boolean
}) {
  const { t } = useTranslation('settings')
  const wrong = wrongPrices(typed)
  const cell = (key: string, label: string) => (
    <input
      className="field"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={wrong.has(key)}
      readOnly={readOnly}
      maxLength={9}
      value={typed[key] ?? ''}
      onChange={(event) => onChange({ ...typed, [key]: event.target.value })}
    />
  )
  return (
    <table className="prices">
      <thead>
        <tr>
          <th scope="col">{t('prices.type')}</th>
          <th scope="col">{t('prices.band')}</th>
          {dayKinds.map((kind) => (
            <th key={kind} scope="col">
              {t(`prices.kind.${kind}`)}
            </th>
          ))}
          <th scope="col">{t('prices.perHead')}</th>
        </tr>
      </thead>
      <tbody>
        {types.flatMap((type) =>
          bands.map((band, index) => (
            <tr key={`${type.code}.${band}`} className={index === 0 ? 'price-first' : ''}>
              {index === 0 ? (
                <th scope="rowgroup" rowSpan={3}>
                  {type.name}
                </th>
              ) : null}
              <th scope="row" className="price-band">
                {t(`prices.bands.${band}`)}
              </th>
              {dayKinds.map((kind) => (
                <td key={kind}>
                  {cell(
                    `${type.code}.${kind}.${band}`,
                    `${type.name} ${t(`prices.kind.${kind}`)} ${t(`prices.bands.${band}`)}`,
                  )}
                </td>
              ))}
              {index === 0 ? <td>{cell(`${type.code}.perHead`, `${type.name} ${t('prices.perHead')}`)}</td> : null}
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
