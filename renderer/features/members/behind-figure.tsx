import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { plainClock } from '#renderer/ui/time-words.ts'
import type { CardFigure } from '#shared/domain/members/card-figures.ts'
import type { CardTier } from '#shared/domain/members/card-life.ts'
import { cardNoInGroups } from '#shared/domain/members/card-number.ts'
import type { Stretch } from '#shared/domain/reports/report-period.ts'
import { personWords } from './card-words.ts'

const page = 100

/** What a figure counts: cards with the day and the act, or the parties that came in. */
export function BehindFigure({
  stretch,
  figure,
  tier,
  onClose,
  onCard,
}: {
  stretch: Stretch
  figure: CardFigure | 'visits' | 'cardVisits' | 'unused'
  tier: CardTier | undefined
  onClose: () => void
  onCard: (cardNo: string) => void
}) {
  const { t } = useTranslation('members')
  const failureText = useFailureText()
  const reading = useTimeReading()
  const found = useInfiniteQuery(
    api.card.rows.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...stretch,
        figure,
        limit: page,
        ...(tier === undefined ? {} : { tier }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next,
      staleTime: 0,
    }),
  )
  const rows = found.data?.pages.flatMap((part) => part.items) ?? []
  const total = found.data?.pages[0]?.total ?? 0
  return (
    <>
      <header className="members-head">
        <Button kind="quiet" className="button-small members-close" hotkey="Esc" onClick={onClose}>
          {t('close')}
        </Button>
        <h2>
          {t(`figure.${figure}`)}{' '}
          <span className="quiet">{tier === undefined ? t('allTiers') : t(`tier.${tier}`)}</span>
        </h2>
        {found.isSuccess ? <p className="quiet">{t('behindCount', { count: total })}</p> : null}
      </header>
      {found.isPending ? (
        <LoadingState />
      ) : found.isError ? (
        <ErrorState {...failureText(found.error)} onRetry={() => void found.refetch()} />
      ) : rows.length === 0 ? (
        <p className="side-part quiet">{t('behindEmpty')}</p>
      ) : (
        <ul className="members-rows">
          {rows.map((row) => (
            <li key={row.key}>
              <span>{row.date.slice(5)}</span>
              <span>
                <b>{personWords(row) || '—'}</b>
                <span className="quiet small">
                  {row.cardNo === undefined
                    ? ` ${row.at ? plainClock(Date.parse(row.at), reading) : ''} ${row.roomNo ?? ''}`
                    : ` ${row.note ?? ''}`}
                </span>
              </span>
              {row.cardNo === undefined ? (
                <span className="quiet">{t('guests', { count: row.party ?? 0 })}</span>
              ) : (
                <button type="button" className="members-link" onClick={() => onCard(row.cardNo ?? '')}>
                  {cardNoInGroups(row.cardNo)}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {found.hasNextPage ? (
        <div className="side-part">
          <Button disabled={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
            {t('moreRows', { count: Math.min(page, total - rows.length) })}
          </Button>
        </div>
      ) : null}
    </>
  )
}
