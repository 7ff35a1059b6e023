import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/i18n/i18n.ts'
import type { Language } from '#renderer/ui/i18n/language.ts'
import { Key } from '#renderer/ui/key.tsx'
import { placeholdersIn } from '#shared/domain/flows/flow.ts'
import { fillScript } from '#shared/domain/flows/spoken.ts'
import type { CallSteps } from './script-steps.ts'

// The scripts of the other languages are fetched when they are spoken.
const scripts: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  'zh-Hans': () => import('#resources/scripts/zh-Hans.json'),
  'zh-Hant': () => import('#resources/scripts/zh-Hant.json'),
  en: () => import('#resources/scripts/en.json'),
}

function useScripts(): Record<string, string> {
  const language = useLanguage()
  const query = useQuery({
    queryKey: ['scripts', language],
    queryFn: async () => (await scripts[language]()).default,
  })
  return query.data ?? {}
}

const insteads = ['rule', 'no', 'full', 'but', 'unknown'] as const

/** 话术: what to say now, step by step, filled with the caller's own words, times and prices. */
export function ScriptPanel({ call, values }: { call: CallSteps; values: Readonly<Partial<Record<string, string>>> }) {
  const { t } = useTranslation(['desk', 'common'])
  const { t: flows } = useTranslation('flows')
  const texts = useScripts()
  const { flow, steps, current } = call
  const words = (key: string): string => flows(key as 'lane.desk')
  const asides = flow.asides.filter((aside) => texts[aside] !== undefined && complete(texts[aside], values)).slice(0, 2)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long script is scrolled by keys
    <aside className="desk-script" aria-label={t('script.title')} tabIndex={0}>
      <header className="script-head">
        <b>{t('script.title')}</b>
        <span className="quiet cut">{t('script.flow', { no: flow.no, title: words(`${flow.no}.title`) })}</span>
        <Key name="F7" />
      </header>
      <ol className="script-steps">
        {steps.map((step, index) => (
          <li
            key={step.nodeId}
            className={index < current ? 'script-done' : index === current ? 'script-now' : 'script-ahead'}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className="script-circle">{index < current ? '✓' : step.number}</span>
            <span className="script-step">{words(step.titleKey)}</span>
            {index === current && texts[step.script] ? (
              <blockquote className="script-text">
                {t('script.open')}
                {fillScript(texts[step.script] ?? '', values).map((part, place) =>
                  part.weighs ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence have no other name
                    <b key={place}>{part.text}</b>
                  ) : (
                    part.text
                  ),
                )}
                {t('script.close')}
              </blockquote>
            ) : null}
          </li>
        ))}
      </ol>
      {asides.length > 0 ? (
        <section className="script-asides">
          <h2>{t('script.mayAsk')}</h2>
          <dl>
            {asides.map((aside) => (
              <div key={aside}>
                <dt>{t(`aside.${aside.replace('ask.', '')}` as 'aside.cancel')}</dt>
                <dd>
                  {fillScript(texts[aside] ?? '', values)
                    .map((part) => part.text)
                    .join('')}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <section className="script-instead">
        <h2>{t('script.instead')}</h2>
        <dl>
          {insteads.slice(0, asides.length > 0 ? 2 : 4).map((name) => (
            <div key={name}>
              <dt>
                <del>{words(`instead.${name}.avoid`)}</del>
              </dt>
              <dd>{words(`instead.${name}.say`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </aside>
  )
}

/** An aside with a gap in it helps nobody. */
const complete = (text: string, values: Readonly<Partial<Record<string, string>>>): boolean =>
  placeholdersIn(text).every((name) => values[name] !== undefined)
