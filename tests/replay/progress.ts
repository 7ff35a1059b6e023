const width = 30

/** A bar on a terminal, a line at every twentieth elsewhere. */
export class Progress {
  readonly #all: number
  readonly #begun = performance.now()
  #done = 0
  #said = -1

  constructor(all: number) {
    this.#all = all
  }

  done(clock: string): void {
    this.#done += 1
    const share = this.#done / this.#all
    const step = Math.floor(share * (process.stdout.isTTY ? 1000 : 20))
    if (step === this.#said) return
    this.#said = step
    const perSecond = this.#done / ((performance.now() - this.#begun) / 1000)
    const left = (this.#all - this.#done) / perSecond
    const said = `${(100 * share).toFixed(0).padStart(3)} %  ${this.#done}/${this.#all}  ${clock}  ${perSecond.toFixed(0)}/s  ${Math.ceil(left)} s left`
    if (process.stdout.isTTY) {
      const full = Math.round(share * width)
      process.stdout.write(`\r[${'█'.repeat(full)}${'·'.repeat(width - full)}] ${said}   `)
    } else process.stdout.write(`${said}\n`)
  }

  end(): void {
    if (process.stdout.isTTY) process.stdout.write('\n')
  }
}
