import { z } from 'zod'
import { reportHead } from './report.ts'

const couponCells = z.object({
  opening: z.int(),
  issued: z.int(),
  stamped: z.int(),
  handed: z.int(),
  redeemed: z.int(),
  voided: z.int(),
  expired: z.int(),
  outstanding: z.int(),
  /** Of the outstanding ones: not handed out yet, and handed out. */
  inHouse: z.int(),
  withGuests: z.int(),
})

const couponPersonCells = z.object({ ...couponCells.shape, accepted: z.int(), voiding: z.int() })

/** 生活体验券发放统计表 (appendix 07): by batch and by person, with the serials passed over. */
export const couponsReport = z.object({
  name: z.literal('coupons'),
  ...reportHead,
  columns: z.array(z.string()),
  columnNames: z.record(z.string(), z.string()),
  rows: z.array(
    z.object({
      /** The batch. */
      key: z.string(),
      label: z.string(),
      kind: z.string(),
      serials: z.string(),
      value: z.int(),
      validFrom: z.string(),
      validUntil: z.string(),
      cells: couponCells,
    }),
  ),
  total: couponCells,
  /** By who handed out; acts of his own beside. `house`: the coupons nobody has handed out. */
  persons: z.array(z.object({ key: z.string(), label: z.string(), cells: couponPersonCells })),
  /** 断号: not handed out while higher serials of the batch are; the first of them, and all in number. */
  gaps: z.array(z.object({ batch: z.string(), label: z.string(), serials: z.string(), count: z.int() })),
  gapCount: z.int(),
})
