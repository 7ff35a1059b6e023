import { createStore } from '../store.ts'
import { type Chord, chordOf, isCommandChord } from './chord.ts'

/** One thing a key does. The status bar, the cheat sheet and the palette are all drawn from these. */
export interface Hotkey {
  /** Unique among those alive, e.g. `desk.confirm`. */
  readonly id: string
  readonly keys: Chord
  /** What happens, in the reader's language. */
  readonly label: string
  /** Heading in the cheat sheet, in the reader's language; one for each screen. */
  readonly group: string
  readonly run: (event: KeyboardEvent) => void
  /** Place in the status bar, from the left; not shown there without one. */
  readonly status?: number
  /** A bare key (no Ctrl, Alt or F) types into a field unless this says that it acts there too. */
  readonly inFields?: boolean
  readonly enabled?: boolean
  /** False keeps it out of cheat sheet and palette (arrow keys and the like). */
  readonly listed?: boolean
}

interface Registered {
  readonly hotkey: () => Hotkey
  /** 0 the page; each open dialog is one more, and only the topmost layer hears keys. */
  readonly layer: number
}

let entries: readonly Registered[] = []
const version = createStore(0)
const layers: number[] = []

const changed = () => version.set(version.get() + 1)

export function register(entry: Registered): () => void {
  entries = [...entries, entry]
  changed()
  return () => {
    entries = entries.filter((other) => other !== entry)
    changed()
  }
}

/** Opens a layer above all others; keys below it rest until it closes. */
export function openLayer(): { layer: number; close: () => void } {
  const layer = Math.max(0, ...layers) + 1
  layers.push(layer)
  changed()
  return {
    layer,
    close: () => {
      layers.splice(layers.indexOf(layer), 1)
      changed()
    },
  }
}

const topLayer = (): number => Math.max(0, ...layers)

export const subscribeHotkeys = version.subscribe
export const hotkeysVersion = version.get
/** Says that labels or enabled states have changed without an entry coming or going. */
export const announceHotkeys = changed

/** Hotkeys alive and enabled on the page; of those on one chord the newest, which is the one that acts. */
export function aliveHotkeys(): readonly Hotkey[] {
  const byChord = new Map<Chord, Hotkey>()
  for (const entry of entries) {
    const hotkey = entry.hotkey()
    if (entry.layer === 0 && hotkey.enabled !== false) byChord.set(hotkey.keys, hotkey)
  }
  return [...byChord.values()]
}

/** True when typing goes somewhere. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
}

/** A key that an input method is still using belongs to it alone. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return
  const chord = chordOf(event)
  const field = isField(event.target)
  const layer = topLayer()
  for (const entry of [...entries].reverse()) {
    if (entry.layer !== layer) continue
    const hotkey = entry.hotkey()
    if (hotkey.keys !== chord || hotkey.enabled === false) continue
    if (field && !isCommandChord(chord) && !hotkey.inFields) continue
    event.preventDefault()
    hotkey.run(event)
    return
  }
}

/** Starts listening, once, for the whole page. */
export function listenForHotkeys(target: Window): () => void {
  target.addEventListener('keydown', hear)
  return () => target.removeEventListener('keydown', hear)
}
