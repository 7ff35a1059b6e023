import { expect, it } from 'vitest'
import { typedRoom } from './typed-room.ts'

const rooms = ['30', '305', '306', 'V1', 'V12']

it.each([
  ['', undefined, false, false],
  ['3', undefined, false, false],
  ['30', '30', false, false],
  ['305', '305', true, false],
  ['３０５', '305', true, false],
  ['v12', 'V12', true, false],
  ['v1', 'V1', false, false],
  ['399', undefined, false, true],
])('%j', (text, roomNo, complete, impossible) =>
  expect(typedRoom(text, rooms)).toEqual({ ...(roomNo && { roomNo }), complete, impossible }),
)
