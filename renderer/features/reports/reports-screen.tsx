import { useTranslation } from 'react-i18next'
import { ComparisonScreen } from './comparison-screen.tsx'
import { PaperScreen } from './paper-screen.tsx'
import { useReportAddress } from './report-address.ts'
import '#renderer/ui/page.css'
import './comparison.css'
import './drawer.css'
import './reports.css'

/** 报表: the comparison tables of entries and use, and every other report as a document (screens.md 15). */
export function ReportsScreen() {
  const { t } = useTranslation('reports')
  const [address, go] = useReportAddress()
  return (
    <section className="reports" aria-label={t('title')}>
      {address.name === 'entries' || address.name === 'usage' ? (
        <ComparisonScreen address={address} go={go} />
      ) : (
        <PaperScreen address={address} go={go} />
      )}
    </section>
  )
}
