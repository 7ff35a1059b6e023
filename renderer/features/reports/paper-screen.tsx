import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '#renderer/api/failure.ts'
import type { PaperCell } from '#renderer/ui/paper/cell-opening.ts'
import { PaperTable } from '#renderer/ui/paper/paper-table.tsx'
import { usePaper } from '#renderer/ui/paper/use-paper.ts'
import { useProgressNote } from '#renderer/ui/paper/use-progress-note.ts'
import { datesOfPeriod } from '#renderer/ui/period/shown-period.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import type { ReportAddress } from './report-address.ts'
import { ReportFooter } from './report-footer.tsx'
import { ReportHead } from './report-head.tsx'
import { type Go, periodOf, ReportToolbar } from './report-toolbar.tsx'
import { rowsBehind } from './rows-behind.ts'
import { inputOf, useShownDate } from './use-comparison.ts'

/** Any other report, shown as the document that is printed and taken away: the same tables, the same figures. */
export function PaperScreen({ address, go }: { address: ReportAddress; go: Go }) {
  const { t } = useTranslation('reports')
  const failureText = useFailureText()
  const { date, today } = useShownDate(address)
  const request = { name: address.name, ...inputOf(address, date) }
  const paper = usePaper(request)
  const navigate = useNavigate()
  const covered = datesOfPeriod(periodOf(address, date))
  // A list is of the whole house: behind a figure of a part of it there is none.
  const isWhole = address.floor === undefined && address.source === undefined && address.vip === undefined
  const behind = (cell: PaperCell) => (isWhole ? rowsBehind(address.name, cell) : undefined)
  const open = (cell: PaperCell) => {
    const found = behind(cell)
    if (!found) return
    if ('list' in found) return go({ name: found.list, date })
    const [to, search] =
      'batch' in found
        ? ['/coupons', { tab: 'batches', batch: found.batch }]
        : ['/members', 'card' in found ? { card: found.card } : covered]
    void navigate({ to: to as '/', search: search as never })
  }
  const cells = { opens: (cell: PaperCell) => (behind(cell) ? ('page' as const) : undefined), onOpen: open }
  const until = useProgressNote(paper.data?.progress)
  const corrected = paper.data?.facts.find((fact) => fact.label === t('paper.corrections'))?.value
  const note = [until, corrected].filter(Boolean).join(' · ')
  return (
    <>
      <ReportHead address={address} title={t(`menu.${address.name}`)} note={note} request={request} go={go} />
      <ReportToolbar address={address} date={date} today={today} go={go} />
      {paper.isPending ? (
        <LoadingState />
      ) : paper.isError ? (
        <ErrorState {...failureText(paper.error)} onRetry={() => void paper.refetch()} />
      ) : (
        <div className="report-body">
          <div className="report-main" aria-busy={paper.isPlaceholderData}>
            <div className="report-papers">
              {paper.data.tables.map((table) => (
                <PaperTable key={table.key} table={table} cells={cells} />
              ))}
            </div>
            <ReportFooter report={paper.data} figures={[]} />
          </div>
        </div>
      )}
    </>
  )
}
