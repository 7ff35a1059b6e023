import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { mayApprove, useSession } from '#renderer/api/session-store.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { limits } from '#shared/contract/fields.ts'
import { type CardAct, type CardTier, cardTiers, possibleActs } from '#shared/domain/members/card-life.ts'
import { cardNoInGroups } from '#shared/domain/members/card-number.ts'
import type { CardLife, CardView } from './card-words.ts'
import { useCardFailure } from './use-card-failure.ts'

type StaffAct = Exclude<CardAct, 'expire'>

const keys: Record<StaffAct, string> = {
  renew: 'R',
  freeze: 'F',
  unfreeze: 'U',
  reportLost: 'L',
  replace: 'B',
  changeTier: 'T',
}
/** What the desk may do itself; the rest is a supervisor's. */
const deskActs: readonly CardAct[] = ['reportLost']

interface Given {
  readonly note?: string
  readonly tier?: CardTier
}

/** The acts that may follow from a card's state, each with its key: some at once, some with a word more. */
export function CardActs({
  card,
  onCard,
  onDone,
}: {
  card: CardLife
  onCard: (cardNo: string) => void
  onDone: () => void
}) {
  const { t } = useTranslation('members')
  const failureText = useCardFailure()
  const done = useDoneToast()
  const queries = useQueryClient()
  const session = useSession()
  const supervises = session !== undefined && mayApprove(session.staff.role)
  const [asking, setAsking] = useState<StaffAct>()
  const acts = possibleActs(card.state).filter((act): act is StaffAct => act !== 'expire')
  const mine = acts.filter((act) => supervises || deskActs.includes(act))

  const run = useMutation({
    mutationFn: ({ act, given }: { act: StaffAct; given: Given }): Promise<CardView> => {
      const { note = '', tier = card.tier } = given
      const input = { cardNo: card.cardNo, version: card.version, ...(note === '' ? {} : { note }) }
      if (act === 'changeTier') return client.card.changeTier({ ...input, tier })
      if (act === 'freeze') return client.card.freeze({ ...input, note })
      return client.card[act](input)
    },
    onSuccess: (after, { act }) => {
      setAsking(undefined)
      // What may follow is known at once; what was written down comes with the next answer.
      if (act !== 'replace')
        queries.setQueryData(api.card.find.queryKey({ input: { cardNo: card.cardNo } }), { ...card, ...after })
      done(
        t(`done.${act}`, {
          cardNo: cardNoInGroups(after.cardNo),
          date: after.validUntil,
          tier: t(`tier.${after.tier}`),
        }),
        // A new card has been handed over: there is no way back.
        act === 'replace' ? undefined : after.journalSeq,
        onDone,
      )
      if (act === 'replace') onCard(after.cardNo)
      else onDone()
    },
  })
  const start = (act: StaffAct) => {
    run.reset()
    if (act === 'renew' || act === 'unfreeze') run.mutate({ act, given: {} })
    else setAsking(asking === act ? undefined : act)
  }
  useHotkeys([
    ...(Object.keys(keys) as StaffAct[]).map((act) => ({
      id: `card.${act}`,
      keys: keys[act],
      label: t(`act.${act}`),
      group: t('sheet'),
      enabled: mine.includes(act) && asking === undefined && !run.isPending,
      run: () => start(act),
    })),
    {
      id: 'card.keep',
      keys: 'Escape',
      label: t('keep'),
      group: t('sheet'),
      inFields: true,
      listed: false,
      enabled: asking !== undefined,
      run: () => setAsking(undefined),
    },
  ])
  if (card.state === 'replaced' || card.state === 'expired')
    return <p className="side-part quiet">{t(`dead.${card.state}`)}</p>
  const confirm = (given: Given) => asking && !run.isPending && run.mutate({ act: asking, given })
  return (
    <>
      <div className="side-part members-acts">
        {mine.length > 0 ? (
          <div className="button-row">
            {mine.map((act) => (
              <Button
                key={act}
                hotkey={keys[act]}
                aria-expanded={act === 'renew' || act === 'unfreeze' ? undefined : asking === act}
                disabled={run.isPending}
                onClick={() => start(act)}
              >
                {t(`act.${act}`)}
              </Button>
            ))}
          </div>
        ) : null}
        {supervises ? null : <p className="form-hint">{t('supervisorOnly')}</p>}
        {run.isError ? (
          <p className="form-error" role="alert">
            {failureText(run.error)}
          </p>
        ) : null}
      </div>
      {asking === 'freeze' || asking === 'reportLost' ? (
        <NoteForm act={asking} onKeep={() => setAsking(undefined)} onConfirm={confirm} />
      ) : null}
      {asking === 'changeTier' ? (
        <TierForm tier={card.tier} onKeep={() => setAsking(undefined)} onConfirm={confirm} />
      ) : null}
      {asking === 'replace' ? (
        <ReplaceDialog cardNo={card.cardNo} onKeep={() => setAsking(undefined)} onConfirm={confirm} />
      ) : null}
    </>
  )
}

