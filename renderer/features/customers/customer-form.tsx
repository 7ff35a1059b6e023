import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { mayApprove, useSession } from '#renderer/api/session-store.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { limits } from '#shared/contract/fields.ts'
import { type CustomerView, phonesOf, tagsOf } from './customer-words.ts'

/** Makes or changes a customer's file. Card and block are a supervisor's to set. */
export function CustomerForm({
  customer,
  onClose,
  onSaved,
}: {
  customer?: CustomerView
  onClose: () => void
  onSaved: (customer: CustomerView) => void
}) {
  const { t } = useTranslation('customers')
  const failureText = useFailureText()
  const queries = useQueryClient()
  const done = useDoneToast()
  const session = useSession()
  const supervises = session !== undefined && mayApprove(session.staff.role)
  const [name, setName] = useState(customer?.name ?? '')
  const [title, setTitle] = useState(customer?.title ?? '')
  const [phones, setPhones] = useState('')
  const [tier, setTier] = useState<'silver' | 'gold' | ''>(customer?.vipTier ?? '')
  const [blocked, setBlocked] = useState(customer?.flags.includes('blocked') ?? false)
  const [tags, setTags] = useState(customer?.tags.join('、') ?? '')
  const [notes, setNotes] = useState(customer?.notes ?? '')
  const [tried, setTried] = useState(false)

  const typedPhones = phonesOf(phones)
  const phonesRight = typedPhones.length <= 5 && typedPhones.every((phone) => /^\+?[\d\s()-]{3,20}$/.test(phone))
  const errors = {
    name: name.trim() === '' ? t('error.name', { max: limits.name }) : undefined,
    phones: phonesRight && (customer !== undefined || typedPhones.length > 0) ? undefined : t('error.phones'),
  }
  const wrong = Object.values(errors).some((error) => error !== undefined)
  const details = {
    name: name.trim(),
    ...(title.trim() === '' && customer?.title === undefined ? {} : { title: title.trim() }),
    ...(notes.trim() === '' && customer?.notes === undefined ? {} : { notes: notes.trim() }),
    tags: tagsOf(tags),
    // While a card stands for the customer, the card says the tier.
    ...(supervises && !customer?.card ? { vipTier: tier === '' ? null : tier } : {}),
    ...(supervises ? { flags: blocked ? (['blocked'] as const).slice() : [] } : {}),
  }
  const save = useMutation({
    mutationFn: () =>
      customer === undefined
        ? client.customer.create({ ...details, phones: typedPhones })
        : client.customer.change({
            ...details,
            id: customer.id,
            version: customer.version,
            ...(typedPhones.length > 0 ? { phones: typedPhones } : {}),
          }),
    onSuccess: (saved) => {
      void queries.invalidateQueries({ queryKey: api.customer.key() })
      done(t(customer === undefined ? 'created' : 'saved', { name: saved.name }), saved.journalSeq)
      onSaved(saved)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!wrong && !save.isPending) save.mutate()
  }
  const shown = (error: string | undefined) => (tried ? error : undefined)
  return (
    <form className="side-part form" onSubmit={submit} aria-label={customer === undefined ? t('create') : t('edit')}>
      <h2>{customer === undefined ? t('create') : t('edit')}</h2>
      <div className="form-row">
        <FormField label={t('form.name')} width={190} error={shown(errors.name)}>
          <input
            className="field"
            autoFocus
            value={name}
            maxLength={limits.name}
            onChange={(event) => setName(event.target.value)}
          />
        </FormField>
        <FormField label={t('form.title')} width={140} hint={t('form.titleHint')}>
          <input
            className="field"
            value={title}
            maxLength={limits.title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </FormField>
      </div>
      <FormField
        label={t('form.phones')}
        hint={customer === undefined ? t('form.phonesHint') : t('form.phonesKeep')}
        error={shown(errors.phones)}
      >
        <textarea className="field" rows={2} value={phones} onChange={(event) => setPhones(event.target.value)} />
      </FormField>
      <div className="form-row">
        <FormField
          label={t('form.tier')}
          width={140}
          hint={customer?.card ? t('form.cardDecides') : supervises ? undefined : t('form.supervisorOnly')}
        >
          <select
            className="field"
            value={tier}
            disabled={!supervises || customer?.card !== undefined}
            onChange={(event) =>
              setTier(event.target.value === 'gold' ? 'gold' : event.target.value === 'silver' ? 'silver' : '')
            }
          >
            <option value="">{t('tier.none')}</option>
            <option value="silver">{t('tier.silver')}</option>
            <option value="gold">{t('tier.gold')}</option>
          </select>
        </FormField>
        <label className="check customer-block">
          <input
            type="checkbox"
            checked={blocked}
            disabled={!supervises}
            onChange={(event) => setBlocked(event.target.checked)}
          />
          {t('form.blocked')}
        </label>
      </div>
      <FormField label={t('form.tags')} hint={t('form.tagsHint')}>
        <input className="field" value={tags} maxLength={200} onChange={(event) => setTags(event.target.value)} />
      </FormField>
      <FormField label={t('form.notes')}>
        <textarea
          className="field"
          rows={3}
          value={notes}
          maxLength={limits.notes}
          onChange={(event) => setNotes(event.target.value)}
        />
      </FormField>
      {save.isError ? (
        <p className="form-error" role="alert">
          {failureText(save.error).line}
        </p>
      ) : null}
      <div className="button-row">
        <Button kind="primary" type="submit" hotkey="Enter" disabled={save.isPending}>
          {t('form.save')}
        </Button>
        <Button hotkey="Esc" onClick={onClose}>
          {t('form.back')}
        </Button>
      </div>
    </form>
  )
}
