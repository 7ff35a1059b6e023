import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSettingName, useSettingValue } from '#renderer/api/setting-words.ts'
import { useVenue } from '#renderer/api/venue.ts'
import { LoadingState } from '#renderer/ui/screen-states.tsx'
import { type Flow, stepsFor } from '#shared/domain/flows/flow.ts'
import { policySettings } from '#shared/domain/venue/policy-difference.ts'
import { ScriptText } from './script-text.tsx'

/** The scripts of a flow, step by step; below, what is kept of it and which settings move it. */
export function FlowScripts({
  flow,
  scripts,
  chosen,
  onChoose,
}: {
  flow: Flow
  scripts: Readonly<Record<string, string>> | undefined
  chosen: string | undefined
  onChoose: (nodeId: string) => void
}) {
  const { t } = useTranslation('help')
  const { t: flowText } = useTranslation('flows')
  const word = (key: string): string => flowText(key as '01.title', { defaultValue: '' })
  const venue = useVenue()
  const settingName = useSettingName()
  const settingValue = useSettingValue()
  const values = venue === undefined ? undefined : policySettings(venue.policy)
  const settings = flow.settings.flatMap((setting) =>
    values === undefined ? [] : [...values].filter(([path]) => path === setting || path.startsWith(`${setting}.`)),
  )
  return (
    <aside className="help-scripts" aria-label={t('scripts')}>
      {scripts === undefined ? (
        <LoadingState />
      ) : (
        <ol>
          {stepsFor(flow).map((step) => (
            <li key={step.nodeId}>
              <button
                type="button"
                className="script-step"
                aria-current={step.nodeId === chosen ? 'step' : undefined}
                onClick={() => onChoose(step.nodeId)}
              >
                <i className="script-number">{step.number}</i>
                <span>
                  <b>{word(step.titleKey)}</b>
                  {step.later ? <span className="tag script-later">{t('later')}</span> : null}
                  <span className="script-text">
                    <ScriptText flow={flow.no} text={scripts[step.script] ?? ''} />
                  </span>
                </span>
              </button>
            </li>
          ))}
          {flow.asides.length > 0 ? <li className="script-asides">{t('asides')}</li> : null}
          {flow.asides.map((aside) => (
            <li key={aside} className="script-aside">
              <ScriptText flow={flow.no} text={scripts[aside] ?? ''} />
            </li>
          ))}
        </ol>
      )}
      <div className="help-foot">
        <h2>{t('records')}</h2>
        <dl className="facts">
          {flow.records.map((record) => (
            <div key={record} className="help-fact">
              <dt>{word(`record.${record}.name`)}</dt>
              <dd>{word(`record.${record}.holds`)}</dd>
            </div>
          ))}
        </dl>
        {settings.length === 0 ? null : (
          <>
            <h2>{t('settings')}</h2>
            <ul>
              {settings.map(([path, value]) => (
                <li key={path}>
                  {settingName(path)} <b>{settingValue(path, value)}</b>
                </li>
              ))}
            </ul>
            <Link to={'/settings' as '/'} search={{ tab: 'rules' } as never} className="help-link">
              {t('openSettings')}
            </Link>
          </>
        )}
      </div>
    </aside>
  )
}
