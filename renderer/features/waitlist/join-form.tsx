import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { failureOf, useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { useVenue } from '#renderer/api/venue.ts'
import { ApprovalFields, isApproval, noApproval } from '#renderer/ui/approval-fields.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { limits } from '#shared/contract/fields.ts'

/** One party more on the list; put first only with a supervisor's number, PIN and reason. */
export function JoinForm({ onClose, onJoined }: { onClose: () => void; onJoined: (id: string) => void }) {
  const { t } = useTranslation('waitlist')
  const failureText = useFailureText()
  const done = useDoneToast()
  const venue = useVenue()
  const [party, setParty] = useState('')
  const [typeCode, setTypeCode] = useState('')
  const [minutes, setMinutes] = useState('')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [jump, setJump] = useState(false)
  const [approval, setApproval] = useState(noApproval)
  const [tried, setTried] = useState(false)

  const people = Number(party)
  const errors = {
    party:
      Number.isInteger(people) && people >= 1 && people <= limits.party
        ? undefined
        : t('error.party', { max: limits.party }),
    minutes:
      minutes === '' || (Number.isInteger(Number(minutes)) && Number(minutes) >= 1 && Number(minutes) <= 1440)
        ? undefined
        : t('error.minutes'),
    phone: phone.trim() === '' || /^\+?[\d\s()-]{3,20}$/.test(phone.trim()) ? undefined : t('error.phone'),
    approval: jump && !isApproval(approval) ? t('error.approval') : undefined,
  }
  const wrong = Object.values(errors).some((error) => error !== undefined)
  const join = useMutation({
    mutationFn: () =>
      client.waitlist.join({
        party: people,
        ...(typeCode === '' ? {} : { typeCode }),
        ...(minutes === '' ? {} : { minutes: Number(minutes) }),
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
        ...(jump
          ? { approval: { staffNo: approval.staffNo.trim(), pin: approval.pin, reason: approval.reason.trim() } }
          : {}),
      }),
    onSuccess: (entry) => {
      done(t('joined', { number: entry.number, minutes: entry.quotedMinutes }), entry.journalSeq)
      onJoined(entry.id)
      onClose()
    },
  })
  useHotkeys([
    {
      id: 'join.back',
      keys: 'Escape',
      label: t('back'),
      group: t('title'),
      inFields: true,
      listed: false,
      run: onClose,
    },
  ])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!wrong && !join.isPending) join.mutate()
  }
  const shown = (error: string | undefined) => (tried ? error : undefined)
  const rejected = join.isError && failureOf(join.error).code === 'APPROVAL_REJECTED'
  return (
    <form className="side-part form" onSubmit={submit} aria-label={t('joinTitle')}>
      <h2 className="side-title">{t('joinTitle')}</h2>
      <div className="form-row">
        <FormField label={t('party')} width={90} error={shown(errors.party)}>
          <input
            className="field"
            inputMode="numeric"
            maxLength={3}
            autoFocus
            value={party}
            onChange={(event) => setParty(event.target.value)}
          />
        </FormField>
        <FormField label={t('type')} width={120}>
          <select className="field" value={typeCode} onChange={(event) => setTypeCode(event.target.value)}>
            <option value="">{t('anyType')}</option>
            {venue?.types.map((type) => (
              <option key={type.code} value={type.code}>
                {type.name}
              </option>
            ))}
          </select>
        </FormField>
        <FormField label={t('minutesField')} width={110} error={shown(errors.minutes)}>
          <input
            className="field"
            inputMode="numeric"
            maxLength={4}
            value={minutes}
            placeholder={String(venue?.policy.session.default ?? '')}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </FormField>
      </div>
      <div className="form-row">
        <FormField label={t('name')} note={t('optional')} width={150}>
          <input
            className="field"
            value={name}
            maxLength={limits.name}
            onChange={(event) => setName(event.target.value)}
          />
        </FormField>
        <FormField label={t('phone')} note={t('optional')} width={180} error={shown(errors.phone)}>
          <input
            className="field"
            inputMode="tel"
            value={phone}
            maxLength={limits.phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        </FormField>
      </div>
      <label className="check">
        <input type="checkbox" checked={jump} onChange={(event) => setJump(event.target.checked)} />
        {t('jump')}
      </label>
      {jump ? (
        <>
          <ApprovalFields
            value={approval}
            onChange={setApproval}
            error={rejected ? failureText(join.error).what : shown(errors.approval)}
          />
          <p className="form-hint">{t('jumpHint')}</p>
        </>
      ) : null}
      {join.isError && !rejected ? (
        <p className="form-error" role="alert">
          {failureText(join.error).line}
        </p>
      ) : null}
      <div className="button-row">
        <Button kind="primary" type="submit" hotkey="Enter" disabled={join.isPending}>
          {t('save')}
        </Button>
        <Button hotkey="Esc" onClick={onClose}>
          {t('back')}
        </Button>
      </div>
    </form>
  )
}
