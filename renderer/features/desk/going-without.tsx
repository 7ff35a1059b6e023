import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { Key } from '#renderer/ui/key.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import type { DecisionView } from '#shared/contract/decision.ts'
import type { RequestInput } from '#shared/contract/request.ts'
import type { Draft } from './draft.ts'

const ownReasons = ['price', 'time', 'size', 'undecided', 'other'] as const

/** The caller goes without a booking: our refusal with its reason (denial), or the caller's own no (regret). */
export function GoingWithout({
  decision,
  request,
  draft,
  onDone,
  onBack,
}: {
  decision: DecisionView
  request: RequestInput
  draft: Draft
  onDone: () => void
  onBack: () => void
}) {
  const { t } = useTranslation(['desk', 'common'])
  const failureText = useFailureText()
  const done = useDoneToast()
  const list = useRef<HTMLDivElement>(null)
  const denied = decision.outcome !== 'available'
  const record = useMutation({
    mutationFn: (reason: (typeof ownReasons)[number] | undefined) =>
      client.refusal.record({
        request,
        kind: reason === undefined ? 'denial' : 'regret',
        ...(reason === undefined ? {} : { reason }),
        ...(draft.name.trim() ? { name: draft.name.trim() } : {}),
        ...(draft.phone.trim() ? { phone: draft.phone.trim() } : {}),
        ...(draft.notes.trim() ? { note: draft.notes.trim() } : {}),
      }),
    onSuccess: (refusal) => {
      done(t('goingWithout.recorded'), refusal.journalSeq)
      onDone()
    },
  })
  const choices = [...(denied ? [undefined] : []), ...ownReasons]
  const words = (reason: (typeof ownReasons)[number] | undefined) =>
    reason === undefined ? t('goingWithout.denial') : t(`goingWithout.${reason}`)

  useEffect(() => list.current?.focus(), [])
  useHotkeys([
    ...choices.map((reason, index) => ({
      id: `desk.without.${index}`,
      keys: String(index + 1),
      label: words(reason),
      group: t('group'),
      run: () => record.mutate(reason),
      listed: false,
    })),
    { id: 'desk.without.back', keys: 'Escape', label: t('back'), group: t('group'), run: onBack, listed: false },
  ])

  return (
    <div className="offers" ref={list} tabIndex={-1}>
      <div className="offers-head">
        <b>{t('goingWithout.title')}</b>
        <span className="bad">{record.isError ? failureText(record.error).line : ''}</span>
        <span className="quiet offers-key-note">
          <Key name="Esc" /> {t('back')}
        </span>
      </div>
      <ul className="offers-list">
        {choices.map((reason, index) => (
          <li key={reason ?? 'denial'}>
            <button
              type="button"
              className="offer offer-plain"
              disabled={record.isPending}
              onClick={() => record.mutate(reason)}
            >
              <Key name={String(index + 1)} />
              <span>{words(reason)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
