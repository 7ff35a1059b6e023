import { afterEach, beforeEach, expect, it } from 'vitest'
import type { NewRow } from '#electron/core/store/tx.ts'
import { type Command, done } from '#electron/core/store/tx.ts'
import { openTestStore, removeFolder, someone, type TestStore } from '#tests/builders/store.ts'

let test: TestStore
beforeEach(async () => {
  test = await openTestStore()
})
afterEach(async () => {
  await test.close()
  removeFolder(test.folder)
})

/** Writes without asking the rules, as a second path past them would. */
const write: Command<
  { readonly taken?: readonly NewRow<'coupon_redemption'>[]; readonly moved?: readonly NewRow<'coupon_move'>[] },
  object
> = {
  name: 'test.coupons',
  async run(tx, { taken = [], moved = [] }) {
    for (const row of taken) await tx.insert('coupon_redemption', row)
    for (const row of moved) await tx.insert('coupon_move', row)
    return done({}, [])
  },
}
const call = (input: Parameters<(typeof write)['run']>[1]) =>
  test.door.execute(write, { input, actor: someone, station: 'test' })
const rows = () => test.store.reader.selectFrom('coupon_redemption').selectAll().execute()

const taken = (serial: number, at: number): NewRow<'coupon_redemption'> => ({
  batch_id: 'b1',
  serial,
  hand_id: 'm1',
  stay_id: null,
  business_date: '2026-05-12',
  at,
  by: '1001',
})

it('the database itself keeps a coupon from being redeemed twice, whatever path leads there', async () => {
  await call({ taken: [taken(1003, 1)] })
  await expect(call({ taken: [taken(1004, 2), taken(1003, 2)] })).rejects.toThrow()
  expect((await rows()).map((row) => [row.serial, row.at])).toEqual([[1003, 1]])
  await call({ taken: [taken(1004, 3)] })
  expect(await rows()).toHaveLength(2)
})

it('nor is a range begun twice by the same act', async () => {
  const move = (id: string): NewRow<'coupon_move'> => ({
    id,
    batch_id: 'b1',
    kind: 'hand',
    serial_from: 1001,
    serial_to: 1020,
    business_date: '2026-05-12',
    at: 1,
    by: '1001',
    stage: null,
    stamp: null,
    person: '张先生',
    customer_id: null,
    channel: 'desk',
    reason: null,
    approved_by: null,
  })
  await call({ moved: [move('m1')] })
  await expect(call({ moved: [move('m2')] })).rejects.toThrow()
})
