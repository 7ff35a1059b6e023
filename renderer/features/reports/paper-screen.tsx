import { useTranslation } from 'react-i18next'
import { useFailureText } from '#renderer/api/failure.ts'
import { PaperTable } from '#renderer/ui/paper/paper-table.tsx'
import { usePaper } from '#renderer/ui/paper/use-paper.ts'
import { useProgressNote } from '#renderer/ui/paper/use-progress-note.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import type { ReportAddress } from './report-address.ts'
import { ReportFooter } from './report-footer.tsx'
import { ReportHead } from './report-head.tsx'
import { type Go, ReportToolbar } from './report-toolbar.tsx'
import { inputOf, useShownDate } from './use-comparison.ts'

/** Any other report, shown as the document that is printed and taken away: the same tables, the same figures. */
export function PaperScreen({ address, go }: { address: ReportAddress; go: Go }) {
  const { t } = useTranslation('reports')
  const failureText = useFailureText()
  const { date, today } = useShownDate(address)
  const request = { name: address.name, ...inputOf(address, date) }
  const paper = usePaper(request)
  const note = useProgressNote(paper.data?.progress)
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
                <PaperTable key={table.key} table={table} />
              ))}
            </div>
            <ReportFooter report={paper.data} figures={[]} />
          </div>
        </div>
      )}
    </>
  )
}
