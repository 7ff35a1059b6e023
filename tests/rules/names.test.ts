import { expect, test } from 'vitest'
import { sourceFiles } from './planted-project.ts'

/** Whether a path holds a word that says nothing about what is inside (house rule 10). */
function saysNothing(path: string): boolean {
  return path.split('/').some((part) => /(^|[-.])(utils?|helpers?|common|manager|misc)([-.]|$)/i.test(part))
}

const catalogue = /^resources\/locales\//

test('every file is named for what is inside', () => {
  expect(sourceFiles().filter((path) => !catalogue.test(path) && saysNothing(path))).toEqual([])
})

test.each([
  'shared/domain/utils/span.ts',
  'renderer/ui/date-helper.ts',
  'electron/core/common.ts',
  'a/room-manager.ts',
])('%s would be caught', (path) => expect(saysNothing(path)).toBe(true))

test('a word that only contains such a word is not caught', () => {
  expect(saysNothing('shared/domain/staff/uncommon-hours.ts')).toBe(false)
})
