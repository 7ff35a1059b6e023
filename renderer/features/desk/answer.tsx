import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Key } from '#renderer/ui/key.tsx'
import { money } from '#renderer/ui/money-words.ts'
import { StateChip } from '#renderer/ui/state-chip.tsx'
import { clockWords, countdown, lengthWords, minutesBetween, spanWords } from '#renderer/ui/time-words.ts'
import type { DecisionView, OfferView } from '#shared/contract/decision.ts'
import {
  blockerWords,
  offerName,
  offerTime,
  otherTypesFree,
  typeName,
  type WordsContext,
  whyWords,
} from './answer-words.ts'
import { placeInLine } from './needs.ts'
import { NeedsLine, type NeedsLineProps } from './needs-line.tsx'
import { useCountdown } from './use-countdown.ts'
import type { Hold } from './use-hold.ts'

interface AnswerProps {
  readonly decision: DecisionView
  readonly taken?: OfferView
  readonly stale: boolean
  readonly words: WordsContext
  readonly hold?: Hold
  readonly needs: NeedsLineProps
  readonly busy: boolean
  readonly problem?: string
  readonly onConfirm: () => void
  readonly onGoWithout: () => void
  readonly onSupervisor: () => void
  readonly onBack: () => void
}

/** The largest thing on the screen: can it be had, where, when, for how much; or why not. */
export function Answer(props: AnswerProps) {
  const { decision, taken } = props
  return taken || decision.outcome === 'available' ? <Available {...props} /> : <WhyNot {...props} />
}

function priceNote(quote: DecisionView['quote'], minutes: number, words: WordsContext): string {
  const rates = new Set(quote.lines.map((line) => line.rate))
  const [rate] = rates
  const length = lengthWords(minutes, words.reading.language)
  return rates.size === 1 && rate !== undefined
    ? `${money(rate)} × ${length}`
    : words.t('pricedInParts', { count: quote.lines.length })
}

function Available({
  decision,
  taken,
  stale,
  words,
  hold,
  needs,
  busy,
  problem,
  onConfirm,
  onGoWithout,
  onBack,
}: AnswerProps) {
  const { t, venue, reading, now } = words
  const chosen = taken ?? decision
  const [start, end] = [Date.parse(chosen.start), Date.parse(chosen.end)]
  const waits = taken !== undefined && placeInLine(taken)
  const room = taken ? offerName(taken, words) : `${typeName(venue, decision.typeCode)} ${decision.roomNo ?? ''}`
  const grace = decision.holdUntil ? Date.parse(decision.holdUntil) - Date.parse(decision.start) : undefined
  const facts = [
    grace === undefined || waits ? undefined : [t('fact.keptUntil'), clockWords(start + grace, reading)],
    waits
      ? undefined
      : needs.terms.needs.includes('deposit')
        ? [t('fact.deposit'), money(needs.terms.deposit ?? 0)]
        : [t('fact.noDeposit'), ''],
    taken || !decision.extendableUntil
      ? undefined
      : [t('fact.extendable'), clockWords(Date.parse(decision.extendableUntil), reading)],
    [t('fact.seats', { count: venue.types.find((type) => type.code === chosen.typeCode)?.maxSeats ?? 0 }), ''],
  ].filter((fact) => fact !== undefined)
  const caller = decision.blockers.find((blocker) => blocker.code === 'SAME_CALLER')
  const confirm = waits ? t(`confirm.${taken.kind as 'waitlist' | 'standby' | 'advance'}`) : t('confirm.booking')
  return (
    <div className={`answer answer-good ${stale ? 'answer-stale' : ''}`} data-outcome="available">
      <div className="answer-title">
        <strong className="answer-state good">
          {waits ? t(`state.${taken.kind as 'waitlist' | 'standby' | 'advance'}`) : t('state.available')}
        </strong>
        <strong className="answer-room">{room}</strong>
        <span className="answer-time">{taken ? takenTime(taken, words) : spanWords(start, end, now, reading)}</span>
        <strong className="answer-price">{money(chosen.quote.total)}</strong>
      </div>
      <div className="answer-facts">
        {facts.map(([word, value]) => (
          <span key={word}>
            {word} {value ? <b>{value}</b> : null}
          </span>
        ))}
        {caller ? <span className="warn">{blockerWords(caller, words)}</span> : null}
        <span className="answer-facts-end">{priceNote(chosen.quote, minutesBetween(start, end), words)}</span>
      </div>
      <p className="answer-problem bad" role="alert">
        {problem}
      </p>
      <div className="answer-acts">
        <NeedsLine {...needs} />
        <Button kind="primary" hotkey="Enter" className="answer-confirm" disabled={busy || stale} onClick={onConfirm}>
          {confirm}
        </Button>
        {taken ? (
          <Button hotkey="Esc" className="answer-second" onClick={onBack}>
            {t('back')}
          </Button>
        ) : (
          <Button hotkey="Alt+N" className="answer-second" onClick={onGoWithout}>
            {t('thinksItOver')}
          </Button>
        )}
        {needs.terms.needs.length < 2 ? <HoldNote hold={hold} words={words} /> : null}
      </div>
    </div>
  )
}

