import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { usePrintPaper } from '#renderer/ui/paper/use-print-paper.tsx'
import type { PaperRequest } from '#shared/contract/report.ts'
import type { ReportAddress } from './report-address.ts'
import { ReportMenu } from './report-menu.tsx'
import type { Go } from './report-toolbar.tsx'

/** The report's name, how far its figures go, and what can be done with it. */
export function ReportHead({
  address,
  title,
  note,
  request,
  go,
}: {
  address: ReportAddress
  title: string
  note: string
  request: PaperRequest
  go: Go
}) {
  const { t } = useTranslation('reports')
  const { print, printing, sheet } = usePrintPaper(request)
  useHotkeys([{ id: 'reports.print', keys: 'F9', label: t('screen.print'), group: t('title'), status: 90, run: print }])
  return (
    <header className="report-head">
      <ReportMenu title={title} current={address.name} onChoose={(name) => go({ name, measure: undefined })} />
      <span className="quiet small">{note}</span>
      <span className="page-gap" />
      <Button hotkey="F9" disabled={printing} onClick={print}>
        {t('screen.print')}
      </Button>
      {sheet}
    </header>
  )
}
