import type { Hotkey } from '#renderer/ui/keyboard/registry.ts'

/** F-keys first by their number, then the others by name. */
export function byKey(a: Hotkey, b: Hotkey): number {
  const isF = (hotkey: Hotkey): boolean => /^F\d/.test(hotkey.keys)
  return Number(isF(b)) - Number(isF(a)) || a.keys.localeCompare(b.keys, 'en', { numeric: true })
}
