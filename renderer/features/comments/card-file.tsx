import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useSession } from '#renderer/api/session-store.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { maskedName } from '#renderer/ui/mask.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { clockWords, dateWords, momentWords } from '#renderer/ui/time-words.ts'
import { UnmaskForm } from '#renderer/ui/unmask-form.tsx'
import { commentItems } from '#shared/domain/feedback/scores.ts'
import { CardForm } from './card-form.tsx'
import { type CommentView, useSupervises, useTypeName } from './use-comments.ts'

/** One card beside the list: scores, the guest's words, the party; numbers masked until someone says why he needs them. */
export function CardFile({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['comments', 'common'])
  const failureText = useFailureText()
  const done = useDoneToast()
  const session = useSession()
  const supervises = useSupervises()
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string>()
  const found = useQuery(api.comment.find.queryOptions({ input: { id } }))
  const whole = useQuery({
    ...api.comment.find.queryOptions({ input: { id, ...(said !== undefined && { unmask: said }) } }),
    enabled: said !== undefined,
    // What was unmasked for a reason is not kept for the next one who looks.
    gcTime: 0,
  })
  const card = said !== undefined && whole.data ? whole.data : found.data
  const mayChange = card?.active === true && (supervises || card.enteredBy === session?.staff.staffNo)
  const hasNumber = card?.phone !== undefined || /•/.test(`${card?.words ?? ''}${card?.contact ?? ''}`)
  const takeBack = useMutation({
    mutationFn: (one: CommentView) => client.comment.takeBack({ id: one.id, version: one.version }),
    onSuccess: (after) => {
      done(t('takenBack', { room: after.roomNo ?? t('noRoom') }), after.journalSeq)
      onClose()
    },
  })
  const group = t('title')
  useHotkeys([
    {
      id: 'comment.edit',
      keys: 'E',
      label: t('edit'),
      group,
      enabled: mayChange && !editing,
      run: () => setEditing(true),
    },
    {
      id: 'comment.unmask',
      keys: 'U',
      label: t('common:unmask.act'),
      group,
      enabled: hasNumber && said === undefined && !editing,
      run: () => setAsking(true),
    },
  ])
  if (found.isPending) return <LoadingState />
  if (found.isError || card === undefined)
    return <ErrorState {...failureText(found.error)} onRetry={() => void found.refetch()} />
  if (editing) return <CardForm card={found.data} onClose={() => setEditing(false)} />
  const failed = [takeBack, whole].find((one) => one.isError)
  return (
    <>
      <header className="card-head">
        <CardHead card={card} />
        <div className="button-row">
          {mayChange ? (
            <Button hotkey="E" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          ) : null}
          {hasNumber && said === undefined ? (
            <Button hotkey="U" aria-expanded={asking} onClick={() => setAsking(!asking)}>
              {t('common:unmask.act')}
            </Button>
          ) : null}
          {mayChange && card.proposal?.state !== 'accepted' ? (
            <Button disabled={takeBack.isPending} onClick={() => takeBack.mutate(found.data)}>
              {t('takeBackCard')}
            </Button>
          ) : null}
          <Button kind="quiet" hotkey="Esc" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
        {asking ? (
          <UnmaskForm
            onSaid={(reason) => {
              setSaid(reason)
              setAsking(false)
            }}
          />
        ) : null}
        {failed ? (
          <p className="form-error" role="alert">
            {failureText(failed.error).line}
          </p>
        ) : null}
      </header>
      <CardFacts card={card} />
    </>
  )
}

function CardHead({ card }: { card: CommentView }) {
  const { t } = useTranslation('comments')
  const { language } = useTimeReading()
  const typeName = useTypeName()
  return (
    <>
      <h2>
        {card.roomNo ?? t('noRoom')} <span className="card-date">{dateWords(card.date, language)}</span>
        {card.proposal ? (
          <span className={card.proposal.state === 'open' ? 'tag tag-bad' : 'tag'}>
            {t(`proposal.${card.proposal.state}`)}
          </span>
        ) : null}
      </h2>
      <p className="quiet">
        {[card.typeCode && typeName(card.typeCode), card.floor && t('floor', { floor: card.floor }), card.shift]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}

function CardFacts({ card }: { card: CommentView }) {
  const { t } = useTranslation('comments')
  const reading = useTimeReading()
  const now = useNow(60_000)
  const { stay, proposal } = card
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('column.contact'), card.contact],
    [t('column.phone'), card.phone],
    [
      t('column.stay'),
      stay &&
        [
          clockWords(Date.parse(stay.start), reading),
          stay.name && maskedName(stay.name),
          t('people', { count: stay.party }),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [
      t('decided'),
      proposal?.by &&
        [
          t(`proposal.${proposal.state}`),
          proposal.byName ?? proposal.by,
          proposal.at && momentWords(Date.parse(proposal.at), now, reading),
          proposal.note,
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [
      t('enteredBy'),
      `${card.enteredByName ?? card.enteredBy} · ${momentWords(Date.parse(card.enteredAt), now, reading)}`,
    ],
  ]
  return (
    <>
      <dl className="card-scores">
        {commentItems.map((item) => (
          <div key={item}>
            <dt>{t(`item.${item}`)}</dt>
            <dd data-score={card.scores[item] ?? undefined}>{card.scores[item] ?? '–'}</dd>
          </div>
        ))}
      </dl>
      {card.words === undefined ? null : <blockquote className="side-part card-words">{card.words}</blockquote>}
      <div className="side-part">
        <dl className="facts">
          {facts.flatMap(([name, value]) =>
            value === undefined || value === ''
              ? []
              : [<dt key={name}>{name}</dt>, <dd key={`${name}-value`}>{value}</dd>],
          )}
        </dl>
      </div>
    </>
  )
}
