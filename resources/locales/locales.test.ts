import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = import.meta.dirname
const languages = ['zh-Hans', 'zh-Hant', 'en'] as const
const areas = readdirSync(`${folder}/zh-Hans`)

/** All texts of one file as `a.b.c` → text. */
function textsOf(language: string, area: string): Map<string, string> {
  const texts = new Map<string, string>()
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') texts.set(path, value)
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key)
  }
  walk(JSON.parse(readFileSync(`${folder}/${language}/${area}`, 'utf8')), '')
  return texts
}

// English tells one from many; Chinese does not.
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '')
const holes = (text: string) => [...new Set([...text.matchAll(/\{\{?(\w+)\}?\}/g)].map((found) => found[1]))].sort()

describe('the catalogue', () => {
  it('has the same files in every language', () => {
    for (const language of languages) expect(readdirSync(`${folder}/${language}`).sort()).toEqual([...areas].sort())
  })

  it.each(areas)('%s has the same keys and the same holes to fill in every language', (area) => {
    const [hans, ...others] = languages.map((language) => textsOf(language, area))
    for (const other of others) {
      expect([...new Set([...other.keys()].map(withoutPlural))].sort()).toEqual(
        [...new Set([...(hans?.keys() ?? [])].map(withoutPlural))].sort(),
      )
      for (const [key, text] of other) {
        const first = hans?.get(key) ?? hans?.get(withoutPlural(key)) ?? hans?.get(`${withoutPlural(key)}_other`) ?? ''
        // 'one day' may leave its count out.
        if (key.endsWith('_one')) continue
        expect({ key, holes: holes(text) }).toEqual({ key, holes: holes(first) })
      }
    }
  })

  it.each(areas)('%s leaves no text empty and no Chinese in English', (area) => {
    for (const language of languages)
      for (const [key, text] of textsOf(language, area))
        expect({ key, empty: text.trim() === '' }).toEqual({ key, empty: false })
    for (const [key, text] of textsOf('en', area))
      expect({ key, chinese: /\p{Script=Han}/u.test(text) ? text : '' }).toEqual({ key, chinese: '' })
  })
})

/** Standards of speech (flows.md): words that shut the door, and a reply that turns on 但是. */
const shut = /公司规定|公司規定|不能|不会|不會|不行|不可以|不知道|但是/

// 换个说法 has to name the words it replaces.
const isQuoted = (area: string, key: string) => area === 'flows.json' && /^instead\..*avoid/.test(key)

describe('the standards of speech', () => {
  it.each(areas)('%s keeps to what is possible', (area) => {
    for (const language of ['zh-Hans', 'zh-Hant'])
      for (const [key, text] of textsOf(language, area)) {
        if (isQuoted(area, key)) continue
        expect({ key, shuts: shut.test(text) ? text : '' }).toEqual({ key, shuts: '' })
      }
  })

  const scripts = readdirSync(`${folder}/../scripts`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  )
  it('holds for every script', () => {
    for (const file of scripts) {
      const text = readFileSync(`${folder}/../scripts/${file}`, 'utf8')
      expect({ file, shuts: shut.exec(text)?.[0] ?? '' }).toEqual({ file, shuts: '' })
    }
  })
})
