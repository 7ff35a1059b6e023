import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { exportFile } from '#renderer/api/exports.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { Button } from '#renderer/ui/button.tsx'
import { figureWords } from '#renderer/ui/figure-words.ts'
import { Key } from '#renderer/ui/key.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import type { Report } from './comparison.ts'
import type { ChosenCell } from './comparison-columns.ts'
import { DrawerRows } from './drawer-rows.tsx'
import type { ReportAddress } from './report-address.ts'
import { inputOf } from './use-comparison.ts'

/** What is behind a figure: the parties, or the uses, it was counted from, one by one; beside the table, not over it. */
export function CellDrawer({
  report,
  address,
  date,
  cell,
  list,
  onBack,
  onClose,
}: {
  report: Report
  address: ReportAddress
  date: BusinessDate
  cell: ChosenCell
  list: RefObject<HTMLDivElement | null>
  /** Back to the table, the drawer staying open. */
  onBack: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('reports')
  const failureText = useFailureText()
  const navigate = useNavigate()
  const isUsage = report.name === 'usage'
  const asked = {
    ...inputOf(address, date),
    table: report.name,
    ...(cell.row === undefined ? {} : { row: cell.row }),
    ...(cell.column === 'total' ? {} : { column: cell.column }),
    ...(cell.base === undefined ? {} : { base: cell.base }),
  }
  const rows = useInfiniteQuery(
    api.report.rows.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...asked, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      placeholderData: (before) => before,
    }),
  )
  const items = rows.data?.pages.flatMap((page) => page.items) ?? []
  const [first] = rows.data?.pages ?? []
  const day = items[0]?.businessDate ?? date
  const isManyDays = report.period !== 'day' && cell.row === undefined
  const toBoard = () => void navigate({ to: '/board' as '/', search: { date: day } as never })
  useHotkeys([
    {
      id: 'reports.drawer.close',
      keys: 'Escape',
      label: t('screen.closeRows'),
      group: t('title'),
      listed: false,
      run: onClose,
    },
    {
      id: 'reports.drawer.board',
      keys: 'F4',
      label: t('screen.onBoard'),
      group: t('title'),
      enabled: !isManyDays,
      run: toBoard,
    },
  ])
  const row = report.rows.find((one) => one.key === cell.row)
  const base = report.bases.find((one) => one.name === cell.base)
  const title = [
    row ? rowTitle(report, row.label) : t('total'),
    cell.column === 'total' ? '' : (report.columnNames[cell.column] ?? cell.column),
    base?.label ?? t(`menuShort.${report.name}`),
  ].filter((part) => part !== '')
  return (
    <aside className="drawer" aria-label={t('screen.rows')}>
      <header className="drawer-head">
        <h2>
          {title.map((part) => (
            <span key={part}>{part}</span>
          ))}
        </h2>
        <button type="button" className="drawer-close" onClick={onClose}>
          <Key name="Esc" /> {t('screen.closeRows')}
        </button>
      </header>
      {rows.isPending ? (
        <LoadingState />
      ) : rows.isError ? (
        <ErrorState {...failureText(rows.error)} onRetry={() => void rows.refetch()} />
      ) : (
        <>
          <p className="drawer-sum">
            <b>{figureWords(first?.parties ?? 0, 'count')}</b> {t(isUsage ? 'screen.usesUnit' : 'screen.partiesUnit')}
            <b>
              {isUsage ? figureWords((first?.minutes ?? 0) / 60, 'hours') : figureWords(first?.guests ?? 0, 'count')}
            </b>{' '}
            {t(isUsage ? 'screen.hoursUnit' : 'screen.guestsUnit')}
            <span className="drawer-bases">{basesText(report, cell, t)}</span>
          </p>
          <div className="drawer-columns" aria-hidden="true">
            <span>{t(isUsage ? 'screen.column.span' : 'screen.column.in')}</span>
            <span>{t('screen.column.room')}</span>
            <span>{t('screen.column.guest')}</span>
            <span>{t(isUsage ? 'screen.column.minutes' : 'screen.column.source')}</span>
          </div>
          <DrawerRows
            key={JSON.stringify(asked)}
            report={report}
            items={items}
            list={list}
            onBack={onBack}
            after={
              items.length === 0 ? (
                <EmptyState title={t('screen.noRows')} />
              ) : rows.hasNextPage ? (
                <p className="drawer-more">
                  <Button
                    className="button-small"
                    disabled={rows.isFetchingNextPage}
                    onClick={() => void rows.fetchNextPage()}
                  >
                    {t('screen.more', { left: (first?.parties ?? 0) - items.length })}
                  </Button>
                </p>
              ) : (
                <p className="drawer-proof">
                  <span className="good">✓</span>{' '}
                  {t(isUsage ? 'screen.proofOfUse' : 'screen.proof', {
                    rows: items.length,
                    parties: first?.parties ?? 0,
                    guests: first?.guests ?? 0,
                    hours: figureWords((first?.minutes ?? 0) / 60, 'hours'),
                  })}
                </p>
              )
            }
            foot={
              <>
                <Button hotkey="F4" onClick={toBoard} disabled={isManyDays}>
                  {t('screen.onBoard')}
                </Button>
                <Button
                  disabled={items.length === 0}
                  onClick={() => exportFile({ name: 'behind', format: 'xlsx', ...asked, title: title.join(' ') })}
                >
                  {t('screen.exportRows', { count: first?.parties ?? 0 })}
                </Button>
              </>
            }
          />
        </>
      )}
    </aside>
  )
}

/** `20:00–20:59` of an hour; anything else as it reads. */
function rowTitle(report: Report, label: string): string {
  const hour = /^(.*?)(\d\d):00$/.exec(label)
  return report.period === 'day' && hour ? `${hour[1]}${hour[2]}:00–${hour[2]}:59` : label
}

/** The same figure of the bases, for those who read only the head of the list. */
function basesText(report: Report, cell: ChosenCell, t: ReturnType<typeof useTranslation<'reports'>>['t']): string {
  const row = cell.row === undefined ? report : report.rows.find((one) => one.key === cell.row)
  return report.bases
    .filter((base) => base.known && base.name !== cell.base)
    .map((base) => {
      const found = row?.base[base.name]?.[cell.column]
      if (!found) return ''
      return 'entries' in found
        ? `${base.label} ${t('paper.parties', { count: found.entries })}`
        : `${base.label} ${figureWords(found.minutes / 60, 'hours')}`
    })
    .filter((text) => text !== '')
    .slice(0, 2)
    .join('　')
}
