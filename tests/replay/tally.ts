import type { Timing } from '#tests/bench/measure.ts'
import { timingOf } from '#tests/bench/measure.ts'
import type { ErrorBody, Exchange } from './api-client.ts'

/** Counts by two names, in the order in which they first appear. */
export class Table {
  readonly #rows = new Map<string, Map<string, number>>()

  add(row: string, column: string, by = 1): void {
    const cells = this.#rows.get(row) ?? new Map<string, number>()
    cells.set(column, (cells.get(column) ?? 0) + by)
    this.#rows.set(row, cells)
  }

  get(row: string, column: string): number {
    return this.#rows.get(row)?.get(column) ?? 0
  }

  rowSum(row: string): number {
    return [...(this.#rows.get(row)?.values() ?? [])].reduce((sum, count) => sum + count, 0)
  }

  columnSum(column: string): number {
    return this.rows().reduce((sum, row) => sum + this.get(row, column), 0)
  }

  total(): number {
    return this.rows().reduce((sum, row) => sum + this.rowSum(row), 0)
  }

  rows(): string[] {
    return [...this.#rows.keys()]
  }

  columns(): string[] {
    return [...new Set([...this.#rows.values()].flatMap((cells) => [...cells.keys()]))]
  }
}

export type Speed = 'decision' | 'booking' | 'other write' | 'read' | 'clock'

const speedOf = ({ method, path }: Exchange): Speed => {
  if (path === '/decisions') return 'decision'
  if (path === '/training/clock') return 'clock'
  if (method === 'GET') return 'read'
  return path === '/bookings' ? 'booking' : 'other write'
}

const keptSamples = 12

/** What happened, counted; one replay fills it and the report reads it. */
export class Tally {
  /** How askings ended: flow of the decision × what became of it. */
  readonly flows = new Table()
  /** Reasons of the decisions that were not simply available × outcome. */
  readonly reasons = new Table()
  readonly offersTaken = new Table()
  /** Commands that were refused (409): path × code. */
  readonly refusals = new Table()
  readonly walkIns = new Table()
  readonly arrivals = new Table()
  readonly stays = new Table()
  readonly waiting = new Table()
  readonly statuses = new Table()
  readonly overlaps: string[] = []
  readonly unexpected: string[] = []
  /** Worth a look by whoever asks with --remarks. */
  readonly remarks: string[] = []
  requests = 0
  serverErrors = 0
  boardsLookedAt = 0
  readonly #times = new Map<Speed, number[]>()

  remark(text: string): void {
    if (this.remarks.length < 500) this.remarks.push(text)
  }

  /** Takes note of one request and its answer. */
  readonly watch = (exchange: Exchange): void => {
    this.requests += 1
    const speed = speedOf(exchange)
    const list = this.#times.get(speed)
    if (list) list.push(exchange.ms)
    else this.#times.set(speed, [exchange.ms])
    const { method, path, status } = exchange
    if (status < 400) return
    const shape = `${method} ${path.replace(/\?.*/, '').replace(/\/(?:[A-Za-z]\d-\d+|[a-z]+[0-9a-z]+-\d+|\d{3})(?=\/|$)/g, '/…')}`
    const code = (exchange.answer as ErrorBody | undefined)?.error?.code ?? String(status)
    if (status >= 500) this.serverErrors += 1
    if (status === 409) this.refusals.add(shape, code)
    else if (this.unexpected.length < keptSamples)
      this.unexpected.push(`${shape} ${status} ${JSON.stringify(exchange.sent)} → ${JSON.stringify(exchange.answer)}`)
  }

  timings(): readonly (readonly [Speed, Timing])[] {
    return [...this.#times].map(([speed, values]) => [speed, timingOf(values)] as const)
  }
}
