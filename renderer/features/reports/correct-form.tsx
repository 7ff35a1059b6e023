import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { plainClock } from '#renderer/ui/time-words.ts'
import { limits } from '#shared/contract/fields.ts'
import { correctedLeaving } from './corrected-leaving.ts'
import { type CorrectableRow, partyNow, useChangeWords } from './correction-words.ts'

/** Puts right what was recorded of a party that has gone (流程23): head count, or that it left earlier; with the reason. */
export function CorrectForm({
  row,
  isClosed,
  onClose,
}: {
  row: CorrectableRow
  /** Its day has been closed: the figures stay, and an adjustment gets a line of its own. */
  isClosed: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('reports')
  const failureText = useFailureText()
  const queries = useQueryClient()
  const done = useDoneToast()
  const reading = useTimeReading()
  const changeWords = useChangeWords()
  const recorded = { party: partyNow(row), leftAt: Date.parse(row.leftAt) }
  const clock = plainClock(recorded.leftAt, reading)
  const [party, setParty] = useState(String(recorded.party))
  const [left, setLeft] = useState(clock)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  useHotkeys([
    {
      id: 'reports.correct.keep',
      keys: 'Escape',
      label: t('screen.correct.keep'),
      group: t('title'),
      inFields: true,
      listed: false,
      run: onClose,
    },
  ])

  const guests = /^\d{1,3}$/.test(party.trim()) ? Number(party) : 0
  const leftAt =
    left.trim() === clock ? recorded.leftAt : correctedLeaving(left, Date.parse(row.at), recorded.leftAt, reading)
  const isSame = guests === recorded.party && leftAt === recorded.leftAt
  const errors = {
    party: guests < 1 || guests > 200 ? t('screen.correct.error.party') : undefined,
    left: leftAt === undefined ? t('screen.correct.error.left', { time: clock }) : undefined,
    reason:
      reason.trim() === '' ? t('screen.correct.error.reason') : isSame ? t('screen.correct.error.nothing') : undefined,
  }
  const save = useMutation({
    mutationFn: () =>
      client.report.correct({
        id: row.stayId,
        ...(guests === recorded.party ? {} : { party: guests }),
        ...(leftAt === undefined || leftAt === recorded.leftAt ? {} : { leftAt: new Date(leftAt).toISOString() }),
        reason: reason.trim(),
      }),
    onSuccess: ({ journalSeq }) => {
      const refresh = () => void queries.invalidateQueries({ queryKey: api.report.key() })
      refresh()
      const what = changeWords({
        ...(guests === recorded.party ? {} : { party: { from: recorded.party, to: guests } }),
        ...(leftAt === undefined || leftAt === recorded.leftAt
          ? {}
          : { leftAt: { from: row.leftAt, to: new Date(leftAt).toISOString() } }),
      })
      const text = t(isClosed ? 'screen.correct.doneClosed' : 'screen.correct.done', { room: row.roomNo, what })
      done(text, journalSeq, refresh)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(errors).every((error) => error === undefined) && !save.isPending) save.mutate()
  }
  const shown = (error: string | undefined) => (tried ? error : undefined)
  const title = t('screen.correct.title', { room: row.roomNo, name: row.name ?? t('screen.noName') })
  return (
    <form className="drawer-correct form" onSubmit={submit} aria-label={title}>
      <h3>{title}</h3>
      <div className="form-row">
        <FormField label={t('screen.correct.party')} width={84} error={shown(errors.party)}>
          <input
            className="field num"
            autoFocus
            inputMode="numeric"
            value={party}
            maxLength={3}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setParty(event.target.value)}
          />
        </FormField>
        <FormField
          label={t('screen.correct.left')}
          width={210}
          hint={t('screen.correct.leftHint', { time: clock })}
          error={shown(errors.left)}
        >
          <input
            className="field"
            value={left}
            maxLength={5}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setLeft(event.target.value)}
          />
        </FormField>
      </div>
      <FormField label={t('screen.correct.reason')} hint={t('screen.correct.reasonHint')} error={shown(errors.reason)}>
        <input
          className="field"
          value={reason}
          maxLength={limits.reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </FormField>
      {save.isError ? (
        <p className="form-error" role="alert">
          {failureText(save.error).line}
        </p>
      ) : null}
      <div className="drawer-correct-keys">
        <Button kind="primary" type="submit" hotkey="Enter" disabled={save.isPending}>
          {t('screen.correct.save')}
        </Button>
        <Button hotkey="Esc" onClick={onClose}>
          {t('screen.correct.keep')}
        </Button>
      </div>
    </form>
  )
}
