import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import { aliveHotkeys, announceHotkeys, type Hotkey, hotkeysVersion, register, subscribeHotkeys } from './registry.ts'

/** The layer keys belong to; dialogs provide their own. */
export const LayerContext = createContext(0)

/** Keys of the component while it is mounted. `run` always sees the latest render. */
export function useHotkeys(hotkeys: readonly Hotkey[]): void {
  const layer = useContext(LayerContext)
  const latest = useRef(hotkeys)
  latest.current = hotkeys
  const count = hotkeys.length
  const shown = hotkeys.map((h) => `${h.id}|${h.keys}|${h.label}|${h.enabled !== false}|${h.status ?? ''}`).join('\n')

  useEffect(() => {
    const fallback = latest.current
    const leave = Array.from({ length: count }, (_, index) =>
      register({ layer, hotkey: () => latest.current[index] ?? (fallback[index] as Hotkey) }),
    )
    return () => {
      for (const undo of leave) undo()
    }
  }, [layer, count])

  // biome-ignore lint/correctness/useExhaustiveDependencies: told again whenever what is shown has changed
  useEffect(announceHotkeys, [shown])
}

/** Every hotkey alive on the page, for the status bar, cheat sheet and palette. */
export function useAliveHotkeys(): readonly Hotkey[] {
  useSyncExternalStore(subscribeHotkeys, hotkeysVersion)
  return aliveHotkeys()
}
