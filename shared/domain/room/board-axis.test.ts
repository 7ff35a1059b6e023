import { expect, it } from 'vitest'
import { atOf, axisWidth, type BoardAxis, extentOf, hoursOf, snapToSlot, xOf } from './board-axis.ts'

const at = (text: string) => Date.parse(`2026-03-06T${text}:00+08:00`)
const axis: BoardAxis = {
  start: at('12:00'),
  end: at('12:00') + 18 * 3_600_000,
  hourOrigin: at('12:00'),
  pxPerMinute: 1.152,
}

it('puts 12 to 06 in 1244 px at 1.152 px a minute', () => {
  expect(Math.round(axisWidth(axis))).toBe(1244)
})

it('finds the instant under a pixel again', () => {
  const instant = at('20:45')
  expect(atOf(axis, xOf(axis, instant))).toBeCloseTo(instant, 0)
})

it('shows only the part of a span that is on the axis', () => {
  expect(extentOf(axis, at('11:00'), at('13:00'))).toEqual({ left: 0, width: 60 * 1.152 })
  expect(extentOf(axis, at('09:00'), at('12:00'))).toBeUndefined()
})

it('snaps to the slots of the clock, also when the venue opens off them', () => {
  const late: BoardAxis = { ...axis, start: at('12:10'), hourOrigin: at('12:00') }
  expect(snapToSlot(late, at('20:37'), 15)).toBe(at('20:30'))
  expect(snapToSlot(late, at('20:38'), 15)).toBe(at('20:45'))
})

it('draws hour lines on whole hours within the axis only', () => {
  const late: BoardAxis = { ...axis, start: at('12:10'), end: at('15:00') }
  expect(hoursOf(late)).toEqual([at('13:00'), at('14:00')])
})
