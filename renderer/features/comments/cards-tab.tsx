import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Key } from '#renderer/ui/key.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { PaperActs } from '#renderer/ui/paper/paper-acts.tsx'
import { PeriodPicker } from '#renderer/ui/period/period-picker.tsx'
import { usePeriod } from '#renderer/ui/period/use-period.ts'
import { RowList } from '#renderer/ui/row-list.tsx'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { limits } from '#shared/contract/fields.ts'
import { useCardColumns } from './card-columns.tsx'
import { commentKinds } from './comment-kinds.ts'

const roomShape = /^[\p{L}\p{N}-]{1,12}$/u

/** 全部: every card of some dates, by room, low scores or words. */
export function CardsTab({
  chosen,
  onChoose,
}: {
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
}) {
  const { t } = useTranslation(['comments', 'reports'])
  const failureText = useFailureText()
  const { period, dates: stretch, today, show } = usePeriod()
  const [typed, setTyped] = useState('')
  const [room, setRoom] = useState('')
  const [low, setLow] = useState(false)
  const searchField = useRef<HTMLInputElement>(null)
  const q = useDeferredValue(typed.trim())
  const roomNo = useDeferredValue(room.normalize('NFKC').trim())
  const list = useInfiniteQuery(
    api.comment.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        from: stretch.from,
        to: stretch.to,
        limit: 200,
        ...(q === '' ? {} : { q: q.slice(0, limits.search) }),
        ...(roomShape.test(roomNo) ? { roomNo } : {}),
        ...(low ? { low: 'only' as const } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      placeholderData: (before) => before,
    }),
  )
  const columns = useCardColumns(chosen !== undefined)
  const group = t('title')
  useHotkeys([
    { id: 'comments.find', keys: 'Ctrl+F', label: t('find'), group, run: () => searchField.current?.select() },
    { id: 'comments.low', keys: 'L', label: t('lowOnly'), group, run: () => setLow(!low) },
  ])
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="page-tab">
      <div className="page-bar">
        <PeriodPicker
          screen="comments"
          group={group}
          period={period}
          today={today}
          kinds={commentKinds}
          onChange={show}
        />
        <input
          className="field cm-room"
          aria-label={t('field.room')}
          placeholder={t('field.room')}
          value={room}
          maxLength={12}
          onChange={(event) => setRoom(event.target.value)}
        />
        <label className="cm-search">
          <span className="visually-hidden">{t('find')}</span>
          <input
            ref={searchField}
            className="field"
            value={typed}
            maxLength={limits.search}
            placeholder={t('findHint')}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Key name="Ctrl+F" />
        </label>
        <label className="check">
          <input type="checkbox" checked={low} onChange={(event) => setLow(event.target.checked)} />
          {t('lowOnly')} <Key name="L" />
        </label>
        <span className="page-gap" />
        <span className="quiet small">{t('listed', { count: rows.length })}</span>
        {list.hasNextPage ? (
          <Button className="button-small" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
        <PaperActs
          screen="comments"
          group={group}
          request={{ name: 'comment-cards', ...stretch }}
          title={t('reports:menu.comment-cards')}
        />
      </div>
      {list.isPending ? (
        <LoadingState />
      ) : list.isError ? (
        <ErrorState {...failureText(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <RowList
          label={t('tab.cards')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns}
          selected={chosen}
          onSelect={onChoose}
          empty={<EmptyState title={t('emptyCards')}>{t('emptyCardsNext')}</EmptyState>}
        />
      )}
    </div>
  )
}
