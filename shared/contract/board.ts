import { z } from 'zod'
import { roomStates } from '#shared/domain/room/room-state.ts'
import { businessDate, id, instant, minutes, reason, roomNo } from './fields.ts'
import { procedure } from './procedure.ts'

/** 空 订 锁 用 将 买 清 未 修, and closed when the venue is. Derived from claims, segments and the clock (booking.md §6). */
export const roomState = z.enum(roomStates)

export const boardClaim = z.object({
  kind: z.enum(['booking', 'use', 'cleaning', 'block']),
  start: z.string(),
  end: z.string(),
  bookingCode: z.string().optional(),
  stayId: z.string().optional(),
  blockId: z.string().optional(),
  party: z.int().optional(),
  name: z.string().optional(),
  /** booking: confirmed; use: open, settled, left; block: repair, closed, locked. */
  state: z.string().optional(),
  reason: z.string().optional(),
  holdUntil: z.string().optional(),
  /** Of an open use: when it was to end. `end` grows with the clock once that has passed. */
  plannedEnd: z.string().optional(),
  /** Of a settled use: when the party paid. */
  settledAt: z.string().optional(),
  vipTier: z.string().optional(),
  promise: z.boolean().optional(),
  specifiedRoom: z.boolean().optional(),
})

export const boardRoom = z.object({
  roomNo: z.string(),
  typeCode: z.string(),
  floor: z.string(),
  /** People who sit in comfort; the room's own number where it has one. */
  seats: z.int(),
  state: roomState,
  claims: z.array(boardClaim),
})

export const hold = z.object({
  roomNo: z.string(),
  start: z.string(),
  end: z.string(),
  staffNo: z.string(),
  staffName: z.string(),
  station: z.string(),
  expiresAt: z.string(),
})

export const boardContract = {
  day: procedure
    .route({ method: 'GET', path: '/board', summary: '房态板' })
    /** `rooms`: only these, for a screen that has heard which of them changed. */
    .input(z.strictObject({ date: businessDate.optional(), rooms: z.array(roomNo).min(1).max(20).optional() }))
    .output(
      z.object({
        businessDate: z.string(),
        open: z.string().nullable(),
        close: z.string().nullable(),
        now: z.string(),
        seq: z.int(),
        rooms: z.array(boardRoom),
        holds: z.array(hold),
      }),
    ),
  addBlock: procedure
    .route({ method: 'POST', path: '/blocks', successStatus: 201, summary: '维修、停用、锁定' })
    .input(
      z.strictObject({ roomNo, kind: z.enum(['repair', 'closed', 'locked']), start: instant, end: instant, reason }),
    )
    .output(
      z.object({
        id: z.string(),
        roomNo: z.string(),
        kind: z.string(),
        start: z.string(),
        end: z.string(),
        reason: z.string(),
        journalSeq: z.int().optional(),
      }),
    ),
  removeBlock: procedure
    .route({ method: 'DELETE', path: '/blocks/{id}', summary: '解除' })
    .input(z.strictObject({ id }))
    .output(z.object({ id: z.string(), journalSeq: z.int().optional() })),
  /** Soft hold of 90 s while talking: seen by the other stations, stored nowhere, gone by itself. */
  hold: procedure
    .route({ method: 'POST', path: '/holds', summary: '软锁 90 秒' })
    .input(z.strictObject({ roomNo, start: instant, minutes }))
    .output(hold),
  letGo: procedure
    .route({ method: 'DELETE', path: '/holds/current', summary: '放开软锁' })
    .output(z.object({ released: z.boolean() })),
}
