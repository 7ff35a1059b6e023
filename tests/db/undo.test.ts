import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approval, type BookingAnswer, DeskDriver, iso, newPhone } from '#tests/builders/desk-driver.ts'

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start()
})
afterEach(async () => {
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

const tonight = { party: 6, start: '2026-05-12 20:00', roomNo: '302' }
const undo = (seq: number | undefined, staff = '1001') => desk.post('/undo', { seq }, staff)
const seqOf = (answer: { journalSeq?: number }) => answer.journalSeq ?? 0

async function claimsOn(roomNo: string): Promise<string[]> {
  const board = await desk.board()
  return board.rooms.find((room) => room.roomNo === roomNo)?.claims.map((claim) => claim.kind) ?? []
}

describe('undo', () => {
  it('of a booking cancels it and frees its room', async () => {
    const booking = await desk.book(tonight)
    expect((await undo(seqOf(booking))).status).toBe(200)
    expect(await desk.booking(booking.code)).toMatchObject({ status: 'cancelled', cancelReason: 'other' })
    expect(await claimsOn('302')).toEqual([])
  })

  it('of a cancellation brings the booking back, with a version of its own', async () => {
    const booking = await desk.book(tonight)
    const cancelled = await desk.post<BookingAnswer>(`/bookings/${booking.code}/cancel`, { reason: 'guest' })
    expect((await undo(seqOf(cancelled.body))).status).toBe(200)
    const back = await desk.booking(booking.code)
    expect(back).toMatchObject({ status: 'confirmed', roomNo: '302' })
    expect(back.version).toBeGreaterThan(cancelled.body.version)
    expect(await claimsOn('302')).toEqual(['booking', 'cleaning'])
  })

  it('of a cancellation is refused when the room has been taken since', async () => {
    const booking = await desk.book(tonight)
    const cancelled = await desk.post<BookingAnswer>(`/bookings/${booking.code}/cancel`, { reason: 'guest' })
    await desk.book(tonight, { customer: { name: '李娜', phone: newPhone() } })
    expect(await undo(seqOf(cancelled.body))).toMatchObject({ status: 409, body: { error: { code: 'ROOM_TAKEN' } } })
    expect(await desk.booking(booking.code)).toMatchObject({ status: 'cancelled' })
  })

  it('of an arrival makes it a booking again', async () => {
    const booking = await desk.book({ party: 4, start: '2026-05-12 15:15' })
    const stay = await desk.arrive(booking.code)
    expect((await undo(seqOf(stay.body), '1101')).status).toBe(200)
    expect(await desk.booking(booking.code)).toMatchObject({ status: 'confirmed', roomNo: booking.roomNo })
    expect((await desk.get<{ items: unknown[] }>('/stays')).body.items).toEqual([])
  })

  it('of a walk-in forgets the stay', async () => {
    const stay = await desk.letIn({ party: 3, minutes: 120 })
    expect((await undo(seqOf(stay), '1101')).status).toBe(200)
    expect(await claimsOn(stay.segments[0]?.roomNo ?? '')).toEqual([])
  })

  it('of what somebody has touched since is refused, and says who and when', async () => {
    const booking = await desk.book(tonight)
    await desk.post(`/bookings/${booking.code}/cancel`, { reason: 'guest' }, '1002')
    expect(await undo(seqOf(booking))).toMatchObject({
      status: 409,
      body: { error: { code: 'UNDO_REFUSED', details: { why: 'changedSince', by: '1002' } } },
    })
  })

  it('twice is refused', async () => {
    const booking = await desk.book(tonight)
    expect((await undo(seqOf(booking))).status).toBe(200)
    expect(await undo(seqOf(booking))).toMatchObject({ status: 409, body: { error: { code: 'UNDO_REFUSED' } } })
  })

  it('of somebody else’s deed is a supervisor’s', async () => {
    const booking = await desk.book(tonight)
    expect((await undo(seqOf(booking), '1002')).status).toBe(403)
    expect((await undo(seqOf(booking), '2001')).status).toBe(200)
  })

  it('ends with the tenth minute', async () => {
    const booking = await desk.book(tonight)
    await desk.clock('2026-05-12 15:11')
    expect(await undo(seqOf(booking))).toMatchObject({ status: 409, body: { error: { details: { why: 'tooLate' } } } })
  })

  it('of what never was is not found', async () => {
    expect((await undo(99_999)).status).toBe(404)
  })

  it('is in the history like any deed', async () => {
    const booking = await desk.book(tonight)
    await undo(seqOf(booking))
    const { history } = await desk.booking(booking.code)
    expect(history.map((entry) => entry.command)).toEqual(expect.arrayContaining(['booking.save', 'journal.undo']))
  })

  it('of a block brings the room back', async () => {
    const block = {
      roomNo: '305',
      kind: 'repair',
      start: iso('2026-05-12 18:00'),
      end: iso('2026-05-12 22:00'),
      reason: approval.reason,
    }
    const added = await desk.post<{ journalSeq: number }>('/blocks', block, '2001')
    expect((await undo(added.body.journalSeq, '2001')).status).toBe(200)
    expect(await claimsOn('305')).toEqual([])
  })
})
