import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTimeReading, useVenue } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { dateWords } from '#renderer/ui/time-words.ts'
import { sources } from '#shared/domain/reports/day-facts.ts'
import { stretchOf } from '#shared/domain/reports/report-period.ts'
import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'
import { type Period, periods, type ReportAddress } from './report-address.ts'
import { Segmented } from './segmented.tsx'

export type Go = (change: Partial<ReportAddress>) => void

/** The day, week or month before or after. */
export function stepped(period: Period, date: BusinessDate, step: -1 | 1): BusinessDate {
  if (period === 'week') return addDays(date, 7 * step)
  if (period !== 'month') return addDays(date, step)
  const { from, to } = stretchOf('month', date)
  return step > 0 ? addDays(to, 1) : stretchOf('month', addDays(from, -1)).from
}

/** Which period and which part of the house a report covers; the same for every report. */
export function ReportToolbar({
  address,
  date,
  go,
  periodsShown = periods,
  children,
  aside,
}: {
  address: ReportAddress
  date: BusinessDate
  go: Go
  periodsShown?: readonly Period[]
  children?: ReactNode
  aside?: ReactNode
}) {
  const { t } = useTranslation('reports')
  const reading = useTimeReading()
  const { period } = address
  const step = (by: -1 | 1) => go({ date: stepped(period, date, by) })
  const choosePeriod = (next: Period) =>
    go({
      period: next,
      date,
      ...(next === 'range' ? { from: address.from ?? addDays(date, -29), to: address.to ?? date } : {}),
    })
  useHotkeys([
    {
      id: 'reports.before',
      keys: 'Alt+←',
      label: t('screen.before'),
      group: t('title'),
      enabled: period !== 'range',
      run: () => step(-1),
    },
    {
      id: 'reports.after',
      keys: 'Alt+→',
      label: t('screen.after'),
      group: t('title'),
      enabled: period !== 'range',
      run: () => step(1),
    },
    ...periodsShown.map((one, index) => ({
      id: `reports.period.${one}`,
      keys: `Alt+${index + 1}`,
      label: t(`screen.period.${one}`),
      group: t('title'),
      run: () => choosePeriod(one),
    })),
  ])
  const { from, to } =
    period === 'range' ? { from: address.from ?? date, to: address.to ?? date } : stretchOf(period, date)
  return (
    <div className="report-bar" role="toolbar" aria-label={t('screen.toolbar')}>
      {period === 'range' ? (
        <span className="report-dates">
          <DateField label={t('screen.from')} value={from} onChange={(value) => go({ from: value })} />
          <span aria-hidden="true">–</span>
          <DateField label={t('screen.to')} value={to} onChange={(value) => go({ to: value })} />
        </span>
      ) : (
        <span className="stepper">
          <Button
            className="report-step"
            aria-label={t('screen.before')}
            title={`${t('screen.before')} Alt+←`}
            onClick={() => step(-1)}
          >
            ‹
          </Button>
          <label className="report-date">
            <span className="visually-hidden">{t('screen.date')}</span>
            <span aria-hidden="true">
              {period === 'day'
                ? dateWords(date, reading.language)
                : period === 'month'
                  ? t('month', { year: from.slice(0, 4), month: Number(from.slice(5, 7)) })
                  : `${dateWords(from, reading.language)} – ${dateWords(to, reading.language)}`}
            </span>
            <input
              type="date"
              value={date}
              onChange={(event) => event.target.value !== '' && go({ date: event.target.value })}
            />
          </label>
          <Button
            className="report-step"
            aria-label={t('screen.after')}
            title={`${t('screen.after')} Alt+→`}
            onClick={() => step(1)}
          >
            ›
          </Button>
        </span>
      )}
      <Segmented
        label={t('screen.periods')}
        value={period}
        onChange={choosePeriod}
        options={periodsShown.map((one, index) => ({
          value: one,
          label: t(`screen.period.${one}`),
          title: `Alt+${index + 1}`,
        }))}
      />
      {children}
      <Filters address={address} go={go} />
      <span className="page-gap" />
      {aside}
    </div>
  )
}

function DateField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <input
      className="field report-date-field"
      type="date"
      aria-label={label}
      value={value}
      onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
    />
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
