import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { failureOf, useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { ApprovalFields, isApproval, noApproval } from '#renderer/ui/approval-fields.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { handChannels, longestLine } from '#shared/contract/coupon.ts'
import { limits } from '#shared/contract/fields.ts'
import type { CouponAct } from '#shared/domain/coupons/coupon-batch.ts'
import { type HandChannel, type SheetView, useCouponFailure } from './coupon-words.ts'
import { SerialsPreview } from './serials-preview.tsx'

/** 盖印, 发放 or 作废 of typed ranges; how many, and which are left out and why, stands there before Enter. */
export function ActForm({
  batch,
  act,
  serials: given,
  onClose,
}: {
  batch: SheetView
  act: CouponAct
  serials: string
  onClose: () => void
}) {
  const { t } = useTranslation('coupons')
  const couponFailure = useCouponFailure()
  const failureText = useFailureText()
  const done = useDoneToast()
  const [serials, setSerials] = useState(given)
  const [stamp, setStamp] = useState(batch.moves.find((move) => move.act === 'stamp')?.stamp ?? '')
  const [person, setPerson] = useState('')
  const [channel, setChannel] = useState<HandChannel>('desk')
  const [approval, setApproval] = useState(noApproval)
  const [tried, setTried] = useState(false)
  const line = useDeferredValue(serials.trim())
  const preview = useQuery({
    ...api.coupon.preview.queryOptions({ input: { id: batch.id, act, serials: line } }),
    enabled: line !== '',
    placeholderData: keepPreviousData,
  })
  const shown = line === '' ? undefined : preview.data
  // What is known to be refused is not sent; what is not known yet the core judges.
  const isRefused =
    shown !== undefined && !preview.isPlaceholderData && (shown.refusedCount > 0 || shown.problems.length > 0)
  const errors = {
    stamp: act === 'stamp' && stamp.trim() === '' ? t('error.stamp') : undefined,
    person: act === 'hand' && person.trim() === '' ? t('error.person') : undefined,
    approval: act === 'void' && !isApproval(approval) ? t('error.approval') : undefined,
  }
  const wrong = Object.values(errors).some((error) => error !== undefined)
  const run = useMutation({
    mutationFn: () => {
      const input = { id: batch.id, serials: serials.trim() }
      if (act === 'stamp') return client.coupon.stamp({ ...input, stamp: stamp.trim() })
      if (act === 'hand') return client.coupon.hand({ ...input, person: person.trim(), channel })
      const reason = approval.reason.trim()
      return client.coupon.void({
        ...input,
        reason,
        approval: { staffNo: approval.staffNo.trim(), pin: approval.pin, reason },
      })
    },
    onSuccess: (after) => {
      done(t(`done.${act}`, after.moved), after.journalSeq)
      onClose()
    },
  })
  useHotkeys([
    {
      id: 'coupons.actBack',
      keys: 'Escape',
      label: t('form.back'),
      group: t('title'),
      inFields: true,
      listed: false,
      run: onClose,
    },
  ])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (serials.trim() !== '' && !wrong && !isRefused && !run.isPending) run.mutate()
  }
  const said = (error: string | undefined) => (tried ? error : undefined)
  const rejected = run.isError && failureOf(run.error).code === 'APPROVAL_REJECTED'
  const count = shown?.allowedCount ?? 0
  return (
    <form className="side-part form" onSubmit={submit} aria-label={t(`act.${act}`)}>
      <h2>{t(`act.${act}`)}</h2>
      <FormField label={t('form.line')} hint={t('form.lineHint')}>
        <input
          className="field"
          autoFocus
          value={serials}
          maxLength={longestLine}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setSerials(event.target.value)}
        />
      </FormField>
      {shown ? <SerialsPreview preview={shown} onOnly={() => setSerials(shown.allowed)} /> : null}
      {act === 'stamp' ? (
        <FormField label={t('form.stamp')} width={200} error={said(errors.stamp)}>
          <input className="field" value={stamp} maxLength={20} onChange={(event) => setStamp(event.target.value)} />
        </FormField>
      ) : act === 'hand' ? (
        <div className="form-row">
          <FormField label={t('form.person')} width={170} error={said(errors.person)}>
            <input
              className="field"
              value={person}
              maxLength={limits.name}
              onChange={(event) => setPerson(event.target.value)}
            />
          </FormField>
          <FormField label={t('form.channel')} width={130}>
            <select
              className="field"
              value={channel}
              onChange={(event) => setChannel(handChannels.find((one) => one === event.target.value) ?? 'desk')}
            >
              {handChannels.map((one) => (
                <option key={one} value={one}>
                  {t(`channel.${one}`)}
                </option>
              ))}
            </select>
          </FormField>
        </div>
      ) : (
        <ApprovalFields
          value={approval}
          onChange={setApproval}
          error={rejected ? failureText(run.error).what : said(errors.approval)}
        />
      )}
      {run.isError && !rejected ? (
        <p className="form-error" role="alert">
          {couponFailure(run.error)}
        </p>
      ) : null}
      <div className="button-row">
        <Button kind="primary" type="submit" hotkey="Enter" disabled={isRefused || run.isPending || line === ''}>
          {count > 0 ? t(`confirm.${act}`, { count }) : t('confirm.none')}
        </Button>
        <Button hotkey="Esc" onClick={onClose}>
          {t('form.back')}
        </Button>
      </div>
    </form>
  )
}
