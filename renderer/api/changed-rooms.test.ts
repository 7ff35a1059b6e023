import { expect, it } from 'vitest'
import { ChangedRooms } from './changed-rooms.ts'

it('gathers the rooms that changes were about, each once', () => {
  const changed = new ChangedRooms()
  changed.hear(['booking:K4-7302', 'room:305', 'date:2026-03-06'])
  changed.hear(['stay:s1', 'room:305', 'room:306'])
  expect(changed.take()).toEqual(['305', '306'])
})

it('asks for the whole board when a change names no room', () => {
  const changed = new ChangedRooms()
  changed.hear(['room:305'])
  changed.hear(['policy:2'])
  expect(changed.take()).toBeUndefined()
})

it('asks for the whole board when very many rooms have changed', () => {
  const changed = new ChangedRooms()
  for (let room = 201; room < 230; room += 1) changed.hear([`room:${room}`])
  expect(changed.take()).toBeUndefined()
})

it('begins anew after each look', () => {
  const changed = new ChangedRooms()
  changed.hear(['policy:2'])
  changed.take()
  changed.hear(['room:305'])
  expect(changed.take()).toEqual(['305'])
})
