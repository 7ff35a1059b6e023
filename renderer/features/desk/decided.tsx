import { useFailureText } from '#renderer/api/failure.ts'
import { Answer, Waiting } from './answer.tsx'
import type { WordsContext } from './answer-words.ts'
import type { Approval, Tab } from './desk-state.ts'
import { GoingWithout } from './going-without.tsx'
import type { NeedsLineProps } from './needs-line.tsx'
import { Offers } from './offers.tsx'
import { SavedCard } from './saved-card.tsx'
import { SupervisorLine } from './supervisor-line.tsx'
import type { LiveDecision } from './use-decision.ts'
import type { Hold } from './use-hold.ts'
import type { Saved } from './use-save.ts'

interface DecidedProps {
  readonly tab: Tab
  readonly live: LiveDecision
  readonly saved?: Saved
  readonly words: WordsContext
  readonly hold?: Hold
  readonly problem?: string
  readonly busy: boolean
  readonly needs: NeedsLineProps
  readonly onTake: (offer: LiveDecision['offers'][number] | undefined) => void
  readonly onConfirm: () => void
  readonly onGoWithout: () => void
  readonly onSupervisor: () => void
  readonly onApprove: (approval: Approval) => void
  readonly onGone: () => void
  readonly onBack: () => void
}

/** Answer and offers in one block of 384, always: nothing jumps while someone types. */
export function Decided(props: DecidedProps) {
  const { tab, live, saved, words, problem, busy } = props
  const { decision, request, offers, error } = live
  const failureText = useFailureText()
  const { t } = words
  if (saved) return <SavedCard saved={saved} words={words} />
  if (error && !decision)
    return (
      <p className="answer answer-warn answer-failed" role="alert">
        {failureText(error).line}
      </p>
    )
  if (!decision || !request) return <Waiting />
  return (
    <>
      <Answer
        decision={decision}
        taken={tab.taken}
        stale={live.stale}
        words={words}
        hold={props.hold}
        needs={props.needs}
        busy={busy}
        problem={tab.asking === 'supervisor' ? undefined : problem}
        onConfirm={props.onConfirm}
        onGoWithout={props.onGoWithout}
        onSupervisor={props.onSupervisor}
        onBack={props.onBack}
      />
      {tab.asking === 'goingWithout' ? (
        <GoingWithout
          decision={decision}
          request={request}
          draft={tab.draft}
          onDone={props.onGone}
          onBack={props.onBack}
        />
      ) : tab.asking === 'supervisor' ? (
        <SupervisorLine
          title={t('approval.title')}
          explains={t(tab.queueJump ? 'approval.jump' : 'approval.lifts')}
          deposit={props.needs.terms.needs.includes('deposit') ? (props.needs.terms.deposit ?? 0) : undefined}
          paid={tab.answers.deposit ?? ''}
          onPaid={(deposit) => props.needs.onAnswer({ deposit })}
          problem={problem}
          busy={busy}
          onApprove={props.onApprove}
          onBack={props.onBack}
        />
      ) : (
        <Offers decision={decision} offers={offers} taken={tab.taken} words={words} onTake={props.onTake} />
      )}
    </>
  )
}
