import { describe, expect, it } from 'vitest'
import { readRooms, writeRooms } from './room-ranges.ts'
import type { RoomType } from './venue.ts'

const type = (code: string, name: string, rank: number): RoomType => ({
  code,
  name,
  rank,
  seats: rank * 4,
  minParty: 1,
  maxSeats: rank * 6,
  cleaningMinutes: 10,
})
const types = [type('S', '小包', 1), type('M', '中包', 2), type('P', '总统包', 5)]
const read = (text: string) => readRooms(text, types)
const numbers = (text: string) => read(text).rooms.map((room) => `${room.roomNo}${room.typeCode}`)

describe('rooms typed by range', () => {
  it.each([
    ['201-203 小包', ['201S', '202S', '203S']],
    ['201–202小包', ['201S', '202S']],
    ['301 至 302 m', ['301M', '302M']],
    ['701、702 总统包', ['701P', '702P']],
    ['701，703-704 P', ['701P', '703P', '704P']],
    ['A01~A03 中包', ['A01M', 'A02M', 'A03M']],
    ['  \n099-101 S\n', ['099S', '100S', '101S']],
    ['301-302 中包\n201 小包', ['201S', '301M', '302M']],
  ])('reads %j', (text, expected) => {
    expect(numbers(text)).toEqual(expected)
    expect(read(text).problems).toEqual([])
  })

  it.each([
    ['201-224', 'form', '201-224'],
    ['二楼小包', 'form', '二楼小包'],
    ['201-224 特大包', 'unknownType', '特大包'],
    ['224-201 小包', 'backwards', '224-201'],
    ['201-203 小包\n203 中包', 'twice', '203'],
    ['1-900 小包', 'tooMany', '1-900'],
    ['A01-B03 小包', 'form', 'A01-B03'],
  ])('names what is wrong with %j', (text, kind, part) => {
    expect(read(text).problems).toMatchObject([{ kind, text: part }])
  })

  it('takes the floor from the number and the neighbours from the numbers next door', () => {
    const rooms = read('1201-1203 小包\n1205 中包').rooms
    expect(rooms.map((room) => room.floor)).toEqual(['12', '12', '12', '12'])
    expect(rooms.map((room) => room.neighbours)).toEqual([['1202'], ['1201', '1203'], ['1202'], []])
  })

  it('keeps what is known of a room and gives it the type of its line', () => {
    const before = { roomNo: '201', typeCode: 'S', floor: '9', maxSeats: 5, features: ['舞台'], neighbours: [] }
    expect(readRooms('201 中包', types, [before]).rooms).toEqual([{ ...before, typeCode: 'M' }])
  })

  it('writes them so that reading gives the same rooms', () => {
    const rooms = read('201-203 小包\n205 小包\n301-320 中包\n701、702 总统包').rooms
    expect(writeRooms(rooms, types)).toBe('201-203、205 小包\n301-320 中包\n701-702 总统包')
    expect(read(writeRooms(rooms, types)).rooms).toEqual(rooms)
  })
})
