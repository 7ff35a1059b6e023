import type {
  BlockFact,
  DayDesk,
  DayFacts,
  DayPart,
  DayParties,
  DayUses,
  DepartureFact,
  DueFact,
  InsideFact,
  PartyFact,
  PromiseFact,
  RefusalFact,
  RoomFact,
  TypeFact,
  UseFact,
  WaitFact,
} from './day-facts.ts'
import type { DayHours } from './day-hours.ts'
import { type PackedTable, packTable, type TableShape, unpackTable } from './packed-table.ts'

const counted = ['typeCode', 'floor', 'source', 'vipTier'] as const

const party: TableShape<PartyFact> = {
  numbers: ['minute', 'guests', 'seats', 'rooms'],
  words: [...counted, 'requestedTypeCode', 'mismatch'],
  texts: ['stayId'],
  make: (n, w, t) => ({
    minute: n[0],
    guests: n[1],
    seats: n[2],
    rooms: n[3],
    typeCode: w[0],
    floor: w[1],
    source: w[2],
    vipTier: w[3],
    requestedTypeCode: w[4],
    mismatch: w[5] as PartyFact['mismatch'],
    stayId: t[0],
  }),
}
const departure: TableShape<DepartureFact> = {
  numbers: ['stayed', 'extended'],
  words: [...counted],
  texts: ['stayId'],
  make: (n, w, t) => ({
    stayed: n[0],
    extended: n[1],
    typeCode: w[0],
    floor: w[1],
    source: w[2],
    vipTier: w[3],
    stayId: t[0],
  }),
}
const inside: TableShape<InsideFact> = {
  numbers: [],
  words: [...counted],
  texts: ['stayId'],
  make: (_, w, t) => ({ typeCode: w[0], floor: w[1], source: w[2], vipTier: w[3], stayId: t[0] }),
}
const use: TableShape<UseFact> = {
  numbers: ['from', 'to', 'guests', 'spareSeats'],
  words: [...counted, 'roomNo', 'began'],
  texts: ['stayId'],
  make: (n, w, t) => ({
    from: n[0],
    to: n[1],
    guests: n[2],
    spareSeats: n[3],
    typeCode: w[0],
    floor: w[1],
    source: w[2],
    vipTier: w[3],
    roomNo: w[4],
    began: w[5] as UseFact['began'],
    stayId: t[0],
  }),
}
const room: TableShape<RoomFact> = {
  numbers: [],
  words: ['typeCode', 'floor', 'roomNo'],
  texts: [],
  make: (_, w) => ({ typeCode: w[0], floor: w[1], roomNo: w[2] }),
}
const type: TableShape<TypeFact> = {
  numbers: ['seats', 'minParty'],
  words: ['code'],
  texts: [],
  make: (n, w) => ({ seats: n[0], minParty: n[1], code: w[0] }),
}
const block: TableShape<BlockFact> = {
  numbers: ['from', 'to'],
  words: ['typeCode', 'floor', 'roomNo'],
  texts: [],
  make: (n, w) => ({ from: n[0], to: n[1], typeCode: w[0], floor: w[1], roomNo: w[2] }),
}
const wait: TableShape<WaitFact> = {
  numbers: ['minute', 'waited', 'quoted'],
  words: ['typeCode', 'outcome'],
  texts: ['id'],
  make: (n, w, t) => ({
    minute: n[0],
    waited: n[1],
    quoted: n[2],
    typeCode: w[0],
    outcome: w[1] as WaitFact['outcome'],
    id: t[0],
  }),
}
const due: TableShape<DueFact> = {
  numbers: ['minute'],
  words: ['typeCode', 'floor', 'vipTier', 'source', 'outcome'],
  texts: ['code'],
  make: (n, w, t) => ({
    minute: n[0],
    typeCode: w[0],
    floor: w[1],
    vipTier: w[2],
    source: w[3],
    outcome: w[4] as DueFact['outcome'],
    code: t[0],
  }),
}
const refusal: TableShape<RefusalFact> = {
  numbers: ['minute', 'guests'],
  words: ['typeCode', 'kind', 'reason'],
  texts: ['id'],
  make: (n, w, t) => ({
    minute: n[0],
    guests: n[1],
    typeCode: w[0],
    kind: w[1] as RefusalFact['kind'],
    reason: w[2],
    id: t[0],
  }),
}
const promise: TableShape<PromiseFact> = {
  numbers: [],
  words: ['typeCode', 'outcome'],
  texts: ['id'],
  make: (_, w, t) => ({ typeCode: w[0], outcome: w[1] as PromiseFact['outcome'], id: t[0] }),
}

/** Raised when the shape changes, so that old days are still read as they were written. */
const layout = 1

interface Kept {
  readonly layout: number
  readonly hours: DayHours
  readonly [table: string]: unknown
}

const table = (kept: Kept, name: string): PackedTable => kept[name] as PackedTable

interface Codec<Part> {
  write(part: Part): object
  read(kept: Kept): Part
}

const codecs: { readonly [Name in DayPart]: Codec<DayFacts[Name]> } = {
  parties: {
    write: (part: DayParties) => ({
      parties: packTable(part.parties, party),
      departures: packTable(part.departures, departure),
      insideBefore: packTable(part.insideBefore, inside),
      insideAfter: packTable(part.insideAfter, inside),
    }),
    read: (kept): DayParties => ({
      hours: kept.hours,
      parties: unpackTable(table(kept, 'parties'), party),
      departures: unpackTable(table(kept, 'departures'), departure),
      insideBefore: unpackTable(table(kept, 'insideBefore'), inside),
      insideAfter: unpackTable(table(kept, 'insideAfter'), inside),
    }),
  },
  uses: {
    write: (part: DayUses) => ({
      open: part.open ?? null,
      rooms: packTable(part.rooms, room),
      types: packTable(part.types, type),
      blocks: packTable(part.blocks, block),
      uses: packTable(part.uses, use),
    }),
    read: (kept): DayUses => ({
      hours: kept.hours,
      open: (kept.open as DayUses['open'] | null) ?? undefined,
      rooms: unpackTable(table(kept, 'rooms'), room),
      types: unpackTable(table(kept, 'types'), type),
      blocks: unpackTable(table(kept, 'blocks'), block),
      uses: unpackTable(table(kept, 'uses'), use),
    }),
  },
  desk: {
    write: (part: DayDesk) => ({
      waits: packTable(part.waits, wait),
      due: packTable(part.due, due),
      refusals: packTable(part.refusals, refusal),
      promises: packTable(part.promises, promise),
    }),
    read: (kept): DayDesk => ({
      hours: kept.hours,
      waits: unpackTable(table(kept, 'waits'), wait),
      due: unpackTable(table(kept, 'due'), due),
      refusals: unpackTable(table(kept, 'refusals'), refusal),
      promises: unpackTable(table(kept, 'promises'), promise),
    }),
  },
}

/** A part of a day's facts as the text that is kept when the day is closed. The same facts always give the same text. */
export function keepFacts<Name extends DayPart>(name: Name, part: DayFacts[Name]): string {
  return JSON.stringify({ layout, hours: part.hours, ...codecs[name].write(part) })
}

/** The facts out of the kept text. Throws a RangeError for a text of another layout. */
export function keptFacts<Name extends DayPart>(name: Name, text: string): DayFacts[Name] {
  const kept = JSON.parse(text) as Kept
  if (kept.layout !== layout) throw new RangeError(`facts of layout ${kept.layout}`)
  return codecs[name].read(kept)
}
