import type { Shift } from '../reports/report-settings.ts'

/**
 * The shift a wall minute of the business day falls in: the last one that has begun by then. A minute before the first
 * belongs to the first, which begins the day; undefined only where there are no shifts.
 * @param minute after midnight of the business date, 1500 for 01:00 of the next morning
 * @param shifts in order of the day
 */
export const shiftAt = (minute: number, shifts: readonly Shift[]): Shift | undefined =>
  shifts.findLast((shift) => shift.from <= minute) ?? shifts[0]
