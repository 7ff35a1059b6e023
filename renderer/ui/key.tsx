import type { Chord } from './keyboard/chord.ts'

/** A key cap: the key's name in a thin frame. */
export function Key({ name, big = false }: { name: Chord; big?: boolean }) {
  return <kbd className={big ? 'key key-big' : 'key'}>{name}</kbd>
}
