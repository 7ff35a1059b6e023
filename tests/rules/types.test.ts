import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlantedProject, plantProject } from './planted-project.ts'

// One planted use of a foreign runtime for each folder whose types must not know it.
const probes: readonly [project: string, path: string, text: string, complaint: string][] = [
  ['shared/domain', 'shared/domain/page.ts', 'export const a = document.title\n', "'document'"],
  ['shared/domain', 'shared/domain/machine.ts', 'export const a = process.pid\n', "'process'"],
  ['shared/domain', 'shared/domain/files.ts', "export { readFileSync } from 'node:fs'\n", "'node:fs'"],
  ['shared/domain', 'shared/domain/timer.ts', 'setTimeout(() => {}, 1)\n', "'setTimeout'"],
  ['shared/contract', 'shared/contract/machine.ts', 'export const a = process.pid\n', "'process'"],
  ['electron', 'electron/core/page.ts', 'export const a = document.title\n', "'document'"],
  ['electron', 'electron/core/unchecked.ts', 'export const a: string = [""][0]\n', 'TS2322'],
  ['electron', 'electron/core/not-erasable.ts', 'export enum Light {\n  On,\n}\n', 'TS1294'],
  ['electron/preload', 'electron/preload/machine.ts', 'export const a = process.pid\n', "'process'"],
  ['renderer', 'renderer/machine.ts', 'export const a = process.pid\n', "'process'"],
]

let planted: PlantedProject
const said = new Map<string, string>()
beforeAll(async () => {
  planted = plantProject(Object.fromEntries(probes.map(([, path, text]) => [path, text])))
  for (const project of new Set(probes.map(([name]) => name)))
    said.set(project, (await planted.run('node_modules/typescript/bin/tsc', '-p', project, '--pretty', 'false')).output)
})
afterAll(() => planted.remove())

test.each(probes)('in %s, what %s does is a type error', (project, path, _text, complaint) => {
  const lines = (said.get(project) ?? '').split('\n').filter((line) => line.startsWith(`${path}(`))
  expect(lines.join('\n')).toContain(complaint)
})
