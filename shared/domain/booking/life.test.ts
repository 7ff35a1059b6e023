import { describe, expect, it } from 'vitest'
import { type BookingStatus, type BookingStep, isDepositRefundable, isLateCancellation, nextStatus } from './life.ts'

const minute = 60_000
const statuses: BookingStatus[] = [
  'confirmed',
  'arrived',
  'done',
  'cancelled',
  'released',
  'advance',
  'standby',
  'waiting',
]
const possible: Record<BookingStep, Partial<Record<BookingStatus, BookingStatus>>> = {
  change: { confirmed: 'confirmed' },
  cancel: { confirmed: 'cancelled', advance: 'cancelled', standby: 'cancelled', waiting: 'cancelled' },
  arrive: { confirmed: 'arrived', released: 'arrived' },
  release: { confirmed: 'released' },
  finish: { arrived: 'done' },
  expire: { advance: 'cancelled', standby: 'cancelled', waiting: 'cancelled' },
  seat: { waiting: 'arrived', standby: 'arrived' },
}

describe('life of a booking', () => {
  for (const step of Object.keys(possible) as BookingStep[])
    for (const status of statuses)
      it(`${step} of a ${status} booking ${possible[step][status] ? `makes it ${possible[step][status]}` : 'is not possible'}`, () => {
        expect(nextStatus(status, step)).toBe(possible[step][status])
      })

  it('counts a cancellation as late from 2 h before the start on', () => {
    expect(isLateCancellation(200 * minute, 80 * minute, 120)).toBe(false)
    expect(isLateCancellation(200 * minute, 81 * minute, 120)).toBe(true)
  })

  it('refunds a deposit until 24 h before the start', () => {
    expect(isDepositRefundable(1440 * minute, 0, 24)).toBe(true)
    expect(isDepositRefundable(1440 * minute, minute, 24)).toBe(false)
  })
})
