import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { decisionIn, failureOf, useFailureText } from '#renderer/api/failure.ts'
import { useSession } from '#renderer/api/session-store.ts'
import { stationName } from '#renderer/api/station.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { useTimeReading, type VenueView } from '#renderer/api/venue.ts'
import { coreNow, useNow } from '#renderer/api/venue-clock.ts'
import { clockWords, dateWords, dayWords, lengthDigits, minutesBetween } from '#renderer/ui/time-words.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { typeName, type WordsContext, whyWords } from './answer-words.ts'
import { BookingLine, CustomerLine, fieldId } from './booking-line.tsx'
import { useCaller } from './caller-file.tsx'
import { Decided } from './decided.tsx'
import { type Approval, activeTab, deskReducer, keepState, keptState } from './desk-state.ts'
import { DeskTabs } from './desk-tabs.tsx'
import { type DraftField, isEmptyDraft, nextMissing, readDraft, requestOf } from './draft.ts'
import { LeftColumn } from './left-column.tsx'
import { MiniBoard } from './mini-board.tsx'
import { type Need, openNeeds, type Terms, termsOf } from './needs.ts'
import { ScriptPanel } from './script-panel.tsx'
import { callSteps, spokenOffer } from './script-steps.ts'
import { scriptValues } from './script-values.ts'
import { useDecision } from './use-decision.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { useHold } from './use-hold.ts'
import { type Saved, useSave } from './use-save.ts'

const focusField = (field: DraftField) => {
  const input = document.getElementById(fieldId(field))
  if (input instanceof HTMLInputElement) {
    input.focus()
    input.select()
  }
}

