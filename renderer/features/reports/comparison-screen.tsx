import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { useProgressNote } from '#renderer/ui/paper/use-progress-note.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { dateWords, type TimeReading } from '#renderer/ui/time-words.ts'
import { CellDrawer } from './cell-drawer.tsx'
import { definedFigure, type Report, readingFor } from './comparison.ts'
import { ComparisonCharts, RowChart } from './comparison-charts.tsx'
import type { ChosenCell } from './comparison-columns.ts'
import { ComparisonGrid } from './comparison-grid.tsx'
import { type Measure, measures, type ReportAddress } from './report-address.ts'
import { ReportFooter } from './report-footer.tsx'
import { ReportHead } from './report-head.tsx'
import { type Go, ReportToolbar } from './report-toolbar.tsx'
import { inputOf, useEntries, useShownDate, useUsage } from './use-comparison.ts'

/** A table of so few rows leaves room for its picture below. */
const shortTable = 8

/** 包厢进场(使用)比较表 (流程23): the table with bars and heat map, and what is behind any figure beside it. */
export function ComparisonScreen({ address, go }: { address: ReportAddress; go: Go }) {
  const { t } = useTranslation('reports')
  const failureText = useFailureText()
  const reading = useTimeReading()
  const { date, today } = useShownDate(address)
  const entries = useEntries(address, date)
  const usage = useUsage(address, date)
  // What is open belongs to the table it was opened in: another day, another table closes it.
  const place = JSON.stringify([address.name, date, inputOf(address, date)])
  const [opened, setOpened] = useState<{ readonly place: string; readonly cell: ChosenCell }>()
  const chosen = opened?.place === place ? opened.cell : undefined
  const choose = (cell: ChosenCell | undefined) => setOpened(cell && { place, cell })
  const table = useRef<HTMLTableElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const query = address.name === 'entries' ? entries : usage
  const report: Report | undefined = query.data
  const figures = readingFor(address.name === 'usage' ? 'usage' : 'entries', address.measure)
  const isDay = address.period === 'day'
  const heat = useQuery({
    ...api.report.heat.queryOptions({
      input: {
        date,
        measure: figures.measure === 'guests' ? 'guests' : 'entries',
        ...(address.floor === undefined ? {} : { floor: address.floor }),
        ...(address.source === undefined ? {} : { source: address.source }),
        ...(address.vip === undefined ? {} : { vip: address.vip }),
      },
    }),
    enabled: isDay && address.name === 'entries',
    placeholderData: (before) => before,
  })
  const isChart = address.view === 'chart'
  useHotkeys([
    {
      id: 'reports.view',
      keys: 'Alt+V',
      label: t(isChart ? 'screen.table' : 'screen.chart'),
      group: t('title'),
      run: () => go({ view: isChart ? 'table' : 'chart' }),
    },
  ])
  const chooseMeasure = (measure: Measure) => go({ measure })
  const shown = report && report.name === address.name ? report : undefined
  const note = useProgressNote(
    shown && { state: shown.state, at: shown.state === 'closed' ? (shown.closedAt ?? shown.until) : shown.until },
  )
  return (
    <>
      <ReportHead
        address={address}
        title={t(`name.${address.name === 'usage' ? 'usage' : 'entries'}.${address.period}`)}
        note={note}
        request={{ name: address.name, ...inputOf(address, date) }}
        go={go}
      />
      <ReportToolbar
        address={address}
        date={date}
        today={today}
        go={go}
        aside={
          <span className="report-bases quiet small">
            {shown?.bases
              .filter((base) => base.known)
              .map((base) => `${base.label} ${baseDates(base.from, base.to, shown.period, reading)}`)
              .join('　')}
          </span>
        }
      >
        <Segmented
          label={t('screen.tables')}
          value={address.name === 'usage' ? 'usage' : 'entries'}
          onChange={(name) => go({ name, measure: undefined })}
          options={[
            { value: 'entries', label: t('menuShort.entries') },
            { value: 'usage', label: t('menuShort.usage') },
          ]}
        />
        <Segmented<Measure>
          label={t('screen.measures')}
          value={figures.measure}
          onChange={chooseMeasure}
          options={measures[address.name === 'usage' ? 'usage' : 'entries'].map((measure) => ({
            value: measure,
            label: t(`screen.measure.${measure}`),
          }))}
        />
        <Segmented
          label={t('screen.views')}
          value={address.view}
          onChange={(view) => go({ view })}
          options={(['table', 'chart'] as const).map((view) => ({
            value: view,
            label: t(`screen.${view}`),
            title: 'Alt+V',
          }))}
        />
      </ReportToolbar>
      {query.isPending ? (
        <LoadingState />
      ) : query.isError ? (
        <ErrorState {...failureText(query.error)} onRetry={() => void query.refetch()} />
      ) : shown ? (
        <div className={chosen && !isChart ? 'report-body report-body-sided' : 'report-body'}>
          <div className="report-main" aria-busy={query.isPlaceholderData}>
            {isChart ? (
              <ComparisonCharts report={shown} reading={figures} />
            ) : (
              <ComparisonGrid
                report={shown}
                reading={figures}
                heat={
                  isDay && address.name === 'entries' && heat.data?.days.some((days) => days > 0)
                    ? heat.data
                    : undefined
                }
                chosen={chosen}
                grid={table}
                onChoose={choose}
                onInto={() => list.current?.focus()}
              >
                {shown.rows.length <= shortTable ? <RowChart report={shown} reading={figures} /> : null}
              </ComparisonGrid>
            )}
            <ReportFooter report={shown} figures={[definedFigure(shown, figures.measure)]} />
          </div>
          {chosen && !isChart ? (
            <CellDrawer
              report={shown}
              address={address}
              date={date}
              cell={chosen}
              list={list}
              onBack={() => table.current?.focus()}
              onClose={() => {
                choose(undefined)
                table.current?.focus()
              }}
            />
          ) : null}
        </div>
      ) : (
        <LoadingState />
      )}
    </>
  )
}

function baseDates(from: string, to: string, period: string, reading: TimeReading): string {
  if (period !== 'day') return from === to ? from : `${from} – ${to}`
  return `${from.slice(0, 4)}-${from.slice(5)} ${dateWords(from, reading.language)
    .split(' ')
    .at(reading.language === 'en' ? 0 : -1)}`
}
