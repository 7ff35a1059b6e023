import type { z } from 'zod'
import type { room, roomType } from '#shared/contract/venue.ts'

interface VenueForm {
  readonly types: readonly z.output<typeof roomType>[]
  readonly rooms: readonly z.output<typeof room>[]
  readonly admin?: { readonly staffNo: string }
  readonly staff?: readonly { readonly staffNo: string }[]
}

export interface Fault {
  readonly path: string
  readonly reason: string
}

function repeated(values: readonly string[]): Set<number> {
  const seen = new Set<string>()
  const at = new Set<number>()
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) at.add(index)
    seen.add(value)
  }
  return at
}

/** What a form of a venue can get wrong across its fields: numbers given twice, types and neighbours that are not there. */
export function setupFaults(form: VenueForm): Fault[] {
  const types = new Set(form.types.map((type) => type.code))
  const rooms = new Set(form.rooms.map((room) => room.roomNo))
  const twice = (path: string, values: readonly string[]) =>
    [...repeated(values)].map((index) => ({ path: path.replace('#', String(index)), reason: 'twice' }))
  const people = (form.staff ?? []).map((person) => person.staffNo)
  return [
    ...twice(
      'types.#.code',
      form.types.map((type) => type.code),
    ),
    ...twice(
      'types.#.rank',
      form.types.map((type) => String(type.rank)),
    ),
    ...twice(
      'rooms.#.roomNo',
      form.rooms.map((room) => room.roomNo),
    ),
    ...twice('staff.#.staffNo', people),
    ...(form.admin && people.includes(form.admin.staffNo) ? [{ path: 'admin.staffNo', reason: 'twice' }] : []),
    ...form.types.flatMap((type, index) =>
      type.seats > type.maxSeats ? [{ path: `types.${index}.maxSeats`, reason: 'less than seats' }] : [],
    ),
    ...form.rooms.flatMap((room, index) => [
      ...(types.has(room.typeCode) ? [] : [{ path: `rooms.${index}.typeCode`, reason: 'unknown type' }]),
      ...room.neighbours
        .filter((neighbour) => !rooms.has(neighbour) || neighbour === room.roomNo)
        .map(() => ({ path: `rooms.${index}.neighbours`, reason: 'unknown room' })),
    ]),
  ]
}
