import { cpSync, rmSync } from 'node:fs'
import type { z } from 'zod'
import type { boardContract } from '#shared/contract/board.ts'
import type { booking } from '#shared/contract/booking.ts'
import type { DecisionView } from '#shared/contract/decision.ts'
import type { stay } from '#shared/contract/stay.ts'
import type { waitlistEntry } from '#shared/contract/waitlist.ts'
import { demoStaff } from '#shared/demo/demo-staff.ts'
import { makeFolder, practicePin, startTestHub, type TestHub, tuesdayAfternoon } from './host.ts'
import { type RestAnswer, RestClient } from './rest.ts'

export type BookingAnswer = z.output<typeof booking>
export type StayAnswer = z.output<typeof stay>
export type WaitlistAnswer = z.output<typeof waitlistEntry>
export type BoardAnswer = z.output<(typeof boardContract)['day']['~orpc']['outputSchema'] & z.ZodType>

export interface ErrorAnswer {
  readonly error: {
    readonly code: string
    readonly message: string
    readonly details: Record<string, unknown> & {
      readonly decision?: DecisionView
      readonly needs?: readonly string[]
      readonly current?: Record<string, unknown>
    }
  }
}

/** A wish in the venue's zone: `start` as `2026-05-12 20:00`. */
export interface Wish {
  readonly party: number
  readonly start: string
  readonly minutes?: number
  readonly typeCode?: string
  readonly roomNo?: string
  readonly phone?: string
  readonly channel?: 'phone' | 'walkIn' | 'online'
  readonly asks?: { readonly queueJump: true }
}

export const iso = (local: string): string => `${local.replace(' ', 'T')}:00+08:00`

export const approval = { staffNo: '2001', pin: practicePin, reason: '老客人' }

let phones = 0

/** A number nobody else in the test has. */
export const newPhone = (): string => `138${String(10_000_000 + ++phones).padStart(8, '0')}`

interface HistoryAnswer {
  readonly command: string
  readonly actor: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

type Tokens = ReadonlyMap<string, string>

let practice: Promise<{ readonly folder: string; readonly tokens: Tokens }> | undefined

// PINs are slow to check by design. The venue is made and everybody signed in once; each test works on a copy.
async function preparePractice(): Promise<{ folder: string; tokens: Tokens }> {
  const hub = await startTestHub({ now: '2026-05-01T12:00:00+08:00', folder: makeFolder() })
  const rest = new RestClient(hub.url)
  const tokens = new Map<string, string>()
  for (const { staffNo } of demoStaff) tokens.set(staffNo, await rest.token(staffNo))
  await hub.close()
  process.on('exit', () => rmSync(hub.folder, { recursive: true, force: true }))
  return { folder: hub.folder, tokens }
}

type Body = Readonly<Record<string, unknown>>
type Answer<Good> = RestAnswer<Good & ErrorAnswer>

/** Drives a practice hub from outside, in the words of the desk. */
export class DeskDriver {
  readonly hub: TestHub
  readonly rest: RestClient
  readonly tokens: Tokens

  constructor(hub: TestHub, tokens: Tokens) {
    this.hub = hub
    this.tokens = tokens
    this.rest = new RestClient(hub.url, tokens)
  }

  static async start(now = tuesdayAfternoon): Promise<DeskDriver> {
    practice ??= preparePractice()
    const { folder, tokens } = await practice
    const own = makeFolder()
    cpSync(folder, own, { recursive: true })
    const hub = await startTestHub({ now: now.includes('T') ? now : iso(now), folder: own })
    return new DeskDriver(hub, tokens)
  }

  async decide(wish: Wish): Promise<DecisionView> {
    const { status, body } = await this.rest.call<DecisionView>('POST', '/decisions', {
      body: { ...wish, start: iso(wish.start) },
    })
    if (status !== 200) throw new Error(`decision: ${status} ${JSON.stringify(body)}`)
    return body
  }

  save(wish: Wish, more: Body = {}, staff = '1001'): Promise<Answer<BookingAnswer>> {
    const customer = { name: '张伟', phone: newPhone() }
    return this.rest.call('POST', '/bookings', {
      staff,
      body: { request: { ...wish, start: iso(wish.start) }, customer, ...more },
    })
  }

  /** Saves, and expects it to succeed. */
  async book(wish: Wish, more: Body = {}): Promise<BookingAnswer> {
    const { status, body } = await this.save(wish, more)
    if (status !== 201) throw new Error(`booking: ${status} ${JSON.stringify(body.error)}`)
    return body
  }

  async bookMany(times: number, wish: Wish, more: Body = {}): Promise<BookingAnswer[]> {
    const made: BookingAnswer[] = []
    for (let i = 0; i < times; i += 1) made.push(await this.book(wish, more))
    return made
  }

  walkIn(body: Body): Promise<Answer<StayAnswer>> {
    return this.rest.call('POST', '/stays', { body, staff: '1101' })
  }

  async letIn(body: Body): Promise<StayAnswer> {
    const answer = await this.walkIn(body)
    if (answer.status !== 201) throw new Error(`walk-in: ${answer.status} ${JSON.stringify(answer.body.error)}`)
    return answer.body
  }

  post<Good = Record<string, unknown>>(path: string, body: Body = {}, staff = '1001'): Promise<Answer<Good>> {
    return this.rest.call('POST', path, { body, staff })
  }

  get<Good = Record<string, unknown>>(path: string, staff = '1001'): Promise<Answer<Good>> {
    return this.rest.call('GET', path, { staff })
  }

  async booking(code: string): Promise<BookingAnswer & { history: HistoryAnswer[] }> {
    return (await this.get<BookingAnswer & { history: HistoryAnswer[] }>(`/bookings/${code}`)).body
  }

  arrive(code: string, body: Body = {}): Promise<Answer<StayAnswer>> {
    return this.post(`/bookings/${code}/arrive`, body, '1101')
  }

  change(code: string, body: Body): Promise<Answer<BookingAnswer>> {
    return this.rest.call('PATCH', `/bookings/${code}`, { body })
  }

  async clock(local: string): Promise<{ released: number; expired: number }> {
    const { status, body } = await this.rest.call<{ released: number; expired: number }>('PUT', '/training/clock', {
      body: { now: iso(local) },
      staff: '9001',
    })
    if (status !== 200) throw new Error(`clock: ${status} ${JSON.stringify(body)}`)
    return body
  }

  async board(date?: string): Promise<BoardAnswer> {
    return (await this.get<BoardAnswer>(`/board${date ? `?date=${date}` : ''}`)).body
  }

  async room(roomNo: string, date?: string): Promise<BoardAnswer['rooms'][number]> {
    const found = (await this.board(date)).rooms.find((room) => room.roomNo === roomNo)
    if (!found) throw new Error(`no room ${roomNo}`)
    return found
  }

  async waitlist(): Promise<WaitlistAnswer[]> {
    return (await this.get<{ items: WaitlistAnswer[] }>('/waitlist')).body.items
  }

  async close(): Promise<void> {
    await this.hub.close()
    rmSync(this.hub.folder, { recursive: true, force: true })
  }
}

/** Claims of one day that overlap on a room, cleaning included; there are none. */
export function overlapsOn(board: BoardAnswer): string[] {
  return board.rooms.flatMap((room) => {
    const spans = room.claims
      .map((claim) => [Date.parse(claim.start), Date.parse(claim.end)] as const)
      .sort(([a], [b]) => a - b)
    return spans.flatMap(([start], at) => {
      const before = spans[at - 1]
      return before && before[1] > start ? [`${room.roomNo} at ${new Date(start).toISOString()}`] : []
    })
  })
}
