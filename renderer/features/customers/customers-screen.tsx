import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { maskedPhone } from '#renderer/ui/mask.ts'
import { Page } from '#renderer/ui/page.tsx'
import { type RowColumn, RowList } from '#renderer/ui/row-list.tsx'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { dateWords } from '#renderer/ui/time-words.ts'
import { limits } from '#shared/contract/fields.ts'
import { CustomerFile } from './customer-file.tsx'
import { CustomerForm } from './customer-form.tsx'
import { type CustomerView, useTypeName } from './customer-words.ts'
import './customers.css'

/** 客户: found by last four, name, pinyin or initials; the file beside the list. */
export function CustomersScreen() {
  const { t } = useTranslation('customers')
  const failureText = useFailureText()
  const { language } = useTimeReading()
  const typeName = useTypeName()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | undefined>(search.id)
  const [creating, setCreating] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const q = useDeferredValue(typed.trim())
  useEffect(() => {
    if (search.id === undefined) return
    setChosen(String(search.id))
    void navigate({ to: '/customers' as '/', search: {} as never, replace: true })
  }, [search.id, navigate])

  const list = useQuery({
    ...api.customer.list.queryOptions({ input: { limit: 200, ...(q === '' ? {} : { q: q.slice(0, limits.search) }) } }),
    placeholderData: keepPreviousData,
  })
  useHotkeys([
    {
      id: 'customers.find',
      keys: 'Ctrl+F',
      label: t('searchKey'),
      group: t('title'),
      run: () => field.current?.select(),
    },
    {
      id: 'customers.new',
      keys: 'N',
      label: t('create'),
      group: t('title'),
      enabled: !creating,
      run: () => setCreating(true),
    },
    {
      id: 'customers.close',
      keys: 'Escape',
      label: t('close'),
      group: t('title'),
      inFields: true,
      listed: false,
      run: () => {
        if (creating) setCreating(false)
        else if (chosen !== undefined) setChosen(undefined)
        else setTyped('')
      },
    },
  ])
  const columns: readonly RowColumn<CustomerView>[] = [
    {
      name: 'name',
      title: t('column.name'),
      width: 'minmax(110px, 1fr)',
      cell: (row) => (
        <>
          <b>{row.name}</b> {row.title ?? ''}
        </>
      ),
    },
    { name: 'phone', title: t('column.phone'), width: '124px', cell: (row) => maskedPhone(row.phones[0] ?? '') },
    {
      name: 'tier',
      title: t('column.tier'),
      width: '64px',
      cell: (row) => (row.vipTier ? <span className="tag tag-gold">{t(`tier.${row.vipTier}`)}</span> : ''),
    },
    { name: 'visits', title: t('column.visits'), width: '56px', align: 'right', cell: (row) => row.visits },
    {
      name: 'noShows',
      title: t('column.noShows'),
      width: '56px',
      align: 'right',
      cell: (row) => <span className={row.noShows > 0 ? 'bad' : ''}>{row.noShows}</span>,
    },
    {
      name: 'last',
      title: t('column.last'),
      width: '170px',
      cell: (row) =>
        row.lastVisit
          ? `${dateWords(row.lastVisit.date, language)} ${typeName(row.lastVisit.typeCode)} ${row.lastVisit.roomNo}`
          : '',
    },
    {
      name: 'tags',
      title: t('column.tags'),
      width: 'minmax(80px, 1fr)',
      cell: (row) => (
        <>
          {row.flags.includes('blocked') ? <span className="tag tag-bad">{t('blocked')}</span> : null}{' '}
          {row.tags.join('、')}
        </>
      ),
    },
    { name: 'notes', title: t('column.notes'), width: 'minmax(80px, 1.4fr)', cell: (row) => row.notes ?? '' },
  ]
  const rows = list.data?.items ?? []
  const side = creating ? (
    <CustomerForm
      onClose={() => setCreating(false)}
      onSaved={(saved) => {
        setCreating(false)
        setChosen(saved.id)
      }}
    />
  ) : chosen === undefined ? undefined : (
    <CustomerFile key={chosen} id={chosen} onClose={() => setChosen(undefined)} />
  )
  return (
    <Page
      title={t('title')}
      sideLabel={t('file')}
      head={
        <>
          <input
            ref={field}
            className="field customers-search"
            aria-label={t('search')}
            placeholder={t('searchHint')}
            value={typed}
            maxLength={limits.search}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return
              event.preventDefault()
              const first = rows[0]
              if (first) setChosen(first.id)
              document.querySelector<HTMLElement>('.customers-list .rows')?.focus()
            }}
          />
          <span className="page-gap" />
          <Button kind="primary" hotkey="N" disabled={creating} onClick={() => setCreating(true)}>
            {t('create')}
          </Button>
        </>
      }
      side={side}
    >
      <div className="customers-list">
        {list.isPending ? (
          <LoadingState />
        ) : list.isError ? (
          <ErrorState {...failureText(list.error)} onRetry={() => void list.refetch()} />
        ) : (
          <RowList
            label={t('title')}
            rows={rows}
            rowKey={(row) => row.id}
            columns={columns}
            selected={chosen}
            onSelect={(id) => {
              setCreating(false)
              setChosen(id)
            }}
            empty={
              q === '' ? (
                <EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>
              ) : (
                <EmptyState title={t('emptySearch', { q })}>{t('emptySearchNext')}</EmptyState>
              )
            }
          />
        )}
      </div>
    </Page>
  )
}
