import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PlantedProject, plantProject } from './planted-project.ts'

const lines = (count: number): string =>
  Array.from({ length: count }, (_, at) => `export const a${at} = ${at}\n`).join('')

/** What each planted file holds, and the rule that must see it. */
const probes: readonly [rule: string, path: string, text: string][] = [
  ['plugin', 'shared/domain/reads-clock.ts', 'export const now = (): number => Date.now()\n'],
  ['plugin', 'shared/domain/reads-date.ts', 'export const now = (): Date => new Date()\n'],
  ['plugin', 'shared/domain/throws-dice.ts', 'export const dice = (): number => Math.random()\n'],
  [
    'lint/style/noParameterAssign',
    'shared/domain/mutates.ts',
    'export function add(cents: number): number {\n  cents += 1\n  return cents\n}\n',
  ],
  ['lint/style/noExcessiveLinesPerFile', 'electron/core/long.ts', lines(401)],
  ['lint/style/noExcessiveLinesPerFile', 'electron/core/long.test.ts', lines(601)],
  ['lint/style/noDefaultExport', 'electron/core/default.ts', 'export default 1\n'],
  ['lint/style/useFilenamingConvention', 'electron/core/camelCase.ts', 'export const a = 1\n'],
  ['lint/performance/noBarrelFile', 'shared/contract/index.ts', "export { a } from './fields.ts'\n"],
  ['lint/suspicious/noExplicitAny', 'electron/core/any.ts', 'export const a: any = 1\n'],
  ['lint/suspicious/noTsIgnore', 'electron/core/silenced.ts', "// @ts-ignore\nexport const a: string = 'a'\n"],
  ['lint/suspicious/noSkippedTests', 'electron/core/skipped.test.ts', "test.skip('a', () => {})\n"],
  ['lint/suspicious/noFocusedTests', 'electron/core/focused.test.ts', "test.only('a', () => {})\n"],
]

const innocent = {
  'shared/contract/fields.ts': 'export const a = 1\n',
  'shared/domain/from-instant.ts': 'export const year = (at: number): number => new Date(at).getUTCFullYear()\n',
  'electron/core/clock.ts': 'export const now = (): number => Date.now()\n',
  'electron/core/whole.ts': lines(400),
  'electron/core/whole.test.ts': lines(600),
}

let planted: PlantedProject
let output = ''
beforeAll(async () => {
  planted = plantProject({ ...innocent, ...Object.fromEntries(probes.map(([, path, text]) => [path, text])) })
  const biome = 'node_modules/@biomejs/biome/bin/biome'
  output = (await planted.run(biome, 'lint', '--reporter=github', '--max-diagnostics=none', '.')).output
})
afterAll(() => planted.remove())

const complaints = (path: string): string[] => output.split('\n').filter((line) => line.includes(`/${path},line=`))

describe('the lint', () => {
  test.each(probes)('%s is seen in %s', (rule, path) => {
    expect(
      complaints(path).filter((line) => line.startsWith('::error') && line.includes(`title=${rule},`)),
    ).not.toEqual([])
  })

  test.each(Object.keys(innocent))('%s is left alone', (path) => expect(complaints(path)).toEqual([]))
})
