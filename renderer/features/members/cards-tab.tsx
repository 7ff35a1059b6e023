import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { mayApprove, useSession } from '#renderer/api/session-store.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/chip.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { RowList } from '#renderer/ui/row-list.tsx'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { shiftDate } from '#renderer/ui/time-words.ts'
import { limits } from '#shared/contract/fields.ts'
import { type CardState, cardStates } from '#shared/domain/members/card-life.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { useCardColumns } from './card-columns.tsx'
import { CardSheet } from './card-sheet.tsx'
import { endingDays } from './card-words.ts'
import { IssueForm } from './issue-form.tsx'

type Filter = CardState | 'all' | 'ending'
const filters: readonly Filter[] = ['all', 'active', 'ending', 'frozen', 'lost', 'replaced', 'expired']
const page = 200

/** 贵宾卡: every card, found by number, name, pinyin or phone; the chosen one with its life and its acts beside it. */
export function CardsTab({
  asked,
  onForm,
}: {
  asked: { readonly card?: string; readonly issue?: string }
  onForm: (customerId: string) => void
}) {
  const { t } = useTranslation('members')
  const failureText = useFailureText()
  const session = useSession()
  const mayIssue = session !== undefined && mayApprove(session.staff.role)
  const today = businessDateOf(useNow(60_000), useTimeReading())
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [chosen, setChosen] = useState<string | undefined>(asked.card)
  const [issuing, setIssuing] = useState(asked.issue !== undefined && mayIssue)
  const field = useRef<HTMLInputElement>(null)
  const q = useDeferredValue(typed.trim())
  const list = useInfiniteQuery(
    api.card.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: page,
        ...(q === '' ? {} : { q: q.slice(0, limits.search) }),
        ...(filter === 'all' ? {} : filter === 'ending' ? { until: shiftDate(today, endingDays) } : { state: filter }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next,
      placeholderData: (before) => before,
    }),
  )
  const counts = list.data?.pages[0]?.counts
  const rows = list.data?.pages.flatMap((part) => part.items) ?? []
  const columns = useCardColumns(chosen !== undefined || issuing)

  const open = (cardNo: string) => {
    setIssuing(false)
    setChosen(cardNo)
  }
  const issue = () => {
    setChosen(undefined)
    setIssuing(true)
  }
  useHotkeys([
    {
      id: 'members.find',
      keys: 'Ctrl+F',
      label: t('searchKey'),
      group: t('title'),
      run: () => field.current?.select(),
    },
    {
      id: 'members.issue',
      keys: 'N',
      label: t('act.issue'),
      group: t('title'),
      enabled: mayIssue && !issuing,
      run: issue,
    },
    {
      id: 'members.close',
      keys: 'Escape',
      label: t('close'),
      group: t('title'),
      inFields: true,
      listed: false,
      run: () => {
        if (issuing) setIssuing(false)
        else if (chosen !== undefined) setChosen(undefined)
        else setTyped('')
      },
    },
  ])
  const count = (one: Filter): number | undefined => {
    if (counts === undefined || one === 'ending') return undefined
    return one === 'all' ? cardStates.reduce((sum, state) => sum + counts[state], 0) : counts[one]
  }
  const side = issuing ? (
    <IssueForm customerId={asked.issue} onClose={() => setIssuing(false)} onCard={open} />
  ) : chosen === undefined ? undefined : (
    <CardSheet key={chosen} cardNo={chosen} onClose={() => setChosen(undefined)} onCard={open} onForm={onForm} />
  )
  return (
    <div className="page-tab">
      <div className="page-bar">
        <input
          ref={field}
          className="field members-search"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          value={typed}
          maxLength={limits.search}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return
            event.preventDefault()
            const first = rows[0]
            if (first) open(first.cardNo)
            document.querySelector<HTMLElement>('.members-list .rows')?.focus()
          }}
        />
        <fieldset className="members-chips" aria-label={t('filter')}>
          {filters.map((one) => (
            <Chip key={one} isOn={filter === one} count={count(one)} onPress={() => setFilter(one)}>
              {one === 'all' || one === 'ending' ? t(one) : t(`state.${one}`)}
            </Chip>
          ))}
        </fieldset>
        <span className="page-gap" />
        {mayIssue ? (
          <Button kind={side === undefined ? 'primary' : 'plain'} hotkey="N" disabled={issuing} onClick={issue}>
            {t('act.issue')}
          </Button>
        ) : null}
      </div>
      <div className={side ? 'page-body page-body-sided' : 'page-body'}>
        <div className="members-list">
          {list.isPending ? (
            <LoadingState />
          ) : list.isError ? (
            <ErrorState {...failureText(list.error)} onRetry={() => void list.refetch()} />
          ) : (
            <>
              <RowList
                label={t('tab.cards')}
                rows={rows}
                rowKey={(row) => row.cardNo}
                columns={columns}
                selected={chosen}
                onSelect={open}
                faint={(row) => row.state === 'replaced' || row.state === 'expired'}
                empty={
                  q === '' && filter === 'all' ? (
                    <EmptyState title={t('empty')}>{t(mayIssue ? 'emptyNext' : 'emptyNextDesk')}</EmptyState>
                  ) : (
                    <EmptyState title={t('emptySearch')}>{t('emptySearchNext')}</EmptyState>
                  )
                }
              />
              {list.hasNextPage ? (
                <Button
                  className="members-more"
                  disabled={list.isFetchingNextPage}
                  onClick={() => list.fetchNextPage()}
                >
                  {t('more', { count: page })}
                </Button>
              ) : null}
            </>
          )}
        </div>
        {side ? (
          <aside className="page-side" aria-label={issuing ? t('issue.title') : t('sheet')}>
            {side}
          </aside>
        ) : null}
      </div>
    </div>
  )
}
