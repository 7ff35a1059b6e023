import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '#renderer/ui/i18n/i18n.ts'
import type { Language } from '#renderer/ui/i18n/language.ts'

type Scripts = Readonly<Record<string, string>>

const loaders: Record<Language, () => Promise<{ default: Scripts }>> = {
  'zh-Hans': () => import('#resources/scripts/zh-Hans.json'),
  'zh-Hant': () => import('#resources/scripts/zh-Hant.json'),
  en: () => import('#resources/scripts/en.json'),
}

/** What the desk says, by script id, in the reader's language; undefined until it has been fetched. */
export function useScripts(): Scripts | undefined {
  const language = useLanguage()
  return useQuery({ queryKey: ['scripts', language], queryFn: async () => (await loaders[language]()).default }).data
}
