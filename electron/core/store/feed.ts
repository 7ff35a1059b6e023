import { venueId } from './schema.ts'
import type { Reader } from './tx.ts'

/** One committed change, as the live stream tells it. A change of soft holds keeps the sequence of the last commit. */
export interface LiveEvent {
  readonly seq: number
  readonly at: number
  readonly type: string
  readonly keys: readonly string[]
}

type Listener = (event: LiveEvent) => void

const page = 500

/** Tells every listener each change once and in order, from any sequence on. */
export class LiveFeed {
  readonly #reader: Reader
  readonly #listeners = new Set<Listener>()

  constructor(reader: Reader) {
    this.#reader = reader
  }

  publish(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  get listening(): number {
    return this.#listeners.size
  }

  /**
   * Listens from now on, or from after a sequence: what was missed comes first, from the journal, without gap or
   * repetition. Answers the function that ends it.
   */
  subscribe(listener: Listener, after?: number): () => void {
    if (after === undefined) {
      this.#listeners.add(listener)
      return () => this.#listeners.delete(listener)
    }
    const waiting: LiveEvent[] = []
    let sent = after
    let caughtUp = false
    let ended = false
    const pass = (event: LiveEvent) => {
      if (!caughtUp) waiting.push(event)
      else if (event.type === 'holds' || event.seq > sent) {
        sent = Math.max(sent, event.seq)
        listener(event)
      }
    }
    this.#listeners.add(pass)
    const catchUp = async () => {
      for (;;) {
        const missed = await this.#missed(sent)
        if (ended) return
        for (const event of missed) {
          sent = event.seq
          listener(event)
        }
        if (missed.length < page) break
      }
      caughtUp = true
      for (const event of waiting.splice(0)) pass(event)
    }
    // A stream that cannot be read ends; the other side resumes from what it has.
    void catchUp().catch(() => this.#listeners.delete(pass))
    return () => {
      ended = true
      this.#listeners.delete(pass)
    }
  }

  async #missed(after: number): Promise<LiveEvent[]> {
    const rows = await this.#reader
      .selectFrom('journal')
      .select(['seq', 'at', 'command', 'keys'])
      .where('venue_id', '=', venueId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(page)
      .execute()
    return rows.map((row) => ({ seq: row.seq, at: row.at, type: row.command, keys: JSON.parse(row.keys) as string[] }))
  }
}
