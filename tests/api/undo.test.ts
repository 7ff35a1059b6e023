import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approval, DeskDriver, iso, overlapsOn, type StayAnswer } from '#tests/builders/desk-driver.ts'

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start()
})
afterEach(async () => {
  expect(overlapsOn(await desk.board())).toEqual([])
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

const undo = (seq: unknown, staff = '1001') => desk.post('/undo', { seq }, staff)
const claimsOf = async (roomNo: string) => (await desk.room(roomNo)).claims

describe('undo: each step of the desk and its opposite', () => {
  it('a booking that was made is cancelled, its room free', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-12 18:00', roomNo: '302' })
    expect((await undo(booking.journalSeq)).status).toBe(200)
    expect((await desk.booking(booking.code)).status).toBe('cancelled')
    expect(await claimsOf('302')).toEqual([])
  })

  it('a change goes back to where it was, a cancellation stands again', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-12 18:00', roomNo: '302' })
    const before = await claimsOf('302')
    const moved = await desk.change(booking.code, { version: 1, start: iso('2026-05-12 20:00'), roomNo: '303' })
    await undo(moved.body.journalSeq)
    expect(await claimsOf('302')).toEqual(before)
    expect(await claimsOf('303')).toEqual([])
    const cancelled = await desk.post<{ journalSeq: number }>(`/bookings/${booking.code}/cancel`, { reason: 'guest' })
    await undo(cancelled.body.journalSeq)
    expect(await claimsOf('302')).toEqual(before)
    expect(await desk.booking(booking.code)).toMatchObject({ status: 'confirmed', start: iso('2026-05-12 18:00') })
  })

  it('a cancellation stays when the room has gone since', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-12 18:00', roomNo: '302' })
    const cancelled = await desk.post<{ journalSeq: number }>(`/bookings/${booking.code}/cancel`, { reason: 'guest' })
    await desk.book({ party: 6, start: '2026-05-12 19:00', roomNo: '302' })
    const refused = await undo(cancelled.body.journalSeq)
    expect(refused.status).toBe(409)
    expect((await desk.booking(booking.code)).status).toBe('cancelled')
  })

  it('an arrival, a transfer, settling and leaving', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-12 15:30', roomNo: '302' })
    const booked = await claimsOf('302')
    const early = (await desk.arrive(booking.code)).body
    expect((await undo(early.journalSeq, '1101')).status).toBe(200)
    expect(await claimsOf('302')).toEqual(booked)
    expect(await desk.booking(booking.code)).toMatchObject({ status: 'confirmed' })

    const stay = (await desk.arrive(booking.code)).body
    const inside = await claimsOf('302')
    const step = (what: string, body = {}) => desk.post<StayAnswer>(`/stays/${stay.id}/${what}`, body)
    const moved = await step('transfer', { roomNo: '501', reason: 'guest', charge: 'recalculate' })
    await undo(moved.body.journalSeq)
    expect(await claimsOf('302')).toEqual(inside)
    expect(await claimsOf('501')).toEqual([])
    const settled = await step('settle', { amount: 100 })
    await undo(settled.body.journalSeq)
    expect(await claimsOf('302')).toEqual(inside)
    const left = await step('leave')
    await undo(left.body.journalSeq)
    expect(await claimsOf('302')).toEqual(inside)
    expect(await desk.booking(booking.code)).toMatchObject({ status: 'arrived' })
    const longer = await step('extend', { minutes: 30 })
    await undo(longer.body.journalSeq)
    expect(await claimsOf('302')).toEqual(inside)
  })

  it('a queue jump leaves the ledger as it was, a block the room', async () => {
    await desk.bookMany(16, { party: 8, start: '2026-05-12 20:00' })
    const jumped = await desk.book({ party: 8, start: '2026-05-12 20:00', asks: { queueJump: true } }, { approval })
    await undo(jumped.journalSeq)
    expect((await desk.get<{ items: unknown[] }>('/queue-jumps')).body.items).toEqual([])
    const span = { start: iso('2026-05-12 16:00'), end: iso('2026-05-12 17:00') }
    const block = await desk.post<{ journalSeq: number }>(
      '/blocks',
      { roomNo: '201', kind: 'locked', reason: '试', ...span },
      '2001',
    )
    await undo(block.body.journalSeq, '2001')
    expect(await claimsOf('201')).toEqual([])
  })
})
