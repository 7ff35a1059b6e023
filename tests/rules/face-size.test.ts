import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { ensureBuilt } from '#electron/launch/ready.mjs'
import { projectRoot } from './planted-project.ts'

const face = join(projectRoot, 'out', 'renderer')
beforeAll(ensureBuilt)

test('what the face loads before its first screen is at most 700 kB, compressed', () => {
  const page = readFileSync(join(face, 'index.html'), 'utf8')
  const first = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
  expect(first.some((file) => file.endsWith('.js'))).toBe(true)
  const bytes = first.reduce((sum, file) => sum + gzipSync(readFileSync(join(face, file))).length, 0)
  expect(bytes).toBeLessThanOrEqual(700_000)
})

test('the face’s page holds no script of its own', () => {
  const page = readFileSync(join(face, 'index.html'), 'utf8')
  expect(page.match(/<script(?![^>]*\bsrc=)/g)).toBeNull()
  expect(page).not.toMatch(/\son\w+=/)
})
