import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlantedProject, plantProject } from './planted-project.ts'

let planted: PlantedProject
let output = ''
beforeAll(async () => {
  planted = plantProject({
    'electron/hub/main.ts': "import { used } from '#electron/core/parts.ts'\nused()\n",
    'electron/core/parts.ts': 'export const used = (): void => {}\nexport const forgotten = (): void => {}\n',
    'electron/core/orphan.ts': 'export const orphan = 1\n',
  })
  output = (await planted.run('node_modules/knip/bin/knip.js', '--no-progress', '--reporter', 'compact')).output
})
afterAll(() => planted.remove())

test('a file nobody imports is seen', () => expect(output).toContain('electron/core/orphan.ts'))
test('an export nobody uses is seen', () => expect(output).toContain('forgotten'))
test('a package nobody imports is seen', () => expect(output).toMatch(/antd/))
test('what is used is left alone', () => expect(output).not.toMatch(/parts\.ts: .*\bused\b/))
