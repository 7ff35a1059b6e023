type Rgb = readonly [number, number, number]

/** The scale's ends (mock README: heat map), light and dark. */
const scales = {
  light: { from: [246, 249, 253], to: [20, 74, 160] },
  dark: { from: [27, 32, 39], to: [92, 157, 255] },
} as const satisfies Record<string, { readonly from: Rgb; readonly to: Rgb }>

// Black itself: half-way up the scale nothing lighter is read well enough.
const inks = { dark: '#000000', light: '#FFFFFF' } as const

const channel = (value: number): number => {
  const part = value / 255
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
const luminance = ([r, g, b]: Rgb): number => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

/** Fill and ink for a share of the most there is; the ink is whichever is read better on the fill. */
export function heatColours(
  share: number,
  appearance: 'light' | 'dark',
): { readonly fill: string; readonly ink: string } {
  const { from, to } = scales[appearance]
  const part = Math.max(0, Math.min(1, share))
  const rgb = from.map((start, index) => Math.round(start + ((to[index] ?? start) - start) * part)) as unknown as Rgb
  const fill = luminance(rgb)
  const ink = contrast(fill, 0) >= contrast(fill, 1) ? inks.dark : inks.light
  return { fill: `rgb(${rgb.join(' ')})`, ink }
}
