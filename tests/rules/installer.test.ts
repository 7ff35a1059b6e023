import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { projectRoot } from './planted-project.ts'

interface Packager {
  getConfig(folder: string, file: string, overrides: null): Promise<Record<string, Record<string, unknown>>>
  validateConfiguration(configuration: unknown, log: { add(): void }): Promise<void>
}

// The packager's own reader and schema check: making an installer needs Electron's binary, reading its recipe does not.
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
const packager: Packager = fromBuilder('app-builder-lib/out/util/config/config')
const read = () => packager.getConfig(projectRoot, 'electron.builder.yml', null)

test('the recipe of the installer is one the packager accepts', async () => {
  await expect(packager.validateConfiguration(await read(), { add: () => {} })).resolves.toBeUndefined()
})

test('a misspelt setting would be refused', async () => {
  await expect(packager.validateConfiguration({ ...(await read()), asarr: true }, { add: () => {} })).rejects.toThrow(
    'asarr',
  )
})

test('Electron’s fuses are set so that nobody runs the program as something else', async () => {
  expect((await read()).electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
})

test('taking the program off a machine leaves the venue’s data there', async () => {
  expect((await read()).nsis?.deleteAppDataOnUninstall).toBe(false)
})