interface AskProps {
  onKeep: () => void
  onConfirm: (given: Given) => void
}

/** Freezing wants a reason, a loss may have a note. */
function NoteForm({ act, onKeep, onConfirm }: AskProps & { act: 'freeze' | 'reportLost' }) {
  const { t } = useTranslation('members')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const freezes = act === 'freeze'
  const missing = freezes && note.trim() === ''
  const words = freezes ? 'freeze' : 'lost'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!missing) onConfirm({ note: note.trim() })
  }
  return (
    <form className="side-part form" onSubmit={submit} aria-label={t(`${words}.title`)}>
      <h3>{t(`${words}.title`)}</h3>
      <FormField
        label={freezes ? t('freeze.reason') : t('note')}
        note={freezes ? undefined : t('optional')}
        hint={t(`${words}.hint`)}
        error={tried && missing ? t('freeze.reasonMissing') : undefined}
      >
        <input
          className="field"
          autoFocus
          value={note}
          maxLength={limits.reason}
          onChange={(event) => setNote(event.target.value)}
        />
      </FormField>
      <div className="button-row">
        <Button kind="primary" type="submit" hotkey="Enter">
          {t(`${words}.confirm`)}
        </Button>
        <Button hotkey="Esc" onClick={onKeep}>
          {t('keep')}
        </Button>
      </div>
    </form>
  )
}

function TierForm({ tier, onKeep, onConfirm }: AskProps & { tier: CardTier }) {
  const { t } = useTranslation('members')
  const to = cardTiers.find((one) => one !== tier) ?? tier
  const [note, setNote] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onConfirm({ tier: to, note: note.trim() })
  }
  return (
    <form className="side-part form" onSubmit={submit} aria-label={t('changeTier.title')}>
      <h3>
        {t(`tier.${tier}`)} → {t(`tier.${to}`)}
      </h3>
      <FormField label={t('note')} note={t('optional')}>
        <input
          className="field"
          autoFocus
          value={note}
          maxLength={limits.reason}
          onChange={(event) => setNote(event.target.value)}
        />
      </FormField>
      <div className="button-row">
        <Button kind="primary" type="submit" hotkey="Enter">
          {t('changeTier.confirm', { tier: t(`tier.${to}`) })}
        </Button>
        <Button hotkey="Esc" onClick={onKeep}>
          {t('keep')}
        </Button>
      </div>
    </form>
  )
}

/** The one act that cannot be taken back is asked about. */
function ReplaceDialog({ cardNo, onKeep, onConfirm }: AskProps & { cardNo: string }) {
  const { t } = useTranslation('members')
  const [note, setNote] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onConfirm({ note: note.trim() })
  }
  return (
    <Dialog title={t('replace.title')} onClose={onKeep}>
      <form className="form" onSubmit={submit}>
        <p>{t('replace.warn', { cardNo: cardNoInGroups(cardNo) })}</p>
        <FormField label={t('note')} note={t('optional')}>
          <input
            className="field"
            autoFocus
            value={note}
            maxLength={limits.reason}
            onChange={(event) => setNote(event.target.value)}
          />
        </FormField>
        <div className="dialog-foot">
          <Button hotkey="Esc" onClick={onKeep}>
            {t('replace.back')}
          </Button>
          <Button kind="primary" type="submit" hotkey="Enter">
            {t('replace.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
