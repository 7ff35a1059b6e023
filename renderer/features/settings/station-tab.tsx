import { useTranslation } from 'react-i18next'
import { stationName } from '#renderer/api/station.ts'
import { type AppearanceChoice, chooseAppearance, useAppearanceChoice } from '#renderer/ui/appearance.ts'
import { FormField } from '#renderer/ui/form-field.tsx'
import { chooseLanguage, useLanguage } from '#renderer/ui/i18n/i18n.ts'
import { isLanguage, languageNames, languages } from '#renderer/ui/i18n/language.ts'

const choices: readonly AppearanceChoice[] = ['auto', 'light', 'dark']

/** 这台电脑: language and light or dark, kept here and changed at once. */
export function StationTab() {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const appearance = useAppearanceChoice()
  return (
    <div className="form settings-narrow">
      <FormField label={t('station.language')}>
        <select
          className="field"
          value={language}
          onChange={(event) => isLanguage(event.target.value) && void chooseLanguage(event.target.value)}
        >
          {languages.map((one) => (
            <option key={one} value={one} lang={one}>
              {languageNames[one]}
            </option>
          ))}
        </select>
      </FormField>
      <FormField label={t('station.appearance')}>
        <select
          className="field"
          value={appearance}
          onChange={(event) => {
            const choice = choices.find((one) => one === event.target.value)
            if (choice) chooseAppearance(choice)
          }}
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {t(`station.${one as 'auto'}`)}
            </option>
          ))}
        </select>
      </FormField>
      <dl className="facts">
        <dt>{t('station.name')}</dt>
        <dd>{stationName()}</dd>
      </dl>
    </div>
  )
}
