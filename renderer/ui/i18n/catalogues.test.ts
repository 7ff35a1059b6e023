import { describe, expect, it } from 'vitest'
import { shutDoorsIn } from '#shared/domain/flows/standards.ts'
import { catalogue as en } from './en.ts'
import { catalogue as hans } from './zh-hans.ts'
import { catalogue as hant } from './zh-hant.ts'

/** Every text by its path; the words to avoid are shown struck out beside better ones, and so left aside. */
function textsOf(tree: object, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
      // Forms for one and for many are one text.
      const plain = name.replace(/_(one|other)$/, '')
      const path = prefix === '' ? plain : `${prefix}.${plain}`
      if (typeof value === 'string') return path.endsWith('.avoid') ? [] : [[path, value] as const]
      return [...textsOf(value as object, path)]
    }),
  )
}

const texts = { 'zh-Hans': textsOf(hans), 'zh-Hant': textsOf(hant), en: textsOf(en) }
const openIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)/g)].map((found) => found[1] ?? '').toSorted()

describe.each(['zh-Hant', 'en'] as const)('the catalogue in %s', (language) => {
  it('has every text of 简体, and no other', () => {
    expect([...texts[language].keys()].toSorted()).toEqual([...texts['zh-Hans'].keys()].toSorted())
  })

  it('leaves the same words open', () => {
    const differing = [...texts['zh-Hans']].filter(
      ([path, text]) => openIn(text).join() !== openIn(texts[language].get(path) ?? '').join(),
    )
    expect(differing.map(([path]) => path)).toEqual([])
  })
})

it.each(['zh-Hans', 'zh-Hant'] as const)('no text in %s shuts a door', (language) => {
  const shut = [...texts[language]].filter(([, text]) => shutDoorsIn(text).length > 0)
  expect(shut.map(([path, text]) => `${path}: ${text}`)).toEqual([])
})

it('no text is empty', () => {
  for (const catalogue of Object.values(texts)) {
    expect([...catalogue].filter(([, text]) => text.trim() === '').map(([path]) => path)).toEqual([])
  }
})
