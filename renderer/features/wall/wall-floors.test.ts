import { expect, it } from 'vitest'
import { tileInLine } from './wall-floors.ts'

const places = [
  { roomNo: '201', x: 0, y: 0 },
  { roomNo: '202', x: 128, y: 0 },
  { roomNo: '203', x: 256, y: 0 },
  { roomNo: '301', x: 0, y: 120 },
  { roomNo: '302', x: 128, y: 120 },
  { roomNo: '501', x: 0, y: 240 },
]

it('goes to the nearest tile of the next line', () => {
  expect(tileInLine(places, '203', 1)).toBe('302')
  expect(tileInLine(places, '302', 1)).toBe('501')
  expect(tileInLine(places, '501', -1)).toBe('301')
})

it('stays where no line is left', () => {
  expect(tileInLine(places, '201', -1)).toBeUndefined()
})

it('begins at the first tile', () => {
  expect(tileInLine(places, 'none', 1)).toBe('201')
})
