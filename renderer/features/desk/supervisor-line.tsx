import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayApprove, useSession } from '#renderer/api/session-store.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Key } from '#renderer/ui/key.tsx'
import { limits } from '#shared/contract/fields.ts'
import type { Approval } from './desk-state.ts'

const firstEmpty = (form: HTMLFormElement | null): HTMLInputElement | undefined =>
  [...(form?.querySelectorAll<HTMLInputElement>('input') ?? [])].find((input) => input.value.trim() === '')

/** A supervisor approves at the desk: number, PIN and the reason that goes into the ledger. */
export function SupervisorLine({
  title,
  explains,
  deposit,
  paid,
  onPaid,
  problem,
  busy,
  onApprove,
  onBack,
}: {
  title: string
  explains: string
  /** Cents due besides the approval; none when nothing is. */
  deposit?: number
  paid: string
  onPaid: (typed: string) => void
  problem?: string
  busy: boolean
  onApprove: (approval: Approval) => void
  onBack: () => void
}) {
  const { t } = useTranslation(['desk', 'common'])
  const session = useSession()
  const own = session && mayApprove(session.staff.role) ? session.staff.staffNo : ''
  const [approval, setApproval] = useState<Approval>({ staffNo: own, pin: '', reason: '' })
  const form = useRef<HTMLFormElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: again when the answer asks for a deposit
  useEffect(() => firstEmpty(form.current)?.focus(), [deposit])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const empty = firstEmpty(form.current)
    if (empty) empty.focus()
    else onApprove({ ...approval, reason: approval.reason.trim() })
  }
  const field = (name: keyof Approval, max: number, type = 'text') => (
    <label className="need">
      {t(`approval.${name}`)}
      <input
        className={`field approval-${name}`}
        type={type}
        maxLength={max}
        autoComplete="off"
        value={approval[name]}
        onChange={(event) => setApproval({ ...approval, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <form
      ref={form}
      className="offers approval"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onBack()
      }}
    >
      <div className="offers-head">
        <b>{title}</b>
        <span className="quiet">{explains}</span>
        <span className="quiet offers-key-note">
          <Key name="Esc" /> {t('back')}
        </span>
      </div>
      <div className="approval-fields">
        {field('staffNo', 12)}
        {field('pin', limits.pin, 'password')}
        {field('reason', limits.reason)}
        {deposit === undefined ? null : (
          <label className="need">
            {t('need.deposit')}
            <input
              data-need="deposit"
              className="field need-money"
              inputMode="decimal"
              value={paid}
              placeholder={String(deposit / 100)}
              maxLength={9}
              onChange={(event) => onPaid(event.target.value)}
            />
          </label>
        )}
      </div>
      <p className="bad approval-problem" role="alert">
        {problem}
      </p>
      <Button kind="primary" type="submit" hotkey="Enter" disabled={busy}>
        {t('approval.approve')}
      </Button>
    </form>
  )
}
