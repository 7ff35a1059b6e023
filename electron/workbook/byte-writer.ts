const firstRoom = 256 * 1024
const replacement = 0xfffd

/**
 * Text that is put together piece by piece, straight as UTF-8. A hundred thousand rows are some two million cells of
 * half a dozen pieces each: joined as strings and encoded afterwards they cost several times as much.
 */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(firstRoom)
  #at = 0

  /** ASCII alone; nothing is looked at. */
  ascii(text: string): void {
    const { length } = text
    this.#makeRoom(length)
    const bytes = this.#bytes
    let at = this.#at
    for (let index = 0; index < length; index += 1) bytes[at++] = text.charCodeAt(index)
    this.#at = at
  }

  /** Any text; half a character becomes the replacement character. */
  utf8(text: string): void {
    const { length } = text
    this.#makeRoom(length * 3)
    const bytes = this.#bytes
    let at = this.#at
    for (let index = 0; index < length; index += 1) {
      let code = text.charCodeAt(index)
      if (code < 0x80) {
        bytes[at++] = code
        continue
      }
      if (code >= 0xd800 && code <= 0xdfff) {
        const whole = text.codePointAt(index) ?? replacement
        if (whole > 0xffff) index += 1
        code = whole > 0xffff ? whole : replacement
      }
      if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6)
      else {
        if (code < 0x10000) bytes[at++] = 0xe0 | (code >> 12)
        else {
          bytes[at++] = 0xf0 | (code >> 18)
          bytes[at++] = 0x80 | ((code >> 12) & 0x3f)
        }
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f)
      }
      bytes[at++] = 0x80 | (code & 0x3f)
    }
    this.#at = at
  }

  /** What has been written since the last time. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#at))
    this.#at = 0
    return taken
  }

  #makeRoom(length: number): void {
    if (this.#at + length <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + length))
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }
}
