import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useVenue } from '#renderer/api/venue.ts'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { PeriodPicker } from '#renderer/ui/period/period-picker.tsx'
import { inKind, periodKinds, type ShownPeriod } from '#renderer/ui/period/shown-period.ts'
import { sources } from '#shared/domain/reports/day-facts.ts'
import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'
import type { ReportAddress } from './report-address.ts'

export type Go = (change: Partial<ReportAddress>) => void

/** What an address shows; of any dates those it remembers, thirty days when it knows none. */
function periodOf({ period, from, to }: ReportAddress, date: BusinessDate): ShownPeriod {
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

function Filters({ address, go }: { address: ReportAddress; go: Go }) {
  const { t } = useTranslation('reports')
  const venue = useVenue()
  const floors = [...new Set(venue?.rooms.map((room) => room.floor) ?? [])]
  return (
    <>
      <select
        className="field report-filter"
        aria-label={t('screen.floor')}
        value={address.floor ?? ''}
        onChange={(event) => go({ floor: event.target.value || undefined })}
      >
        <option value="">{t('screen.everyFloor')}</option>
        {floors.map((floor) => (
          <option key={floor} value={floor}>
            {t('paper.floor', { floor })}
          </option>
        ))}
      </select>
      <select
        className="field report-filter"
        aria-label={t('screen.source')}
        value={address.source ?? ''}
        onChange={(event) => go({ source: sources.find((source) => source === event.target.value) })}
      >
        <option value="">{t('screen.everySource')}</option>
        {sources.map((source) => (
          <option key={source} value={source}>
            {t(`source.${source}`)}
          </option>
        ))}
      </select>
      <select
        className="field report-filter"
        aria-label={t('screen.vip')}
        value={address.vip ?? ''}
        onChange={(event) => go({ vip: (['only', 'none'] as const).find((one) => one === event.target.value) })}
      >
        <option value="">{t('screen.everyGuest')}</option>
        <option value="only">{t('paper.vipOnly')}</option>
        <option value="none">{t('paper.vipNone')}</option>
      </select>
    </>
  )
}
