import { createInstance } from 'i18next'
import enFiles from '#resources/locales/en/files.json' with { type: 'json' }
import en from '#resources/locales/en/reports.json' with { type: 'json' }
import hansFiles from '#resources/locales/zh-Hans/files.json' with { type: 'json' }
import hans from '#resources/locales/zh-Hans/reports.json' with { type: 'json' }
import hantFiles from '#resources/locales/zh-Hant/files.json' with { type: 'json' }
import hant from '#resources/locales/zh-Hant/reports.json' with { type: 'json' }

/** The languages a report is written in. */
export const readings = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Reading = (typeof readings)[number]

/** A text of the reports' catalogue, its holes filled. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string

const instance = createInstance({
  lng: 'zh-Hans',
  fallbackLng: 'zh-Hans',
  // Lists and workbooks have a file of their own; to whoever asks they are one catalogue.
  resources: {
    'zh-Hans': { reports: { ...hans, ...hansFiles } },
    'zh-Hant': { reports: { ...hant, ...hantFiles } },
    en: { reports: { ...en, ...enFiles } },
  },
  ns: ['reports'],
  defaultNS: 'reports',
  interpolation: { escapeValue: false },
  initAsync: false,
})
void instance.init()

function catalogue(reading: Reading): Words {
  // A text without holes is looked up once: a report says the same hundred of them each time.
  const whole = new Map<string, string>()
  return (key, values) => {
    if (values) return String(instance.t(key, { ...values, lng: reading }))
    const known = whole.get(key) ?? String(instance.t(key, { lng: reading }))
    whole.set(key, known)
    return known
  }
}

const catalogues = new Map(readings.map((reading) => [reading, catalogue(reading)]))

/** The catalogue in one language: the same texts the face shows. */
export const wordsIn = (reading: Reading): Words => catalogues.get(reading) ?? catalogue(reading)

/** Simplified unless a reader asks for Traditional or English. */
export function readingOf(accept: string | undefined): Reading {
  if (accept?.startsWith('en')) return 'en'
  return accept !== undefined && /^zh-(hant|tw|hk|mo)/i.test(accept) ? 'zh-Hant' : 'zh-Hans'
}
