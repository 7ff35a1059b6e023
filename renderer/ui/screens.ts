import { createContext } from 'react'
import type { Screen } from './screen.ts'

/** The screens there are, for what leads to them from anywhere. */
export const ScreensContext = createContext<readonly Screen[]>([])

export type ScreenWithEntry = Screen & { readonly entry: NonNullable<Screen['entry']> }

/** The screens of the side bar, in its order. */
export const screensWithEntry = (screens: readonly Screen[]): ScreenWithEntry[] =>
  screens
    .filter((screen): screen is ScreenWithEntry => screen.entry !== undefined)
    .sort((a, b) => a.entry.order - b.entry.order)