const takenTime = (taken: OfferView, words: WordsContext): string =>
  taken.kind === 'otherDay'
    ? offerTime(taken, words)
    : spanWords(Date.parse(taken.start), Date.parse(taken.end), words.now, words.reading)

function HoldNote({ hold, words }: { hold: Hold | undefined; words: WordsContext }) {
  const { t } = words
  const left = useCountdown(hold?.until)
  if (!hold) return null
  return (
    <span className="answer-hold">
      {left > 0 ? (
        <>
          <StateChip state="held" />
          {t('heldForYou', { room: hold.roomNo })} <b>{countdown(left, 0)}</b>
        </>
      ) : (
        t('holdOver', { room: hold.roomNo })
      )}
    </span>
  )
}

function WhyNot({ decision, stale, words, problem, onGoWithout, onSupervisor }: AnswerProps) {
  const { t, venue, reading, now } = words
  const advance = decision.outcome === 'advance'
  const type = typeName(venue, decision.typeCode)
  const types = otherTypesFree(decision, venue)
  const state = decision.reason ? t(`state.${decision.reason}`) : t('state.refused')
  return (
    <div
      className={`answer answer-why ${advance ? 'answer-advance' : 'answer-warn'} ${stale ? 'answer-stale' : ''}`}
      data-outcome={decision.outcome}
    >
      <div className="answer-title">
        <strong className={`answer-state ${advance ? 'quiet' : 'warn'}`}>{state}</strong>
        <strong className="answer-room">{type}</strong>
        <span className="answer-time">
          {spanWords(Date.parse(decision.start), Date.parse(decision.end), now, reading)}
        </span>
        <span className="answer-asked">{t('askedPrice', { type, price: money(decision.quote.total) })}</span>
      </div>
      <p className="answer-words" title={whyWords(decision, words)}>
        {problem ? <span className="bad">{problem} </span> : null}
        {whyWords(decision, words)}
      </p>
      <div className="answer-facts">
        {types.length > 0 ? <span>{t('fact.othersFree', { types: types.join(t('listComma')) })}</span> : null}
        {decision.free ? <span>{t('fact.free', { type, count: decision.free.rooms })}</span> : null}
        {decision.free && decision.free.reserved > 0 ? (
          <span>{t('fact.reserved', { count: decision.free.reserved })}</span>
        ) : null}
        <span className="answer-facts-end answer-keys">
          <button type="button" onClick={onGoWithout}>
            <Key name="Alt+N" /> {t('wantsNone')}
          </button>
          <button type="button" onClick={onSupervisor}>
            <Key name="Alt+S" /> {t('supervisor')}
          </button>
        </span>
      </div>
    </div>
  )
}

/** Before the first answer: what to type, and the keys that help. */
export function Waiting() {
  const { t } = useTranslation(['desk', 'common'])
  return (
    <div className="answer answer-empty">
      <p className="answer-empty-title">{t('empty.title')}</p>
      <p className="quiet">{t('empty.time')}</p>
      <ul className="answer-examples">
        {(['2030', '明2030', '周六8点', '8点半', '3-15 2030', '+30'] as const).map((example, index) => (
          <li key={example}>
            <code>{t(`empty.example.${index as 0 | 1 | 2 | 3 | 4 | 5}`)}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}
