import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PlantedProject, plantProject, projectRoot } from './planted-project.ts'

/** One planted import that its rule must refuse. */
interface Probe {
  rule: string
  from: string
  imports: string
}

const listed = 'not-in-allowed'
const probes: Probe[] = [
  { rule: 'resolvable', from: 'shared/domain/lost.ts', imports: './nowhere.ts' },
  { rule: 'no-cycles', from: 'shared/domain/chicken.ts', imports: './egg.ts' },
  { rule: 'nothing-imports-tests', from: 'electron/core/uses-test.ts', imports: '#tests/builders/room.ts' },
  { rule: 'nothing-imports-tests', from: 'shared/contract/uses-test.ts', imports: './fields.test.ts' },
  {
    rule: 'feature-keeps-to-itself',
    from: 'renderer/features/desk/peeks.ts',
    imports: '#renderer/features/board/bar.ts',
  },
  { rule: 'electron-only-in-its-shell', from: 'electron/core/shell-dependent.ts', imports: 'electron' },
  { rule: 'electron-only-in-its-shell', from: 'electron/hub/shell-dependent.ts', imports: 'electron' },
  { rule: listed, from: 'shared/domain/reads-files.ts', imports: 'node:fs' },
  { rule: listed, from: 'shared/domain/uses-library.ts', imports: 'zod' },
  { rule: listed, from: 'shared/domain/upwards.ts', imports: '#shared/contract/fields.ts' },
  { rule: listed, from: 'shared/contract/upwards.ts', imports: '#electron/core/host.ts' },
  { rule: listed, from: 'shared/demo/upwards.ts', imports: '#electron/core/host.ts' },
  { rule: listed, from: 'electron/core/upwards.ts', imports: '#electron/hub/serve.ts' },
  { rule: listed, from: 'electron/core/draws.ts', imports: 'react' },
  { rule: listed, from: 'electron/core/makes-files.ts', imports: '#electron/workbook/make-file.ts' },
  { rule: listed, from: 'electron/core/writes-workbooks.ts', imports: 'hucre' },
  { rule: listed, from: 'electron/hub/sideways.ts', imports: '#electron/shell/lock.ts' },
  { rule: listed, from: 'electron/shell/sideways.ts', imports: '#electron/hub/serve.ts' },
  { rule: listed, from: 'electron/workbook/sideways.ts', imports: '#electron/hub/serve.ts' },
  { rule: listed, from: 'electron/preload/powerful.ts', imports: 'node:fs' },
  { rule: listed, from: 'electron/launch/late.mjs', imports: 'zod' },
  { rule: listed, from: 'electron/launch.mjs', imports: 'zod' },
  { rule: listed, from: 'renderer/ui/upwards.ts', imports: '#renderer/features/board/bar.ts' },
  { rule: listed, from: 'renderer/api/upwards.ts', imports: '#renderer/features/board/bar.ts' },
  { rule: listed, from: 'renderer/features/desk/into-core.ts', imports: '#electron/core/host.ts' },
  { rule: listed, from: 'renderer/main.ts', imports: '#electron/core/host.ts' },
  { rule: listed, from: 'resources/upwards.ts', imports: '#renderer/ui/token.ts' },
  { rule: listed, from: 'somewhere-new/thing.ts', imports: '#shared/domain/egg.ts' },
]

const innocent = {
  'shared/domain/egg.ts': "import type { Chicken } from './chicken.ts'\nexport type Egg = Chicken\n",
  'shared/contract/fields.ts': "export { type Egg } from '#shared/domain/egg.ts'\n",
  'shared/contract/fields.test.ts': 'export const a = 1\n',
  'electron/core/host.ts': "import 'node:fs'\nimport 'kysely'\nexport const host = 1\n",
  'electron/hub/serve.ts': "import { host } from '#electron/core/host.ts'\nexport const serve = host\n",
  'electron/workbook/make-file.ts': "import 'hucre'\nexport const makeFile = 1\n",
  'electron/shell/lock.ts': "import { app } from 'electron'\nexport const lock = app\n",
  'renderer/features/board/bar.ts': "import { token } from '#renderer/ui/token.ts'\nexport const bar = token\n",
  'renderer/ui/token.ts': 'export const token = 1\n',
  'tests/builders/room.ts': "import { serve } from '#electron/hub/serve.ts'\nexport const room = serve\n",
}

interface Cruise {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] }
}

let planted: PlantedProject
let found: Cruise['summary']['violations'] = []
beforeAll(async () => {
  const guilty = Object.fromEntries(
    probes.map(({ from, imports }) => [
      from,
      `import type * as planted from '${imports}'\nexport type Chicken = typeof planted\n`,
    ]),
  )
  planted = plantProject({ ...innocent, ...guilty })
  const tops = ['shared', 'electron', 'renderer', 'resources', 'tests', 'somewhere-new']
  const answer = await planted.run(
    'tests/rules/cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '-T',
    'json',
    ...tops,
  )
  found = (JSON.parse(answer.output) as Cruise).summary.violations
})
afterAll(() => planted.remove())

describe('the layers', () => {
  test.each(probes)('$from importing $imports is caught by $rule', ({ rule, from }) => {
    expect(found.filter((violation) => violation.from === from).map((violation) => violation.rule.name)).toContain(rule)
  })

  test('an import that is allowed is left alone', () => {
    const guilty = new Set(probes.map((probe) => probe.from))
    // A cycle is reported at both its ends.
    const wrong = found.filter((violation) => !guilty.has(violation.from) && violation.rule.name !== 'no-cycles')
    expect(wrong).toEqual([])
  })

  test('every rule and every folder has its probe', () => {
    const rules = createRequire(import.meta.url)(`${projectRoot}/.dependency-cruiser.cjs`) as {
      forbidden: { name: string }[]
      allowed: { from: { path?: string } }[]
    }
    const probed = new Set(probes.map((probe) => probe.rule))
    for (const rule of rules.forbidden) expect(probed).toContain(rule.name)
    const refused = probes.filter((probe) => probe.rule === listed)
    for (const { from } of rules.allowed) {
      const open = from.path === undefined || from.path.includes('tests') || from.path === '^[^/]+$'
      if (!open)
        expect(
          refused.filter((probe) => new RegExp(from.path ?? '').test(probe.from)),
          from.path,
        ).not.toEqual([])
    }
  })
})
