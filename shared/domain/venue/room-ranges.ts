import type { Room, RoomType } from './venue.ts'

/** Why a typed line of rooms is not understood. `text` is the part meant. */
export interface RangeProblem {
  /** Counted from 1. */
  readonly line: number
  readonly kind: 'form' | 'unknownType' | 'backwards' | 'twice' | 'tooMany'
  readonly text: string
}

export interface TypedRooms {
  /** Ordered by number. */
  readonly rooms: readonly Room[]
  readonly problems: readonly RangeProblem[]
}

const mostRooms = 500
const dashes = /[-–—~～至到]/

/** `203` with its leading letters or zeros kept apart: `A03` → `A`, 3, two digits wide. */
function splitNumber(text: string): { prefix: string; value: number; width: number } | undefined {
  const found = /^([A-Za-z]{0,4})(\d{1,6})$/.exec(text)
  const digits = found?.[2]
  return digits === undefined
    ? undefined
    : { prefix: (found?.[1] ?? '').toUpperCase(), value: Number(digits), width: digits.length }
}

/** Floor by custom: what stands before the last two digits (`1203` → `12`), else `1`. */
export const floorOf = (roomNo: string): string => /(\d+)\d\d$/.exec(roomNo)?.[1] ?? '1'

function numbersIn(part: string): readonly string[] | 'form' | 'backwards' | 'tooMany' {
  const [first = '', last, more] = part.split(dashes)
  const from = splitNumber(first)
  const to = last === undefined ? from : splitNumber(last)
  if (from === undefined || to === undefined || more !== undefined) return 'form'
  if (to.prefix !== '' && to.prefix !== from.prefix) return 'form'
  if (to.value < from.value) return 'backwards'
  if (to.value - from.value >= mostRooms) return 'tooMany'
  return Array.from(
    { length: to.value - from.value + 1 },
    (_, step) => from.prefix + String(from.value + step).padStart(from.width, '0'),
  )
}

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

/** Rooms next door: the numbers just before and after, when such rooms exist. */
function withNeighbours(rooms: readonly Room[]): readonly Room[] {
  const numbers = new Set(rooms.map((room) => room.roomNo))
  return rooms.map((room) => {
    const own = splitNumber(room.roomNo)
    const next = own === undefined ? [] : [own.value - 1, own.value + 1]
    const neighbours = next
      .map((value) => `${own?.prefix ?? ''}${String(value).padStart(own?.width ?? 0, '0')}`)
      .filter((roomNo) => numbers.has(roomNo))
    return { ...room, neighbours }
  })
}

/**
 * Reads rooms as people write them, one kind a line: `201-224 小包`, `701、702 总统包`, `A01~A08 M`. The kind is a type's
 * name or code. What is known of a room already (seats, features, floor) stays; lines not understood are named.
 */
export function readRooms(text: string, types: readonly RoomType[], existing: readonly Room[] = []): TypedRooms {
  const known = new Map(existing.map((room) => [room.roomNo, room]))
  const rooms = new Map<string, Room>()
  const problems: RangeProblem[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const line = index + 1
    const content = raw.trim()
    if (content === '') continue
    const found = /^([A-Za-z\d\s,，、;；\-–—~～至到]*\d)\s*[:：]?\s*(\p{L}\S*)$/u.exec(content)
    const ownCode = /^(.*\d)\s+(\S+)$/.exec(content)
    const [, numbers = '', kind = ''] = ownCode ?? found ?? []
    const type = types.find((one) => one.name === kind || one.code.toLowerCase() === kind.toLowerCase())
    if (kind === '') {
      problems.push({ line, kind: 'form', text: content })
      continue
    }
    if (type === undefined) {
      problems.push({ line, kind: 'unknownType', text: kind })
      continue
    }
    for (const part of numbers.replace(new RegExp(`\\s*(${dashes.source})\\s*`, 'g'), '$1').split(/[\s,，、;；]+/)) {
      if (part === '') continue
      const list = numbersIn(part)
      if (typeof list === 'string') {
        problems.push({ line, kind: list, text: part })
        continue
      }
      for (const roomNo of list) {
        if (rooms.has(roomNo)) problems.push({ line, kind: 'twice', text: roomNo })
        else {
          const before = known.get(roomNo)
          rooms.set(roomNo, {
            floor: floorOf(roomNo),
            features: [],
            neighbours: [],
            ...before,
            roomNo,
            typeCode: type.code,
          })
        }
      }
    }
  }
  if (rooms.size > mostRooms) problems.push({ line: 1, kind: 'tooMany', text: String(rooms.size) })
  const ordered = [...rooms.values()].toSorted((a, b) => byNumber(a.roomNo, b.roomNo))
  return { rooms: withNeighbours(ordered), problems }
}

/** The rooms as lines to type again: runs of consecutive numbers of one type joined, in the order of the types. */
export function writeRooms(rooms: readonly Room[], types: readonly RoomType[]): string {
  return types
    .map((type) => {
      const numbers = rooms.filter((room) => room.typeCode === type.code).map((room) => room.roomNo)
      const runs: [string, string][] = []
      for (const roomNo of numbers.toSorted(byNumber)) {
        const run = runs.at(-1)
        const before = run === undefined ? undefined : splitNumber(run[1])
        const here = splitNumber(roomNo)
        const follows =
          before !== undefined && here !== undefined && before.prefix === here.prefix && before.width === here.width
        if (run !== undefined && follows && here.value === before.value + 1) run[1] = roomNo
        else runs.push([roomNo, roomNo])
      }
      return runs.length === 0
        ? ''
        : `${runs.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join('、')} ${type.name}`
    })
    .filter((line) => line !== '')
    .join('\n')
}
