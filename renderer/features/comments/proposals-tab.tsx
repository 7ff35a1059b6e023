import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { RowList } from '#renderer/ui/row-list.tsx'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { limits } from '#shared/contract/fields.ts'
import { useCardColumns } from './card-columns.tsx'
import { type CommentView, useSupervises } from './use-comments.ts'

const states = ['open', 'accepted', 'dismissed'] as const
type State = (typeof states)[number]

/** 待转投诉: low scores with a phone; a supervisor passes each on or puts it aside with a reason, one key each. */
export function ProposalsTab({
  chosen,
  onChoose,
}: {
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
}) {
  const { t } = useTranslation('comments')
  const failureText = useFailureText()
  const done = useDoneToast()
  const supervises = useSupervises()
  const [state, setState] = useState<State>('open')
  const [dismissing, setDismissing] = useState(false)
  const [reason, setReason] = useState('')
  const list = useQuery(api.comment.list.queryOptions({ input: { proposal: state, limit: 200 } }))
  const columns = useCardColumns(chosen !== undefined, state === 'open' ? 'none' : 'decided')
  const rows = list.data?.items ?? []
  const picked = rows.find((row) => row.id === chosen) ?? rows[0]
  const decides = supervises && state === 'open' && picked !== undefined
  const settled = () => {
    setDismissing(false)
    setReason('')
    onChoose(undefined)
  }
  const room = (card: CommentView) => card.roomNo ?? t('noRoom')
  const accept = useMutation({
    mutationFn: (card: CommentView) => client.comment.accept({ id: card.id }),
    onSuccess: (card) => {
      settled()
      done(t('accepted', { room: room(card) }), card.journalSeq)
    },
  })
  const dismiss = useMutation({
    mutationFn: (card: CommentView) => client.comment.dismiss({ id: card.id, note: reason.trim() }),
    onSuccess: (card) => {
      settled()
      done(t('dismissed', { room: room(card) }), card.journalSeq)
    },
  })
  const group = t('title')
  const busy = accept.isPending || dismiss.isPending
  useHotkeys([
    {
      id: 'comments.accept',
      keys: 'T',
      label: t('accept'),
      group,
      enabled: decides && !busy,
      run: () => picked && accept.mutate(picked),
    },
    { id: 'comments.dismiss', keys: 'D', label: t('dismiss'), group, enabled: decides, run: () => setDismissing(true) },
    {
      id: 'comments.keep',
      keys: 'Escape',
      label: t('back'),
      group,
      inFields: true,
      listed: false,
      enabled: dismissing,
      run: () => setDismissing(false),
    },
  ])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (picked && reason.trim() !== '' && !busy) dismiss.mutate(picked)
  }
  const failed = [accept, dismiss].find((step) => step.isError)
  return (
    <div className="page-tab">
      <div className="page-bar">
        <Segmented
          label={t('tab.proposals')}
          options={states.map((name) => ({ value: name, label: t(`proposal.${name}`) }))}
          value={state}
          onChange={(next) => {
            setState(next)
            setDismissing(false)
            onChoose(undefined)
          }}
        />
        {dismissing && picked ? (
          <form className="cm-dismiss" onSubmit={submit}>
            <input
              className="field"
              autoFocus
              aria-label={t('dismissReason')}
              placeholder={t('dismissReason')}
              value={reason}
              maxLength={limits.reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <Button type="submit" kind="primary" hotkey="Enter" disabled={reason.trim() === '' || busy}>
              {t('dismissRoom', { room: room(picked) })}
            </Button>
            <Button hotkey="Esc" onClick={() => setDismissing(false)}>
              {t('back')}
            </Button>
          </form>
        ) : decides ? (
          <>
            <Button kind="primary" hotkey="T" disabled={busy} onClick={() => accept.mutate(picked)}>
              {t('acceptRoom', { room: room(picked) })}
            </Button>
            <Button hotkey="D" onClick={() => setDismissing(true)}>
              {t('dismiss')}
            </Button>
          </>
        ) : state === 'open' && !supervises ? (
          <span className="quiet">{t('supervisorDecides')}</span>
        ) : null}
        {failed ? (
          <p className="form-error" role="alert">
            {failureText(failed.error).line}
          </p>
        ) : null}
      </div>
      {list.isPending ? (
        <LoadingState />
      ) : list.isError ? (
        <ErrorState {...failureText(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <RowList
          label={t('tab.proposals')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns}
          selected={picked?.id}
          onSelect={onChoose}
          empty={<EmptyState title={t(`emptyProposals.${state}`)}>{t('emptyProposalsNext')}</EmptyState>}
        />
      )}
    </div>
  )
}
