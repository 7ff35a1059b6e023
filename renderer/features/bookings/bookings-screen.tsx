import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { exportFile } from '#renderer/api/exports.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Key } from '#renderer/ui/key.tsx'
import { takeTyped } from '#renderer/ui/keyboard/type-ahead.ts'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { Page } from '#renderer/ui/page.tsx'
import { RowList } from '#renderer/ui/row-list.tsx'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { dateWords, dayWords, shiftDate } from '#renderer/ui/time-words.ts'
import { limits } from '#shared/contract/fields.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { useBookingColumns } from './booking-columns.tsx'
import { BookingSheet } from './booking-sheet.tsx'
import type { BookingStatus } from './booking-words.ts'
import { DaySheet } from './day-sheet.tsx'
import './bookings.css'

const statuses: readonly BookingStatus[] = [
  'confirmed',
  'arrived',
  'waiting',
  'standby',
  'advance',
  'done',
  'released',
  'cancelled',
]

/** 预约单: the bookings of a business day, or those a search finds in all days; the chosen one beside the list. */
export function BookingsScreen() {
  const { t } = useTranslation(['bookings', 'exports'])
  const failureText = useFailureText()
  const reading = useTimeReading()
  const today = businessDateOf(useNow(60_000), reading)
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const [date, setDate] = useState<string>()
  const [status, setStatus] = useState<BookingStatus>()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | undefined>(search.code)
  const [opensFirst, setOpensFirst] = useState(false)
  const searchField = useRef<HTMLInputElement>(null)
  const shownDate = date ?? today
  const q = useDeferredValue(typed.trim())

  // An address that asks for something is answered once; then it is plain again, so that the key works the next time.
  useEffect(() => {
    if (search.find === undefined && search.today === undefined && search.code === undefined) return
    if (search.find !== undefined) {
      searchField.current?.focus()
      searchField.current?.select()
      const typedAhead = takeTyped()
      if (typedAhead.text !== '') setTyped(typedAhead.text)
      if (typedAhead.entered) setOpensFirst(true)
    }
    if (search.today !== undefined) {
      setDate(undefined)
      setStatus(undefined)
      setTyped('')
    }
    if (search.code !== undefined) setChosen(search.code)
    void navigate({ to: '/bookings' as '/', search: {} as never, replace: true })
  }, [search.find, search.today, search.code, navigate])

  const list = useInfiniteQuery(
    api.booking.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...(q === '' ? { date: shownDate } : { q: q.slice(0, limits.search) }),
        ...(status ? { status } : {}),
        limit: q === '' ? 500 : 100,
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      placeholderData: (before) => before,
    }),
  )
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useEffect(() => {
    if (q === '' && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [q, hasNextPage, isFetchingNextPage, fetchNextPage])

  const rows = useMemo(() => {
    const all = list.data?.pages.flatMap((page) => page.items) ?? []
    return q === ''
      ? all.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start) || a.code.localeCompare(b.code))
      : all
  }, [list.data, q])
  const columns = useBookingColumns(q !== '', chosen !== undefined)

  // Enter may come before the answer to what was typed last; the first of the fresh rows is meant.
  const settled = typed.trim() === q && !list.isFetching
  useEffect(() => {
    if (!opensFirst || !settled) return
    setOpensFirst(false)
    const first = rows[0]
    if (first === undefined) return
    setChosen(first.code)
    document.querySelector<HTMLElement>('.bookings-list .rows')?.focus()
  }, [opensFirst, settled, rows])

  const step = (days: number) => {
    setDate(shiftDate(shownDate, days))
    setTyped('')
  }
  const takeAway = () =>
    exportFile({ name: 'list-bookings', format: 'xlsx', from: shownDate, to: shownDate, title: t('title') })
  useHotkeys([
    { id: 'bookings.before', keys: 'Alt+←', label: t('dayBefore'), group: t('title'), run: () => step(-1) },
    { id: 'bookings.after', keys: 'Alt+→', label: t('dayAfter'), group: t('title'), run: () => step(1) },
    {
      id: 'bookings.export',
      keys: 'Ctrl+E',
      label: t('exports:excel'),
      group: t('title'),
      enabled: q === '',
      run: takeAway,
    },
    {
      id: 'bookings.print',
      keys: 'F9',
      label: t('print'),
      group: t('title'),
      status: 90,
      run: () => window.print(),
    },
    {
      id: 'bookings.close',
      keys: 'Escape',
      label: t('close'),
      group: t('title'),
      inFields: true,
      listed: false,
      run: () => {
        if (chosen !== undefined) setChosen(undefined)
        else setTyped('')
      },
    },
  ])

  const people = rows.reduce((sum, row) => sum + row.party, 0)
  return (
    <>
      <Page
        title={t('title')}
        sideLabel={t('sheet')}
        head={
          <>
            <span className="stepper">
              <Button aria-label={t('dayBefore')} title={`${t('dayBefore')} Alt+←`} onClick={() => step(-1)}>
                ‹
              </Button>
              <span className="stepper-value" aria-live="polite">
                {dayWords(shownDate, today, reading.language)} · {dateWords(shownDate, reading.language)}
              </span>
              <Button aria-label={t('dayAfter')} title={`${t('dayAfter')} Alt+→`} onClick={() => step(1)}>
                ›
              </Button>
            </span>
            <select
              className="field"
              aria-label={t('statusFilter')}
              value={status ?? ''}
              onChange={(event) => setStatus(statuses.find((one) => one === event.target.value))}
            >
              <option value="">{t('everyStatus')}</option>
              {statuses.map((one) => (
                <option key={one} value={one}>
                  {t(`status.${one}`)}
                </option>
              ))}
            </select>
            <label className="bookings-search">
              <span className="visually-hidden">{t('search')}</span>
              <input
                ref={searchField}
                className="field"
                value={typed}
                maxLength={limits.search}
                placeholder={t('searchHint')}
                onChange={(event) => setTyped(event.target.value)}
                onKeyDown={(event) => {
                  if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return
                  event.preventDefault()
                  setOpensFirst(true)
                }}
              />
              <Key name="F3" />
            </label>
            <span className="page-gap" />
            <span className="quiet small">{t('count', { bookings: rows.length, people })}</span>
            <Button hotkey="Ctrl+E" disabled={q !== ''} onClick={takeAway}>
              {t('exports:excel')}
            </Button>
            <Button hotkey="F9" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
        side={
          chosen === undefined ? undefined : (
            <BookingSheet key={chosen} code={chosen} onClose={() => setChosen(undefined)} />
          )
        }
      >
        <div className="bookings-list">
          {list.isPending ? (
            <LoadingState />
          ) : list.isError ? (
            <ErrorState {...failureText(list.error)} onRetry={() => void list.refetch()} />
          ) : (
            <RowList
              label={t('title')}
              rows={rows}
              rowKey={(row) => row.code}
              columns={columns}
              selected={chosen}
              onSelect={setChosen}
              startAt={(row) => row.status === 'confirmed'}
              faint={(row) => row.status === 'cancelled' || row.status === 'released' || row.status === 'done'}
              empty={
                q === '' ? (
                  <EmptyState title={t('emptyDay')}>{t('emptyDayNext')}</EmptyState>
                ) : (
                  <EmptyState title={t('emptySearch', { q })}>{t('emptySearchNext')}</EmptyState>
                )
              }
            />
          )}
        </div>
      </Page>
      <DaySheet date={shownDate} rows={q === '' ? rows : []} />
    </>
  )
}
