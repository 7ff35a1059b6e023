import i18next from 'i18next'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { initReactI18next } from 'react-i18next'
import { isLanguage, type Language } from './language.ts'
import { catalogue } from './zh-hans.ts'

const key = 'desk.language'

// Only 简体 is in the first chunk; the others are fetched when chosen.
const loaders: Record<Exclude<Language, 'zh-Hans'>, () => Promise<{ catalogue: Record<string, object> }>> = {
  'zh-Hant': () => import('./zh-hant.ts'),
  en: () => import('./en.ts'),
}

async function load(language: Language): Promise<void> {
  if (language === 'zh-Hans' || i18next.hasResourceBundle(language, 'common')) return
  const { catalogue: texts } = await loaders[language]()
  for (const [namespace, bundle] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, bundle)
}

/** The language kept on this station, 简体 otherwise. */
function storedLanguage(): Language {
  const stored = localStorage.getItem(key)
  return isLanguage(stored) ? stored : 'zh-Hans'
}

/** Starts the catalogue in the station's language. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-Hans',
    fallbackLng: 'zh-Hans',
    defaultNS: 'common',
    ns: Object.keys(catalogue),
    resources: { 'zh-Hans': catalogue },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await chooseLanguage(storedLanguage())
}

export async function chooseLanguage(language: Language): Promise<void> {
  await load(language)
  localStorage.setItem(key, language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

const subscribe = (listener: () => void) => {
  i18next.on('languageChanged', listener)
  return () => i18next.off('languageChanged', listener)
}
const current = (): Language => (isLanguage(i18next.language) ? i18next.language : 'zh-Hans')

export const useLanguage = (): Language => useSyncExternalStore(subscribe, current)

/** Texts of an area in a language of their own, for paper that guests read; undefined until they are there. */
export function useTextsIn<Area extends keyof typeof catalogue>(language: Language, area: Area) {
  const [there, setThere] = useState<Language>('zh-Hans')
  useEffect(() => {
    let gone = false
    void load(language).then(() => gone || setThere(language))
    return () => {
      gone = true
    }
  }, [language])
  return there === language ? i18next.getFixedT(language, area) : undefined
}
