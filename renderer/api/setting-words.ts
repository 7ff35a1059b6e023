import { useTranslation } from 'react-i18next'
import { money } from '#renderer/ui/money-words.ts'
import { fieldsFor } from '#shared/domain/venue/policy-fields.ts'
import { writeSetting } from '#shared/domain/venue/typed-setting.ts'
import { useVenue } from './venue.ts'

/** A setting's name; a type's own share says which type. */
export function useSettingName(): (path: string) => string {
  const { t } = useTranslation('settings')
  const venue = useVenue()
  return (path) => {
    const key = path.replaceAll('.', '_')
    const own = t(`policy.${key as 'dayStart'}`, { defaultValue: '' })
    if (own !== '') return own
    const parts = path.split('.')
    const code = parts[0] === 'prices' || parts[0] === 'minimumSpendPerHead' ? parts[1] : parts.at(-1)
    const type = venue?.types.find((one) => one.code === code)?.name ?? code ?? ''
    if (parts[0] === 'prices') {
      const [kind, band] = [parts[2] as 'weekday' | undefined, parts[3] as 'day' | undefined]
      return [t('tab.prices'), type, kind && t(`prices.kind.${kind}`), band && t(`prices.bands.${band}`)]
        .filter(Boolean)
        .join(' ')
    }
    if (parts[0] === 'minimumSpendPerHead') return `${t('prices.perHead')} ${type}`
    if (path.startsWith('walkInReserve.percentByType')) return `${t('policy.walkInReserve_percentByType')} ${type}`
    const parent = parts.slice(0, -1).join('_')
    return `${t(`policy.${parent as 'dayStart'}`, { defaultValue: path })} ${parts.at(-1) ?? ''}`
  }
}

/** A setting's value with its unit, for lists of differences. */
export function useSettingValue(): (path: string, value: unknown) => string {
  const { t } = useTranslation('settings')
  const venue = useVenue()
  return (path, value) => {
    if (value === undefined) return '—'
    if (value === null) return t('closed')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    const codes = venue?.types.map((type) => type.code) ?? []
    const field = fieldsFor(codes).find((one) => one.path === path)
    if (path.startsWith('prices.') || path.startsWith('minimumSpendPerHead.')) return money(Number(value))
    if (field === undefined)
      return typeof value === 'number' && /open|close/.test(path) ? writeSetting('clock', value) : String(value)
    if (field.kind === 'money') return money(Number(value))
    if (field.kind === 'clock') return writeSetting('clock', value)
    if (field.kind === 'types')
      return (
        (value as string[]).map((code) => venue?.types.find((one) => one.code === code)?.name ?? code).join('、') || '—'
      )
    if (field.kind === 'dates') return (value as string[]).join('、') || '—'
    if (field.kind === 'choice' && typeof value === 'string') return t(`choice.${value as 'everyone'}`)
    if (field.kind === 'choice') return `${value} ${t('unit.minutes')}`
    return `${String(value)} ${t(`unit.${field.kind as 'minutes'}`, { defaultValue: '' })}`.trim()
  }
}
