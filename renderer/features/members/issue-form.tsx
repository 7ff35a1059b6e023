import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { failureOf, useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { maskedPhone } from '#renderer/ui/mask.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { limits } from '#shared/contract/fields.ts'
import { type CardTier, cardTiers, validThrough } from '#shared/domain/members/card-life.ts'
import { cardNoInGroups } from '#shared/domain/members/card-number.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { type CustomerView, personWords } from './card-words.ts'
import { CustomerPicker } from './customer-picker.tsx'
import { useCardFailure } from './use-card-failure.ts'

/** 发卡: to whom, does he hold one already, which tier. */
export function IssueForm({
  customerId,
  onClose,
  onCard,
}: {
  customerId: string | undefined
  onClose: () => void
  onCard: (cardNo: string) => void
}) {
  const { t } = useTranslation('members')
  const [chosen, setChosen] = useState(customerId === undefined ? undefined : { id: customerId, phoneTaken: false })
  return (
    <section className="side-part form" aria-label={t('issue.title')}>
      <div className="members-side-head">
        <h2>{t('issue.title')}</h2>
        <Button kind="quiet" className="button-small" hotkey="Esc" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      {chosen === undefined ? (
        <CustomerPicker
          label={t('issue.find')}
          hint={t('issue.findHint')}
          onChoose={({ id }) => setChosen({ id, phoneTaken: false })}
          none={(typed) => <NewCustomer typed={typed} onMade={setChosen} />}
        />
      ) : (
        <IssueTo
          key={chosen.id}
          customerId={chosen.id}
          phoneTaken={chosen.phoneTaken}
          onAnother={() => setChosen(undefined)}
          onCard={onCard}
        />
      )}
    </section>
  )
}

/** A guest without a file gets one, unless his phone is somebody's already: then that one is meant. */
function NewCustomer({
  typed,
  onMade,
}: {
  typed: string
  onMade: (made: { readonly id: string; readonly phoneTaken: boolean }) => void
}) {
  const { t } = useTranslation('members')
  const failureText = useFailureText()
  const isNumber = /^[\d\s+-]+$/.test(typed)
  const [name, setName] = useState(isNumber ? '' : typed.slice(0, limits.name))
  const [phone, setPhone] = useState(isNumber ? typed.slice(0, limits.phone) : '')
  const create = useMutation({
    mutationFn: () => client.customer.create({ name: name.trim(), phones: [phone.trim()] }),
    onSuccess: ({ id }) => onMade({ id, phoneTaken: false }),
    onError: (error) => {
      const { details } = failureOf(error)
      const current = details.current as Partial<CustomerView> | undefined
      if (details.why === 'phoneTaken' && current?.id !== undefined) onMade({ id: current.id, phoneTaken: true })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '' && phone.trim() !== '' && !create.isPending) create.mutate()
  }
  return (
    <form className="form" onSubmit={submit} aria-label={t('issue.create')}>
      <p className="quiet">{t('issue.none', { q: typed })}</p>
      <div className="form-row">
        <FormField label={t('issue.newName')} width={150}>
          <input
            className="field"
            value={name}
            maxLength={limits.name}
            onChange={(event) => setName(event.target.value)}
          />
        </FormField>
        <FormField label={t('issue.newPhone')} width={170}>
          <input
            className="field"
            inputMode="tel"
            value={phone}
            maxLength={limits.phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        </FormField>
      </div>
      {create.isError ? (
        <p className="form-error" role="alert">
          {failureText(create.error).line}
        </p>
      ) : null}
      <div>
        <Button type="submit" kind="primary" hotkey="Enter" disabled={name.trim() === '' || phone.trim() === ''}>
          {t('issue.create')}
        </Button>
      </div>
    </form>
  )
}

function IssueTo({
  customerId,
  phoneTaken,
  onAnother,
  onCard,
}: {
  customerId: string
  /** The phone typed for a new file was this one's. */
  phoneTaken: boolean
  onAnother: () => void
  onCard: (cardNo: string) => void
}) {
  const { t } = useTranslation('members')
  const failureText = useFailureText()
  const cardFailure = useCardFailure()
  const done = useDoneToast()
  const queries = useQueryClient()
  const today = businessDateOf(useNow(60_000), useTimeReading())
  const found = useQuery(api.customer.find.queryOptions({ input: { id: customerId } }))
  const checked = useQuery(api.card.check.queryOptions({ input: { customerId } }))
  const [tier, setTier] = useState<CardTier>()
  const [note, setNote] = useState('')
  const issue = useMutation({
    mutationFn: (wanted: CardTier) =>
      client.card.issue({ customerId, tier: wanted, ...(note.trim() === '' ? {} : { note: note.trim() }) }),
    onSuccess: (card) => {
      void queries.invalidateQueries({ queryKey: api.card.key() })
      done(
        t('done.issue', {
          name: card.customer.name,
          tier: t(`tier.${card.tier}`),
          cardNo: cardNoInGroups(card.cardNo),
        }),
        card.journalSeq,
        () => void queries.invalidateQueries({ queryKey: api.card.key() }),
      )
      onCard(card.cardNo)
    },
  })
  if (found.isPending || checked.isPending) return <LoadingState />
  const error = found.error ?? checked.error
  if (found.isError || checked.isError)
    return <ErrorState {...failureText(error)} onRetry={() => void found.refetch()} />
  const customer = found.data
  const held = checked.data.card
  const wanted = tier ?? customer.vipTier ?? 'silver'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!held && !issue.isPending) issue.mutate(wanted)
  }
  return (
    <form className="form" onSubmit={submit} aria-label={t('issue.title')}>
      <div className="members-chosen">
        <span>
          <b>{personWords(customer)}</b> <span className="quiet">{maskedPhone(customer.phones[0] ?? '')}</span>
        </span>
        <Button kind="quiet" className="button-small" onClick={onAnother}>
          {t('issue.another')}
        </Button>
      </div>
      {phoneTaken ? <p className="warn small">{t('issue.phoneTaken')}</p> : null}
      {held ? (
        <div className="note-box note-box-bad members-held" role="alert">
          <p>{t('refused.hasCard', { cardNo: cardNoInGroups(held.cardNo) })}</p>
          <Button autoFocus onClick={() => onCard(held.cardNo)}>
            {t('issue.open', { cardNo: cardNoInGroups(held.cardNo) })}
          </Button>
        </div>
      ) : (
        <>
          <Duplicates people={checked.data.sameName} onCard={onCard} />
          {customer.vipTier ? (
            <p className="form-hint">{t('issue.marked', { tier: t(`tier.${customer.vipTier}`) })}</p>
          ) : null}
          <fieldset className="members-tiers">
            <legend>{t('issue.tier')}</legend>
            {cardTiers.map((one) => (
              <label key={one} className="check">
                <input
                  type="radio"
                  name="tier"
                  value={one}
                  autoFocus={one === wanted}
                  checked={one === wanted}
                  onChange={() => setTier(one)}
                />
                {t(`tier.${one}`)}
              </label>
            ))}
            <span className="form-hint">{t('issue.until', { date: validThrough(today) })}</span>
          </fieldset>
          <FormField label={t('note')} note={t('optional')}>
            <input
              className="field"
              value={note}
              maxLength={limits.reason}
              onChange={(event) => setNote(event.target.value)}
            />
          </FormField>
          {issue.isError ? (
            <p className="form-error" role="alert">
              {cardFailure(issue.error)}
            </p>
          ) : null}
          <div>
            <Button kind="primary" type="submit" hotkey="Enter" disabled={issue.isPending}>
              {t('issue.confirm')}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}

type Namesake = Awaited<ReturnType<typeof client.card.check>>['sameName'][number]

/** The check for duplicates, shown: others of this name, and whether they hold a card (flow 25). */
function Duplicates({ people, onCard }: { people: readonly Namesake[]; onCard: (cardNo: string) => void }) {
  const { t } = useTranslation('members')
  const holders = people.flatMap((person) => (person.card ? [{ ...person, card: person.card }] : []))
  const others = people.length - holders.length
  if (people.length === 0) return <p className="good small">{t('issue.clear')}</p>
  return (
    <div className={holders.length > 0 ? 'note-box note-box-warn' : 'note-box'}>
      {holders.length > 0 ? <p>{t('issue.duplicate')}</p> : null}
      <ul>
        {holders.map((person) => (
          <li key={person.id}>
            <b>{personWords(person)}</b> {maskedPhone(person.phone)} ·{' '}
            <button type="button" className="members-link" onClick={() => onCard(person.card.cardNo)}>
              {cardNoInGroups(person.card.cardNo)}
            </button>{' '}
            {t(`tier.${person.card.tier}`)} {t(`state.${person.card.state}`)}
          </li>
        ))}
      </ul>
      {others > 0 ? <p className="quiet">{t('issue.namesakes', { count: others })}</p> : null}
    </div>
  )
}
