import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '#renderer/api/failure.ts'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import type { PaperCell } from '#renderer/ui/paper/cell-opening.ts'
import { PaperBar } from '#renderer/ui/paper/paper-bar.tsx'
import { PaperBody } from '#renderer/ui/paper/paper-body.tsx'
import { usePaper } from '#renderer/ui/paper/use-paper.ts'
import type { ShownPeriod } from '#renderer/ui/period/shown-period.ts'
import { usePeriod } from '#renderer/ui/period/use-period.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { cardFigures } from '#shared/domain/members/card-figures.ts'
import { cardTiers } from '#shared/domain/members/card-life.ts'
import { BehindFigure } from './behind-figure.tsx'

const figures: readonly string[] = [...cardFigures, 'visits', 'cardVisits', 'unused']

/** Names of the cards in these tables stand in their rows. */
const named: readonly string[] = ['top', 'unused']

function opens({ table, row, column }: PaperCell): 'figure' | 'page' | undefined {
  if (named.includes(table)) return column === 'cardNo' && /^\d+$/.test(row) ? 'page' : undefined
  return figures.includes(column) ? 'figure' : undefined
}

/** 统计: cards by tier over any dates, with what makes them more and less; every figure opens what it counts. */
export function StatisticsTab({
  from,
  to,
  onCard,
}: {
  from: string | undefined
  to: string | undefined
  onCard: (cardNo: string) => void
}) {
  const { t } = useTranslation(['members', 'reports'])
  const failureText = useFailureText()
  const { period, dates, today, show } = usePeriod(
    from !== undefined && to !== undefined ? { kind: 'range', from, to } : 'month',
  )
  const [opened, setOpened] = useState<PaperCell>()
  const request = { name: 'vip', ...dates }
  const found = usePaper(request)
  useHotkeys([
    {
      id: 'members.closeBehind',
      keys: 'Escape',
      label: t('close'),
      group: t('title'),
      listed: false,
      enabled: opened !== undefined,
      run: () => setOpened(undefined),
    },
  ])
  const change = (next: ShownPeriod) => {
    show(next)
    setOpened(undefined)
  }
  const paper = found.data
  return (
    <div className="page-tab">
      <PaperBar
        screen="members"
        group={t('title')}
        title={t('reports:name.vip')}
        period={period}
        today={today}
        onChange={change}
        request={request}
        paper={paper}
      />
      <div className={opened ? 'page-body page-body-sided' : 'page-body'}>
        {found.isPending ? (
          <LoadingState />
        ) : paper === undefined ? (
          <ErrorState {...failureText(found.error)} onRetry={() => void found.refetch()} />
        ) : (
          <PaperBody
            paper={paper}
            isStale={found.isPlaceholderData}
            cells={{
              opens,
              opened,
              onOpen: (cell) => (named.includes(cell.table) ? onCard(cell.row) : setOpened(cell)),
            }}
          />
        )}
        {opened ? (
          <aside className="page-side" aria-label={t('behind')}>
            <BehindFigure
              key={`${opened.row} ${opened.column}`}
              stretch={dates}
              figure={opened.column as 'issued'}
              tier={cardTiers.find((tier) => tier === opened.row)}
              onClose={() => setOpened(undefined)}
              onCard={onCard}
            />
          </aside>
        ) : null}
      </div>
    </div>
  )
}
