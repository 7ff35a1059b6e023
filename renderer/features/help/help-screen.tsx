import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useScripts } from '#renderer/api/scripts.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useHealth, useNow } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Key } from '#renderer/ui/key.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { EmptyState } from '#renderer/ui/screen-states.tsx'
import { stepsFor } from '#shared/domain/flows/flow.ts'
import { flowByNo, flows } from '#shared/domain/flows/flows.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { FlowChart } from './flow-chart.tsx'
import { FlowLegend } from './flow-legend.tsx'
import { FlowScripts } from './flow-scripts.tsx'
import { practiceOf } from './practice.ts'
import { SpeechRules } from './speech-rules.tsx'
import './flow-chart.css'
import './help.css'

const speech = 'speech'

/** 帮助: every flow drawn from the data that drives the desk, its scripts beside, its records and settings below. */
export function HelpScreen() {
  const { t } = useTranslation('help')
  const { t: flowText } = useTranslation('flows')
  const word = (key: string): string => flowText(key as '01.title', { defaultValue: '' })
  const scripts = useScripts()
  const training = useHealth().data?.mode === 'training'
  const today = businessDateOf(useNow(60_000), useTimeReading())
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, string | number | undefined>
  const asked = search.flow === undefined ? '01' : String(search.flow).padStart(2, '0')
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string>()
  const searchField = useRef<HTMLInputElement>(null)
  const q = typed.trim().toLowerCase()
  const flow = flowByNo(asked) ?? flows[0]
  const showsSpeech = search.flow === speech

  const shown = useMemo(
    () =>
      flows.filter((one) => {
        if (q === '') return true
        const steps = stepsFor(one)
        const texts = [
          one.no,
          flowText(`${one.no}.title` as '01.title'),
          flowText(`${one.no}.when` as '01.when'),
          ...steps.flatMap((step) => [
            scripts?.[step.script] ?? '',
            flowText(step.titleKey as '01.title', { defaultValue: '' }),
          ]),
        ]
        return texts.some((text) => text.toLowerCase().includes(q))
      }),
    [q, scripts, flowText],
  )
  const open = (no: string) => void navigate({ to: '/help' as '/', search: { flow: no } as never, replace: true })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another flow begins at its first spoken step
  useEffect(() => setChosen(flow === undefined ? undefined : stepsFor(flow)[0]?.nodeId), [flow?.no])

  const practice = flow === undefined ? undefined : practiceOf(flow.no, today)
  const practise = () => {
    if (practice) void navigate({ to: '/desk' as '/', search: practice as never })
  }
  const move = (step: number) => {
    const at = shown.findIndex((one) => one.no === asked)
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + step))]
    if (next) open(next.no)
  }
  const stepBy = (by: number) => {
    if (flow === undefined) return
    const steps = stepsFor(flow)
    const at = steps.findIndex((step) => step.nodeId === chosen)
    setChosen(steps[Math.max(0, Math.min(steps.length - 1, at + by))]?.nodeId)
  }
  useHotkeys([
    {
      id: 'help.find',
      keys: 'Ctrl+F',
      label: t('searchKey'),
      group: t('title'),
      run: () => searchField.current?.select(),
    },
    { id: 'help.print', keys: 'F9', label: t('print'), group: t('title'), status: 90, run: () => window.print() },
    {
      id: 'help.practise',
      keys: 'Ctrl+Enter',
      label: t('practise'),
      group: t('title'),
      enabled: training && practice !== undefined,
      run: practise,
    },
    { id: 'help.next', keys: 'Alt+↓', label: t('nextFlow'), group: t('title'), run: () => move(1) },
    { id: 'help.before', keys: 'Alt+↑', label: t('flowBefore'), group: t('title'), run: () => move(-1) },
    { id: 'help.stepNext', keys: '↓', label: t('nextStep'), group: t('title'), run: () => stepBy(1) },
    { id: 'help.stepBefore', keys: '↑', label: t('stepBefore'), group: t('title'), run: () => stepBy(-1) },
  ])

  return (
    <section className="help" aria-label={t('title')}>
      <nav className="help-index" aria-label={t('index')}>
        <label className="help-search">
          <span className="visually-hidden">{t('search')}</span>
          <input
            ref={searchField}
            className="field"
            value={typed}
            maxLength={40}
            placeholder={t('search')}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing && shown[0]) open(shown[0].no)
              if (event.key === 'Escape') setTyped('')
            }}
          />
          <Key name="Ctrl+F" />
        </label>
        {shown.length === 0 ? <EmptyState title={t('none', { q: typed })}>{t('noneNext')}</EmptyState> : null}
        {[...Map.groupBy(shown, (one) => one.group)].map(([group, some]) => (
          <section key={group}>
            <h2>
              {group} {word(`group.${group}`)} <span className="quiet">{some.length}</span>
            </h2>
            <ul>
              {some.map((one) => (
                <li key={one.no}>
                  <button
                    type="button"
                    className="help-flow"
                    aria-current={!showsSpeech && one.no === flow?.no ? 'page' : undefined}
                    onClick={() => open(one.no)}
                  >
                    <span>{one.no}</span> {word(`${one.no}.title`)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <hr />
        <button
          type="button"
          className="help-flow"
          aria-current={showsSpeech ? 'page' : undefined}
          onClick={() => open(speech)}
        >
          {t('speech')}
        </button>
        <p className="help-keys">
          {t('keys')} <Key name="Ctrl+/" />
        </p>
      </nav>
      {showsSpeech || flow === undefined ? (
        <SpeechRules />
      ) : (
        <>
          <div className="help-main">
            <header className="help-head">
              <h1>
                {t('flow', { no: flow.no })} <span>{word(`${flow.no}.title`)}</span>
              </h1>
              <span className="quiet">{word(`${flow.no}.when`)}</span>
              <span className="page-gap" />
              <Button hotkey="F9" onClick={() => window.print()}>
                {t('print')}
              </Button>
              {training && practice ? (
                <Button kind="primary" hotkey="Ctrl+Enter" title={t('practiseHint')} onClick={practise}>
                  {t('practise')}
                </Button>
              ) : null}
            </header>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a chart longer than the screen is scrolled by keys */}
            <section className="help-chart" tabIndex={0} aria-label={t('chart')}>
              <FlowChart flow={flow} chosen={chosen} onChoose={setChosen} />
            </section>
            <FlowLegend />
          </div>
          <FlowScripts flow={flow} scripts={scripts} chosen={chosen} onChoose={setChosen} />
        </>
      )}
    </section>
  )
}
