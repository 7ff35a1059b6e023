import { useTranslation } from 'react-i18next'
import { rephrasings } from '#shared/domain/flows/standards.ts'

const rules = ['greet', 'can', 'read', 'promise'] as const

/** 说话规范, and what practice mode is for. */
export function SpeechRules() {
  const { t } = useTranslation('help')
  const { t: flowText } = useTranslation('flows')
  return (
    <article className="help-speech">
      <h1>{t('speech')}</h1>
      <ul className="speech-rules">
        {rules.map((rule) => (
          <li key={rule}>{t(`speechRules.${rule}`)}</li>
        ))}
      </ul>
      <h2>{t('instead')}</h2>
      <table className="speech-instead">
        <tbody>
          {rephrasings.map((name) => (
            <tr key={name}>
              <td>
                <s className="quiet">{flowText(`instead.${name}.avoid`)}</s>
              </td>
              <td>{flowText(`instead.${name}.say`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('practice')}</h2>
      <p>{t('practiceText')}</p>
    </article>
  )
}
