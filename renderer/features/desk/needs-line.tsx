import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Key } from '#renderer/ui/key.tsx'
import { isComposing } from '#renderer/ui/keyboard/registry.ts'
import type { Answers } from './desk-state.ts'
import type { Need, Terms } from './needs.ts'

export interface NeedsLineProps {
  readonly terms: Terms
  readonly answers: Answers
  readonly party: number
  /** The need to go to when this changes: Enter was pressed while it was still open. */
  readonly focus?: { readonly need: Need; readonly at: number }
  readonly onAnswer: (answers: Answers) => void
  readonly onEnter: () => void
}

/** What the chosen room still needs, asked inline: 订金, 愿意换房 是/否, 实际人数. */
export function NeedsLine({ terms, answers, party, focus, onAnswer, onEnter }: NeedsLineProps) {
  const { t } = useTranslation(['desk', 'common'])
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!focus) return
    line.current?.querySelector<HTMLElement>(`[data-need="${focus.need}"]`)?.focus()
  }, [focus])

  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return
    event.preventDefault()
    event.stopPropagation()
    onEnter()
  }
  const consent = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    const answer = key === 'y' || key === '是' ? true : key === 'n' || key === '否' ? false : undefined
    if (answer === undefined) return press(event)
    event.preventDefault()
    event.stopPropagation()
    onAnswer({ transferConsent: answer })
  }

  return (
    <div className="needs" ref={line}>
      {terms.needs.includes('deposit') ? (
        <label className="need">
          {t('need.deposit')}
          <input
            data-need="deposit"
            className="field need-money"
            inputMode="decimal"
            value={answers.deposit ?? ''}
            placeholder={String((terms.deposit ?? 0) / 100)}
            maxLength={9}
            onChange={(event) => onAnswer({ deposit: event.target.value })}
            onKeyDown={press}
          />
        </label>
      ) : null}
      {terms.needs.includes('headCount') ? (
        <label className="need">
          {t('need.headCount')}
          <input
            data-need="headCount"
            className="field need-count"
            inputMode="numeric"
            value={answers.headCount ?? ''}
            placeholder={String(party)}
            maxLength={3}
            onChange={(event) => onAnswer({ headCount: event.target.value })}
            onKeyDown={press}
          />
        </label>
      ) : null}
      {terms.needs.includes('transferConsent') ? (
        <fieldset className="need need-consent">
          <legend className="visually-hidden">{t('need.transferConsent')}</legend>
          <span>{t('need.transferConsent')}</span>
          {([true, false] as const).map((value) => (
            <button
              key={String(value)}
              type="button"
              data-need={value ? 'transferConsent' : undefined}
              aria-pressed={answers.transferConsent === value}
              className={answers.transferConsent === value ? 'choice choice-on' : 'choice'}
              onClick={() => onAnswer({ transferConsent: value })}
              onKeyDown={consent}
            >
              {t(value ? 'yes' : 'no')} <Key name={value ? 'Y' : 'N'} />
            </button>
          ))}
        </fieldset>
      ) : null}
    </div>
  )
}
