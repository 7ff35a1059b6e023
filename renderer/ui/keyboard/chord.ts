/** One key or chord as written on screen: `F2`, `Ctrl+K`, `Alt+N`, `Enter`, `[`, `1`. */
export type Chord = string

interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

const namedKeys: Record<string, string> = {
  ' ': 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** With Ctrl or Alt the key's place counts, since input methods and Alt change the character. */
function placeOf(code: string): string | undefined {
  if (/^Key[A-Z]$/.test(code)) return code.slice(3)
  if (/^(Digit|Numpad)\d$/.test(code)) return code.slice(-1)
  return { Slash: '/', BracketLeft: '[', BracketRight: ']', Comma: ',', Period: '.', Backslash: '\\' }[code]
}

/** The chord a key press spells. ⌘ counts as Ctrl. */
export function chordOf(press: KeyPress): Chord {
  const ctrl = press.ctrlKey || press.metaKey
  const modified = ctrl || press.altKey
  const plain = namedKeys[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key)
  const key = (modified ? placeOf(press.code) : undefined) ?? plain
  const shift = press.shiftKey && (modified || press.key.length > 1)
  return `${ctrl ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

/** True for chords that never type anything: F-keys, and anything with Ctrl or Alt. */
export const isCommandChord = (chord: Chord): boolean => /^(F\d{1,2}$|Ctrl\+|Alt\+)/.test(chord)
