/** Amber lights: something is wrong and work goes on. Keyed, so that each shows once and can be put out. */
export class Warnings {
  readonly #lit = new Set<string>()

  light(code: string): void {
    this.#lit.add(code)
  }

  putOut(code: string): void {
    this.#lit.delete(code)
  }

  list(): string[] {
    return [...this.#lit].sort()
  }
}