export function Desk({ venue }: { venue: VenueView }) {
  const { t } = useTranslation(['desk', 'common'])
  const reading = useTimeReading()
  const session = useSession()
  const now = useNow(60_000)
  const failureText = useFailureText()
  const done = useDoneToast()
  const queries = useQueryClient()
  const [state, dispatch] = useReducer(deskReducer, undefined, keptState)
  const [saved, setSaved] = useState<Saved>()
  const [stepsAhead, setStepsAhead] = useState(0)
  const [needFocus, setNeedFocus] = useState<{ need: Need; at: number }>()
  const [serverTerms, setServerTerms] = useState<{ wish: string; terms: Terms }>()
  const [enterWaits, setEnterWaits] = useState(false)
  const block = useRef<HTMLElement>(null)

  const tab = activeTab(state)
  const { draft, taken, asking } = tab
  const read = useMemo(() => readDraft(draft, venue, now), [draft, venue, now])
  const wanted = useMemo(() => requestOf(read, venue, tab.queueJump), [read, venue, tab.queueJump])
  const live = useDecision(wanted)
  const { decision, offers, request } = live
  const caller = useCaller(draft.phone)
  const words: WordsContext = useMemo(() => ({ t, venue, reading, now }), [t, venue, reading, now])
  const wish = JSON.stringify([wanted, taken?.offerId])

  const save = useSave((booking) => {
    setSaved(booking)
    const undone = draft
    done(t('saved.toast', { code: booking.code, name: booking.customer.name }), booking.journalSeq, () => {
      setSaved(undefined)
      dispatch({ do: 'fill', draft: undone })
    })
    dispatch({ do: 'clear' })
    setStepsAhead(0)
    setServerTerms(undefined)
    focusField('party')
  })
  const problem = save.isError ? failureText(save.error).line : undefined

  const baseTerms = decision ? termsOf(decision, taken) : { needs: [] }
  const terms = serverTerms?.wish === wish ? serverTerms.terms : baseTerms
  const holdRoom = saved || live.stale ? undefined : taken ? taken.roomNos[0] : decision?.roomNo
  const held = taken ?? decision
  const hold = useHold(holdRoom, held?.start, held ? minutesBetween(Date.parse(held.start), Date.parse(held.end)) : 0)

  useEffect(() => focusField('party'), [])
  useEffect(() => keepState(state), [state])

  // Board and wall send a free stretch here, 帮助 a situation to practise: it is filled in as if it had been typed.
  const typed = useRef(draft)
  typed.current = draft
  const asked = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const { room: roomAsked, time: timeAsked, party: partyAsked, type: typeAsked, length: lengthAsked } = asked
  useEffect(() => {
    if (roomAsked === undefined && timeAsked === undefined) return
    const text = (value: unknown): string => String(value ?? '')
    const draft = {
      room: text(roomAsked),
      time: text(timeAsked),
      party: text(partyAsked),
      type: text(typeAsked),
      length: text(lengthAsked),
    }
    const filled = Object.entries(draft).filter(([, value]) => value !== '')
    if (!isEmptyDraft(typed.current)) dispatch({ do: 'switch', now: coreNow() })
    dispatch({ do: 'fill', draft: Object.fromEntries(filled) })
    void navigate({ to: '/desk' as '/', search: {}, replace: true })
    focusField('party')
  }, [roomAsked, timeAsked, partyAsked, typeAsked, lengthAsked, navigate])

  // A known caller's name need not be typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each caller, not again when the name is emptied
  useEffect(() => {
    if (!caller || draft.name !== '') return
    dispatch({ do: 'fill', draft: { name: caller.name } })
    // Typing another name replaces the one from the file.
    const input = document.activeElement
    if (input instanceof HTMLInputElement && input.id === fieldId('name')) requestAnimationFrame(() => input.select())
  }, [caller?.id])

  const onType = useCallback((field: DraftField, text: string) => {
    setSaved(undefined)
    setStepsAhead(0)
    dispatch({ do: 'type', field, text })
  }, [])
  const { reset } = save
  // biome-ignore lint/correctness/useExhaustiveDependencies: an old problem says nothing about a new wish
  useEffect(() => reset(), [wish])

  const send = useCallback(
    (approval: Approval | undefined) => {
      if (!request) return
      const offer = approval && !taken ? undefined : taken
      save.mutate(
        { tab: approval ? { ...tab, approval } : tab, request, offer },
        {
          onError: (error) => {
            const fresh = decisionIn(failureOf(error))
            if (fresh && fresh.outcome !== 'available' && !offer)
              queries.setQueryData(api.booking.decide.queryKey({ input: request }), fresh)
            if (failureOf(error).code === 'NEEDS_MISSING' && fresh)
              setServerTerms({ wish, terms: { needs: fresh.needs, deposit: fresh.deposit } })
          },
        },
      )
    },
    [request, taken, save, tab, wish, queries],
  )

  /** Enter: to what is missing next, then to what the answer still needs, then done. */
  const proceed = useCallback(
    (from?: DraftField) => {
      const missing = nextMissing(draft, read)
      if (missing && missing !== from) return focusField(missing)
      if (missing || !decision) return
      if (live.stale) return setEnterWaits(true)
      if (!taken && decision.outcome !== 'available') return block.current?.focus()
      const [need] = openNeeds(terms, tab.answers, tab.approval)
      if (need === 'supervisor') return dispatch({ do: 'ask', asking: 'supervisor' })
      if (need) return setNeedFocus({ need, at: Date.now() })
      if (!save.isPending) send(undefined)
    },
    [draft, read, decision, live.stale, taken, terms, tab.answers, tab.approval, save.isPending, send],
  )
  // Enter pressed faster than the answer came: it counts once the answer is there.
  useEffect(() => {
    if (!enterWaits || live.stale) return
    setEnterWaits(false)
    proceed()
  }, [enterWaits, live.stale, proceed])

  const onTake = (offer: (typeof offers)[number] | undefined) => {
    dispatch({ do: 'take', offer })
    block.current?.focus()
    if (!offer) return
    const missing = nextMissing(draft, read)
    const [need] = openNeeds(decision ? termsOf(decision, offer) : { needs: [] }, {}, undefined)
    if (need && need !== 'supervisor') setNeedFocus({ need, at: Date.now() })
    else if (missing) focusField(missing)
  }
  const askSupervisor = () => {
    if (!decision) return
    const missing = nextMissing(draft, read)
    if (missing) return focusField(missing)
    const lifted = decision.reason === 'BEYOND_WINDOW' || decision.reason === 'CUSTOMER_BLOCKED'
    if (!lifted) dispatch({ do: 'jump', queueJump: true })
    dispatch({ do: 'ask', asking: 'supervisor' })
  }
  const goBack = () => {
    if (asking !== 'nothing') {
      dispatch({ do: 'jump', queueJump: false })
      dispatch({ do: 'ask', asking: 'nothing' })
    } else if (taken) dispatch({ do: 'take', offer: undefined })
    else return focusField('party')
    block.current?.focus()
  }
  const newBooking = () => {
    const others = state.tabs.filter((_, index) => index !== state.active)
    if (!isEmptyDraft(draft) && others.some((other) => !isEmptyDraft(other.draft)))
      return showToast({ text: t('tab.bothFull') })
    if (!isEmptyDraft(draft)) dispatch({ do: 'switch', now })
    setSaved(undefined)
    requestAnimationFrame(() => focusField('party'))
  }
  const switchTab = () => {
    if (state.tabs.length < 2) return
    dispatch({ do: 'switch', now })
    setSaved(undefined)
    requestAnimationFrame(() => focusField(nextMissing(draft, read) ?? 'party'))
  }

  useDeskKeys({
    offers: asking === 'nothing' ? offers : [],
    decided: decision !== undefined && request !== undefined,
    canSwitch: state.tabs.length > 1,
    asking,
    onTake,
    onEnter: () => proceed(),
    onGoWithout: () => dispatch({ do: 'ask', asking: 'goingWithout' }),
    onSupervisor: askSupervisor,
    onBack: goBack,
    onNew: newBooking,
    onSwitch: switchTab,
    onNextStep: () => setStepsAhead((ahead) => ahead + 1),
  })

  const why = decision?.reason ? whyWords(decision, words) : ''
  const call = callSteps(decision, taken, {
    saved: saved !== undefined,
    savedFlow: saved?.flow,
    lineFilled: !isEmptyDraft(draft),
    ahead: stepsAhead,
  })
  const values = scriptValues({
    venue,
    language: reading.language,
    now,
    staff: session?.staff.name ?? '',
    draft,
    read,
    decision,
    offer: spokenOffer(decision, offers, taken),
    saved,
    why,
  })
  const line = { draft, read, onType, onEnter: proceed, onLeave: () => block.current?.focus() }
  const date = read.start === undefined ? undefined : businessDateOf(read.start, reading)

  return (
    <div className="desk">
      <LeftColumn caller={caller} words={words} />
      <section className="desk-centre" aria-label={t('common:nav.desk')}>
        <DeskTabs state={state} words={words} onNew={newBooking} onSwitch={switchTab} />
        <BookingLine
          {...line}
          typeCount={venue.types.length}
          lengthDefault={lengthDigits(venue.policy.session.default)}
          hints={{
            type: typeHint(),
            time:
              date === undefined || read.start === undefined
                ? undefined
                : `${nearDay(date)}${dateWords(date, reading.language)} ${clockWords(read.start, reading)}`,
            room: roomHint(),
          }}
        />
        <CustomerLine {...line} phoneNote={caller ? t('knownCaller') : undefined} />
        <section className="decided" ref={block} tabIndex={-1} aria-label={t('answerLabel')}>
          <Decided
            tab={tab}
            live={live}
            saved={saved}
            words={words}
            hold={hold}
            problem={problem}
            busy={save.isPending}
            needs={{
              terms,
              answers: tab.answers,
              party: read.party ?? 1,
              focus: needFocus,
              onAnswer: (answers) => dispatch({ do: 'answer', answers }),
              onEnter: () => proceed(),
            }}
            onTake={onTake}
            onConfirm={() => proceed()}
            onGoWithout={() => dispatch({ do: 'ask', asking: 'goingWithout' })}
            onSupervisor={askSupervisor}
            onApprove={(approval) => {
              dispatch({ do: 'approve', approval })
              send(approval)
            }}
            onGone={() => {
              dispatch({ do: 'clear' })
              requestAnimationFrame(() => focusField('party'))
            }}
            onBack={goBack}
          />
        </section>
      </section>
      {call ? <ScriptPanel call={call} values={values} /> : null}
      <MiniBoard
        decision={saved ? undefined : decision}
        offers={offers}
        taken={taken}
        guest={draft.name.trim() ? t('mini.guest', { name: draft.name.trim(), count: read.party ?? 0 }) : ''}
        words={words}
        station={stationName()}
      />
    </div>
  )

  function typeHint(): string | undefined {
    if (read.typeCode) return typeName(venue, read.typeCode)
    return draft.type === '' && decision ? typeName(venue, decision.typeCode) : undefined
  }
  function roomHint(): string | undefined {
    const room = venue.rooms.find((known) => known.roomNo === read.roomNo)
    return room ? typeName(venue, room.typeCode) : undefined
  }
  // Today is said; any other day is named by its date and weekday, which leaves room for what was typed.
  function nearDay(of: string): string {
    const today = businessDateOf(now, reading)
    return reading.language === 'en' || of !== today ? '' : `${dayWords(of, today, reading.language)} `
  }
}
