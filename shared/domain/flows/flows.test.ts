import { describe, expect, it } from 'vitest'
import enWords from '#resources/locales/en/flows.json' with { type: 'json' }
import hansWords from '#resources/locales/zh-Hans/flows.json' with { type: 'json' }
import hantWords from '#resources/locales/zh-Hant/flows.json' with { type: 'json' }
import en from '#resources/scripts/en.json' with { type: 'json' }
import hans from '#resources/scripts/zh-Hans.json' with { type: 'json' }
import hant from '#resources/scripts/zh-Hant.json' with { type: 'json' }
import { placeholders, placeholdersIn, stepsFor } from './flow.ts'
import { flows, standingScripts, stepOfAnswer } from './flows.ts'
import { shutDoorsIn } from './standards.ts'

const scripts: Record<string, Record<string, string>> = { 'zh-Hans': hans, 'zh-Hant': hant, en }
const words: Record<string, unknown> = { 'zh-Hans': hansWords, 'zh-Hant': hantWords, en: enWords }
const languages = Object.keys(scripts)

function wordOf(tree: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], tree)
}

const saidScripts = new Set([
  ...standingScripts,
  ...flows.flatMap((flow) => [...stepsFor(flow).map((step) => step.script), ...flow.asides]),
])

describe.each(languages)('every script in %s', (language) => {
  const texts = Object.entries(scripts[language] ?? {})

  it.each(texts)('%s shuts no door', (_id, text) => {
    expect(shutDoorsIn(text)).toEqual([])
  })

  it.each(texts)('%s leaves open only words the desk can fill', (id, text) => {
    const known: readonly string[] = placeholders
    expect(placeholdersIn(text).filter((name) => !known.includes(name))).toEqual([])
    expect(placeholdersIn(text).toSorted()).toEqual(placeholdersIn(hans[id as keyof typeof hans]).toSorted())
  })

  it('exists for every step and aside, and none is left over', () => {
    expect(texts.map(([id]) => id).toSorted()).toEqual([...saidScripts].toSorted())
  })

  it('has the words for every node, answer, end and record on the charts', () => {
    const keys = flows.flatMap((flow) => [
      `${flow.no}.title`,
      `${flow.no}.when`,
      `group.${flow.group}`,
      ...flow.records.flatMap((record) => [`record.${record}.name`, `record.${record}.holds`]),
      ...flow.nodes.flatMap((node) => [
        `${flow.no}.${node.id}`,
        `lane.${node.lane}`,
        ...(node.note === true ? [`${flow.no}.${node.id}Note`] : []),
        ...node.exits.flatMap((exit) => [
          ...(exit.answer === undefined ? [] : [`answer.${exit.answer}`]),
          ...('end' in exit.to ? [`end.${exit.to.end}`] : []),
        ]),
      ]),
    ])
    expect(keys.filter((key) => typeof wordOf(words[language], key) !== 'string')).toEqual([])
  })
})

describe.each(flows.map((flow) => [flow.no, flow] as const))('flow %s', (_no, flow) => {
  const ids = flow.nodes.map((node) => node.id)

  it('begins with one start, and every node can be reached from it', () => {
    expect(flow.nodes.filter((node) => node.kind === 'start').map((node) => node.id)).toEqual([ids[0]])
    const reached = new Set<string>()
    const walk = (id: string): void => {
      if (reached.has(id)) return
      reached.add(id)
      for (const exit of flow.nodes.find((node) => node.id === id)?.exits ?? []) {
        if ('node' in exit.to) walk(exit.to.node)
      }
    }
    walk(ids[0] ?? '')
    expect([...reached].toSorted()).toEqual(ids.toSorted())
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('leads only to nodes and flows that exist, each answer of a decision told apart', () => {
    for (const node of flow.nodes) {
      for (const exit of node.exits) {
        if ('node' in exit.to) expect(ids).toContain(exit.to.node)
        if ('flow' in exit.to) expect(flows.map((other) => other.no)).toContain(exit.to.flow)
      }
      if (node.kind === 'decision') {
        expect(node.exits.length).toBeGreaterThan(1)
        expect(new Set(node.exits.map((exit) => exit.answer)).size).toBe(node.exits.length)
      } else expect(node.exits.length).toBeLessThan(2)
    }
  })

  it('speaks only in the lane of the desk', () => {
    expect(flow.nodes.filter((node) => node.script !== undefined && node.lane !== 'desk')).toEqual([])
    expect(stepsFor(flow).map((step) => step.number)).toEqual(stepsFor(flow).map((_step, index) => index + 1))
  })
})

const inGroup = (groups: string) =>
  flows.filter((flow) => groups.includes(flow.group)).map((flow) => [flow.no, flow] as const)

describe.each(inGroup('ABF'))('flow %s, on the telephone,', (_no, flow) => {
  it('reads the booking back, thanks, and lets the guest hang up first', () => {
    const last = stepsFor(flow).findLast((step) => !step.later)
    expect(hans[last?.script as keyof typeof hans]).toMatch(/谢谢.*您先挂。$/)
    if (flow.nodes.some((node) => node.id === 'booked')) {
      expect(stepsFor(flow).some((step) => hans[step.script as keyof typeof hans].includes('核对'))).toBe(true)
    }
  })
})

describe.each(inGroup('A'))('flow %s, of a booking,', (no, flow) => {
  it('stands at one of its spoken steps for each answer of the engine', () => {
    for (const outcome of ['available', 'offers', 'advance', 'refused'] as const) {
      const step = stepOfAnswer(`${no}.${outcome}`)
      expect(stepsFor(flow)).toContainEqual(step)
      if (flow.entry[outcome] !== undefined) expect(step?.nodeId).toBe(flow.entry[outcome])
    }
  })
})

it('greets with the name of the venue and of the one who speaks', () => {
  for (const language of languages) {
    expect(placeholdersIn(scripts[language]?.['call.greet'] ?? '')).toEqual(['venue', 'staff'])
  }
})

it('answers an unknown script id with no step', () => {
  expect(stepOfAnswer('99.available')).toBeUndefined()
})
