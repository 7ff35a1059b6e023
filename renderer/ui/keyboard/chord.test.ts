import { expect, it } from 'vitest'
import { chordOf, isCommandChord } from './chord.ts'

const press = (
  key: string,
  code: string,
  held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {},
) => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
})

it.each([
  [press('F2', 'F2'), 'F2'],
  [press('k', 'KeyK', { ctrlKey: true }), 'Ctrl+K'],
  [press('k', 'KeyK', { metaKey: true }), 'Ctrl+K'],
  [press('ñ', 'KeyN', { altKey: true }), 'Alt+N'],
  [press('/', 'Slash', { ctrlKey: true }), 'Ctrl+/'],
  [press('Tab', 'Tab', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Tab'],
  [press('1', 'Numpad1'), '1'],
  [press('y', 'KeyY'), 'Y'],
  [press(' ', 'Space'), 'Space'],
  [press('ArrowLeft', 'ArrowLeft', { shiftKey: true }), 'Shift+←'],
  [press('[', 'BracketLeft'), '['],
])('spells %j as %s', (event, chord) => {
  expect(chordOf(event)).toBe(chord)
})

it('knows which chords never type anything', () => {
  expect(['F2', 'Ctrl+K', 'Alt+N'].every(isCommandChord)).toBe(true)
  expect(['1', 'Enter', 'Y', '['].some(isCommandChord)).toBe(false)
})
