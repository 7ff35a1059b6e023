import { expect, it } from 'vitest'
import { heatColours } from './heat-scale.ts'

const numbers = (css: string) => (css.match(/\d+/g) ?? []).map(Number)
const channel = (value: number) =>
  value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
const luminance = ([r = 0, g = 0, b = 0]: number[]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
const hex = (text: string) => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16))

it('the ink is read on every shade, light and dark', () => {
  for (const appearance of ['light', 'dark'] as const)
    for (let share = 0; share <= 1.0001; share += 0.02) {
      const { fill, ink } = heatColours(share, appearance)
      const [a, b] = [luminance(numbers(fill)), luminance(hex(ink))]
      expect((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)).toBeGreaterThanOrEqual(4.5)
    }
})

it('nothing is the lightest, the most the strongest', () => {
  expect(heatColours(0, 'light').fill).toBe('rgb(246 249 253)')
  expect(heatColours(1, 'light').fill).toBe('rgb(20 74 160)')
  expect(heatColours(7, 'light')).toEqual(heatColours(1, 'light'))
})
