/** Beyond this many rooms the whole day is asked again. */
const fewRooms = 12

/** The rooms that changes since the last look were about. */
export class ChangedRooms {
  #rooms = new Set<string>()
  #wide = false

  hear(keys: readonly string[]): void {
    const own = keys.filter((key) => key.startsWith('room:')).map((key) => key.slice('room:'.length))
    if (own.length === 0) this.#wide = true
    for (const room of own) this.#rooms.add(room)
  }

  /** The rooms heard of, or undefined when the whole board has to be asked; begins anew. */
  take(): readonly string[] | undefined {
    const rooms = [...this.#rooms]
    const wide = this.#wide || rooms.length === 0 || rooms.length > fewRooms
    this.#rooms = new Set()
    this.#wide = false
    return wide ? undefined : rooms
  }
}
