import { rmSync } from 'node:fs'
import { type Committed, createDoor, type Door } from '#electron/core/store/execute.ts'
import { openStore, type Store } from '#electron/core/store/store.ts'
import type { NewRow } from '#electron/core/store/tx.ts'
import { type Actor, type Command, done } from '#electron/core/store/tx.ts'
import { makeFolder } from './host.ts'

export const someone: Actor = { staffNo: '1001', name: '林晓雯', role: 'desk' }
export const another: Actor = { staffNo: '1002', name: '陈可', role: 'desk' }

export interface TestStore {
  readonly store: Store
  readonly door: Door
  readonly folder: string
  readonly committed: Committed[]
  readonly defects: unknown[]
  /** The clock of the door; tests move it by hand. */
  clock: { now: number }
  close(): Promise<void>
}

/** A store on a folder of its own, with a door whose clock the test holds. */
export async function openTestStore(folder = makeFolder(), mirrorFolder?: string): Promise<TestStore> {
  const defects: unknown[] = []
  const store = await openStore({
    folder,
    station: 'test',
    ...(mirrorFolder !== undefined && { mirrorFolder }),
    onMirrorWritable: () => undefined,
    report: (defect) => defects.push(defect),
  })
  const committed: Committed[] = []
  const clock = { now: Date.parse('2026-05-12T15:00:00+08:00') }
  const door = await createDoor({
    writer: store.writer,
    dialect: store.dialect,
    now: () => clock.now,
    onUnwritable: (error) => defects.push(error),
    onCommit: async (commit) => {
      committed.push(commit)
      return { mirrored: store.mirror.append(commit.entry) }
    },
  })
  return { store, door, folder, committed, defects, clock, close: () => store.close() }
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** A claim on a room from one minute of the day to another, cleaning included. */
export function claimRow(id: string, roomNo: string, from: number, until: number): NewRow<'claim'> {
  const day = Date.parse('2026-05-12T00:00:00+08:00')
  return {
    id,
    room_no: roomNo,
    kind: 'block',
    start_at: day + from * 60_000,
    end_at: day + until * 60_000,
    occupied_until: day + until * 60_000,
    active: 1,
    booked: 0,
    booking_code: null,
    stay_id: null,
    block_id: null,
    block_kind: 'repair',
    party: null,
    name: null,
  }
}

/** Puts claims in; the smallest command that can collide. */
export const takeRooms: Command<{ readonly claims: readonly NewRow<'claim'>[] }, { readonly taken: number }> = {
  name: 'test.takeRooms',
  async run(tx, { claims }) {
    for (const claim of claims) await tx.insert('claim', claim)
    return done(
      { taken: claims.length },
      claims.map((claim) => `room:${claim.room_no}`),
    )
  },
}

/** Sets a value; the smallest command that changes something. */
export const setValue: Command<
  { readonly key: string; readonly value: string; readonly pin?: string },
  { readonly value: string }
> = {
  name: 'test.setValue',
  async run(tx, { key, value }) {
    const known = await tx.read.selectFrom('setting').selectAll().where('key', '=', key).executeTakeFirst()
    if (known) await tx.update('setting', { key }, { value })
    else await tx.insert('setting', { key, value })
    return done({ value }, [`setting:${key}`])
  },
}
