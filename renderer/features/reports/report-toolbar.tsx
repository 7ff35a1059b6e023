import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useVenue } from '#renderer/api/venue.ts'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { PeriodPicker } from '#renderer/ui/period/period-picker.tsx'
import { inKind, periodKinds, type ShownPeriod } from '#renderer/ui/period/shown-period.ts'
import { sources } from '#shared/domain/reports/day-facts.ts'
import { filtersOf } from '#shared/domain/reports/report-filters.ts'
import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'
import type { ReportAddress } from './report-address.ts'

export type Go = (change: Partial<ReportAddress>) => void

/** What an address shows; of any dates those it remembers, thirty days when it knows none. */
export function periodOf({ period, from, to }: ReportAddress, date: BusinessDate): ShownPeriod {
  if (period !== 'range') return { kind: period, date }
  return { kind: 'range', from: from ?? addDays(date, -29), to: to ?? date }
}

/** Which period and which part of the house a report covers; the same for every report. */
export function ReportToolbar({
  address,
  date,
  today,
  go,
  children,
  aside,
}: {
  address: ReportAddress
  date: BusinessDate
  today: BusinessDate
  go: Go
  children?: ReactNode
  aside?: ReactNode
}) {
  const { t } = useTranslation(['reports', 'period'])
  const shown = periodOf(address, date)
  const show = (next: ShownPeriod) => {
    const { kind, ...dates } = next
    go({ period: kind, ...dates })
  }
  useHotkeys(
    periodKinds.map((kind, index) => ({
      id: `reports.period.${kind}`,
      keys: `Alt+${index + 1}`,
      label: t(`period:kind.${kind}`),
      group: t('title'),
      run: () => show(inKind(shown, kind, today)),
    })),
  )
  return (
    <div className="report-bar" role="toolbar" aria-label={t('screen.toolbar')}>
      <PeriodPicker
        screen="reports"
        group={t('title')}
        period={shown}
        today={today}
        kinds={periodKinds}
        onChange={show}
        keyOf={(kind) => `Alt+${periodKinds.indexOf(kind) + 1}`}
        hasWayBack={false}
      />
      {children}
      <Filters address={address} go={go} />
      <span className="page-gap" />
      {aside}
    </div>
  )
}

/** What a report cannot be narrowed by is not offered. */
function Filters({ address, go }: { address: ReportAddress; go: Go }) {
  const { t } = useTranslation('reports')
  const venue = useVenue()
  const floors = [...new Set(venue?.rooms.map((room) => room.floor) ?? [])]
  const by = filtersOf(address.name)
  return (
    <>
      {by.includes('floor') ? (
        <Choice
          label={t('screen.floor')}
          every={t('screen.everyFloor')}
          options={floors.map((floor) => [floor, t('paper.floor', { floor })])}
          value={address.floor}
          onChange={(floor) => go({ floor })}
        />
      ) : null}
      {by.includes('source') ? (
        <Choice
          label={t('screen.source')}
          every={t('screen.everySource')}
          options={sources.map((source) => [source, t(`source.${source}`)])}
          value={address.source}
          onChange={(source) => go({ source })}
        />
      ) : null}
      {by.includes('vip') ? (
        <Choice
          label={t('screen.vip')}
          every={t('screen.everyGuest')}
          options={[
            ['only', t('paper.vipOnly')],
            ['none', t('paper.vipNone')],
          ]}
          value={address.vip}
          onChange={(vip) => go({ vip })}
        />
      ) : null}
    </>
  )
}

function Choice<Value extends string>({
  label,
  every,
  options,
  value,
  onChange,
}: {
  label: string
  every: string
  options: readonly (readonly [value: Value, label: string])[]
  value: Value | undefined
  onChange: (value: Value | undefined) => void
}) {
  return (
    <select
      className="field report-filter"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(options.find(([one]) => one === event.target.value)?.[0])}
    >
      <option value="">{every}</option>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  )
}
