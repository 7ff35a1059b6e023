import { useSyncExternalStore } from 'react'
import { createStore } from './store.ts'
import type { Appearance } from './tokens.ts'

export type AppearanceChoice = 'auto' | Appearance
const key = 'desk.appearance'
const night = window.matchMedia('(prefers-color-scheme: dark)')

const stored = localStorage.getItem(key)
const choice = createStore<AppearanceChoice>(stored === 'light' || stored === 'dark' ? stored : 'auto')

const resolve = (): Appearance => {
  const chosen = choice.get()
  return chosen === 'auto' ? (night.matches ? 'dark' : 'light') : chosen
}
const resolved = createStore<Appearance>(resolve())

function apply(): void {
  resolved.set(resolve())
  document.documentElement.dataset.theme = resolved.get()
}
choice.subscribe(apply)
night.addEventListener('change', apply)
apply()

/** Light, dark, or as the system says; kept on this station. */
export function chooseAppearance(value: AppearanceChoice): void {
  localStorage.setItem(key, value)
  choice.set(value)
}

export const useAppearanceChoice = (): AppearanceChoice => useSyncExternalStore(choice.subscribe, choice.get)
export const useAppearance = (): Appearance => useSyncExternalStore(resolved.subscribe, resolved.get)
