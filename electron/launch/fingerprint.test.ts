import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compareStamp, fingerprint, isBuildSource } from './fingerprint.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'desk-fingerprint-'))
  mkdirSync(join(root, 'shared'))
  writeFileSync(join(root, 'shared', 'a.ts'), 'export const a = 1\n')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const stampNow = () => {
  const now = fingerprint(root)
  return { quick: now.quick, content: now.content() }
}

describe('whether a build is stale', () => {
  test('without a stamp it is', () => expect(compareStamp(undefined, fingerprint(root))).toBe('stale'))

  test('with nothing changed it is fresh', () => expect(compareStamp(stampNow(), fingerprint(root))).toBe('fresh'))

  test('a file that was only touched does not make it stale', () => {
    const stamp = stampNow()
    utimesSync(join(root, 'shared', 'a.ts'), new Date(0), new Date(0))
    expect(compareStamp(stamp, fingerprint(root))).toBe('touched')
  })

  test.each([
    ['changed', () => writeFileSync(join(root, 'shared', 'a.ts'), 'export const a = 2\n')],
    ['added', () => writeFileSync(join(root, 'shared', 'b.ts'), '')],
    ['removed', () => rmSync(join(root, 'shared', 'a.ts'))],
  ])('a file that was %s does', (_word, change) => {
    const stamp = stampNow()
    change()
    expect(compareStamp(stamp, fingerprint(root))).toBe('stale')
  })

  test('a new test does not', () => {
    const stamp = stampNow()
    writeFileSync(join(root, 'shared', 'a.test.ts'), '')
    expect(compareStamp(stamp, fingerprint(root))).toBe('fresh')
  })
})

test.each([
  ['electron/launch.mjs', false],
  ['electron/launch/browser.mjs', false],
  ['electron/launch/build.mjs', true],
  ['electron/hub/main.ts', true],
  ['renderer/ui/table.test.tsx', false],
])('%s is part of the build: %s', (path, part) => expect(isBuildSource(path)).toBe(part))
