import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { cardFigures } from '#shared/domain/members/card-figures.ts'
import { cardTiers } from '#shared/domain/members/card-life.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { BehindFigure } from './behind-figure.tsx'
import { PaperChecks, PaperDefinitions, PaperPrint } from './paper-print.tsx'
import { type PaperCell, PaperTables } from './paper-tables.tsx'
import { PeriodBar } from './period-bar.tsx'
import { monthOf, type Stretch } from './stretch.ts'

const figures: readonly string[] = [...cardFigures, 'visits', 'unused']

/** Names of the cards in these tables stand in their rows. */
const named: readonly string[] = ['top', 'unused']

const opens = ({ table, row, column }: PaperCell): boolean =>
  named.includes(table) ? column === 'cardNo' && /^\d+$/.test(row) : figures.includes(column)

/** 统计: cards by tier over any dates, with what makes them more and less; every figure opens what it counts. */
export function StatisticsTab({ onCard }: { onCard: (cardNo: string) => void }) {
  const { t } = useTranslation('members')
  const failureText = useFailureText()
  const today = businessDateOf(useNow(60_000), useTimeReading())
  const [stretch, setStretch] = useState<Stretch>()
  const [opened, setOpened] = useState<PaperCell>()
  const shown = stretch ?? monthOf(today)
  const found = useQuery({
    ...api.report.paper.queryOptions({ input: { name: 'vip', ...shown } }),
    placeholderData: keepPreviousData,
    // Cards and parties go on changing while one looks elsewhere.
    staleTime: 0,
  })
  // What opens beside the tables leaves them less room: the figure stays in view.
  useEffect(() => {
    if (opened)
      document
        .querySelector('.paper-cell[aria-pressed="true"]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [opened])
  useHotkeys([
    {
      id: 'members.print',
      keys: 'F9',
      label: t('print'),
      group: t('title'),
      status: 90,
      enabled: found.data !== undefined,
      run: () => window.print(),
    },
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
  const change = (next: Stretch) => {
    setStretch(next)
    setOpened(undefined)
  }
  const paper = found.data
  const state = paper?.facts.at(-1)
  return (
    <div className="members-tab">
      <div className="members-bar">
        <PeriodBar stretch={shown} today={today} onChange={change} />
        {state ? (
          <span className="quiet small" role="status">
            {state.value}
          </span>
        ) : null}
        <span className="page-gap" />
        <Button hotkey="F9" disabled={paper === undefined} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      <div className={opened ? 'page-body page-body-sided' : 'page-body'}>
        <div className="members-scroll">
          {found.isPending ? (
            <LoadingState />
          ) : found.isError || paper === undefined ? (
            <ErrorState {...failureText(found.error)} onRetry={() => void found.refetch()} />
          ) : (
            <>
              <PaperTables
                tables={paper.tables}
                opens={opens}
                opened={opened}
                onOpen={(cell) => (named.includes(cell.table) ? onCard(cell.row) : setOpened(cell))}
              />
              <section className="paper-part" aria-label={t('checks')}>
                <PaperChecks paper={paper} />
              </section>
              <section className="paper-part">
                <h3>{t('definitions')}</h3>
                <PaperDefinitions paper={paper} />
              </section>
            </>
          )}
        </div>
        {opened ? (
          <aside className="page-side" aria-label={t('behind')}>
            <BehindFigure
              key={`${opened.row} ${opened.column}`}
              stretch={shown}
              figure={opened.column as 'issued'}
              tier={cardTiers.find((tier) => tier === opened.row)}
              onClose={() => setOpened(undefined)}
              onCard={onCard}
            />
          </aside>
        ) : null}
      </div>
      <PaperPrint paper={paper} />
    </div>
  )
}
