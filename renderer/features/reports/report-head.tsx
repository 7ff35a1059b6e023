import { useTranslation } from 'react-i18next'
import { exportFile } from '#renderer/api/exports.ts'
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
  const take = (format: 'xlsx' | 'csv') => exportFile({ ...request, format, title })
  const book = bookOf(address)
  // The whole day or month, whichever report of it is open.
  const takeBook = () =>
    book && exportFile({ name: book, format: 'xlsx', date: request.date, title: t(`screen.${book}Book`) })
  useHotkeys([
    { id: 'reports.print', keys: 'F9', label: t('screen.print'), group: t('title'), status: 90, run: print },
    {
      id: 'reports.excel',
      keys: 'Ctrl+E',
      label: t('screen.excel'),
      group: t('title'),
      status: 91,
      run: () => take('xlsx'),
    },
    {
      id: 'reports.book',
      keys: 'Alt+W',
      label: t(`screen.${book ?? 'month'}Book`),
      group: t('title'),
      enabled: book !== undefined,
      listed: book !== undefined,
      run: takeBook,
    },
  ])
  return (
    <header className="report-head">
      <ReportMenu title={title} current={address.name} onChoose={(name) => go({ name, measure: undefined })} />
      <span className="quiet small">{note}</span>
      <span className="page-gap" />
      <Button hotkey="F9" disabled={printing} onClick={print}>
        {t('screen.print')}
      </Button>
      {book ? (
        <Button hotkey="Alt+W" onClick={takeBook}>
          {t(`screen.${book}Book`)}
        </Button>
      ) : null}
      <Button onClick={() => take('csv')}>{t('screen.csv')}</Button>
      <Button kind="primary" hotkey="Ctrl+E" onClick={() => take('xlsx')}>
        {t('screen.excel')}
      </Button>
      {sheet}
    </header>
  )
}

/** The workbook of everything about this day or month; of weeks and other dates there is none. */
const bookOf = ({ period }: ReportAddress): 'day' | 'month' | undefined =>
  period === 'day' || period === 'month' ? period : undefined
