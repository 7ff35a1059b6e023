import { useTranslation } from 'react-i18next'
import { useFailureText } from '#renderer/api/failure.ts'
import type { PaperCell } from '#renderer/ui/paper/cell-opening.ts'
import { PaperBar } from '#renderer/ui/paper/paper-bar.tsx'
import { PaperBody } from '#renderer/ui/paper/paper-body.tsx'
import { usePaper } from '#renderer/ui/paper/use-paper.ts'
import { usePeriod } from '#renderer/ui/period/use-period.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'

const opens = ({ table, row, column }: PaperCell) =>
  table === 'batches' && column === 'label' && row !== 'total' ? 'page' : undefined

/** 生活体验券发放统计表 for any dates: by batch, by person, the gaps, and whether it adds up. */
export function StatisticsTab({ onBatch }: { onBatch: (id: string) => void }) {
  const { t } = useTranslation(['coupons', 'reports'])
  const failureText = useFailureText()
  const { period, dates, today, show } = usePeriod()
  const request = { name: 'coupons', ...dates }
  const found = usePaper(request)
  const paper = found.data
  return (
    <div className="page-tab">
      <PaperBar
        screen="coupons"
        group={t('title')}
        title={t('reports:name.coupons')}
        period={period}
        today={today}
        onChange={show}
        request={request}
        paper={paper}
      />
      {found.isPending ? (
        <LoadingState />
      ) : paper === undefined ? (
        <ErrorState {...failureText(found.error)} onRetry={() => void found.refetch()} />
      ) : (
        <PaperBody
          paper={paper}
          isStale={found.isPlaceholderData}
          cells={{ opens, onOpen: ({ row }) => onBatch(row) }}
        />
      )}
    </div>
  )
}
