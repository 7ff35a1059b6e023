import type { DayFacts, DayPart } from '#shared/domain/reports/day-facts.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'

/**
 * Facts of closed days that have been read lately. As a day was first closed, so it stays: what is here never has to be
 * read again, and only makes room.
 */
export class ReadFacts {
  /** Parts of days that are kept at most; a large venue's take some forty kilobytes each. */
  readonly most: number
  readonly #byName = new Map<string, DayFacts[DayPart]>()

  constructor(most = 600) {
    this.most = most
  }

  get<Part extends DayPart>(part: Part, date: BusinessDate): DayFacts[Part] | undefined {
    const name = `${part} ${date}`
    const found = this.#byName.get(name)
    if (found === undefined) return undefined
    this.#byName.delete(name)
    this.#byName.set(name, found)
    return found as DayFacts[Part]
  }

  set<Part extends DayPart>(part: Part, date: BusinessDate, facts: DayFacts[Part]): void {
    this.#byName.set(`${part} ${date}`, facts)
    if (this.#byName.size <= this.most) return
    const [oldest] = this.#byName.keys()
    if (oldest !== undefined) this.#byName.delete(oldest)
  }
}
