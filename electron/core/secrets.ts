import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Secrets of other systems that the venue has told the program. They lie beside the database, readable by its own user
 * alone, and are in no table, journal line, backup, answer or log.
 */
export class Secrets {
  readonly #folder: string

  constructor(dataFolder: string) {
    this.#folder = dataFolder
  }

  get(name: 'mail'): string | undefined {
    const file = this.#file(name)
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  }

  /** Keeps a secret; an empty one is taken away. */
  set(name: 'mail', value: string): void {
    const file = this.#file(name)
    if (value === '') {
      rmSync(file, { force: true })
      return
    }
    const unfinished = `${file}.part`
    writeFileSync(unfinished, value, { mode: 0o600, flush: true })
    chmodSync(unfinished, 0o600)
    renameSync(unfinished, file)
  }

  #file(name: string): string {
    return join(this.#folder, `${name}.secret`)
  }
}
