import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { failedToday, findElectron, localDay } from './electron-binary.mjs'

describe('Electron’s program', () => {
  const program = join('/e', 'dist', 'electron')

  test('is where its installer says', () => {
    expect(
      findElectron(
        '/e',
        () => 'electron\n',
        (path) => path === program,
      ),
    ).toBe(program)
  })

  test('is missing before its installer has run', () => {
    expect(
      findElectron(
        '/e',
        () => undefined,
        () => true,
      ),
    ).toBeUndefined()
  })

  test('is missing when only the note of it is there', () => {
    expect(
      findElectron(
        '/e',
        () => 'electron',
        () => false,
      ),
    ).toBeUndefined()
  })
})

describe('a failed download', () => {
  const noon = new Date(2026, 4, 8, 12)

  test('is remembered for the rest of the day', () => {
    expect(failedToday(`${localDay(noon)}\n`, new Date(2026, 4, 8, 23, 59))).toBe(true)
  })

  test('is forgotten the next day', () => expect(failedToday(localDay(noon), new Date(2026, 4, 9, 0, 0))).toBe(false))

  test('that never was does not count', () => expect(failedToday(undefined, noon)).toBe(false))
})
