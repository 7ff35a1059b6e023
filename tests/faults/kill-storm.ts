import { Agent, request } from 'node:http'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { practicePin } from '#tests/builders/host.ts'
import { type HubProcess, startHubProcess } from './hub-process.ts'

const now = '2026-05-12T15:00:00+08:00'

export interface StormPlan {
  readonly folder: string
  readonly rounds: number
  readonly clients: number
  /** Between which milliseconds of a round the hub is killed. */
  readonly killAfter: readonly [number, number]
  readonly seed: number
  readonly onRound?: (round: number, saved: number) => void
}

export interface StormResult {
  readonly acknowledged: number
  readonly refused: number
  /** Requests whose answer was cut off, and how many of them turned out to have been stored. */
  readonly cutOff: number
  readonly cutOffStored: number
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  readonly invented: number
  readonly overlaps: number
  readonly chainBrokenAt: number | null
}

interface Attempt {
  readonly key: string
  readonly body: string
}

interface Answer {
  readonly status: number
  readonly code?: string
}

/** A small generator of its own, so that a storm can be repeated by its seed. */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function post(
  url: string,
  path: string,
  body: string,
  headers: Record<string, string>,
  agent?: Agent,
): Promise<Answer & { text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/api/v1${path}`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, ...(agent && { agent }) },
      (response) => {
        let text = ''
        response.on('data', (part) => {
          text += part
        })
        response.on('error', reject)
        response.on('aborted', () => reject(new Error('cut off')))
        response.on('end', () => {
          const { code } = JSON.parse(text) as { code?: string }
          resolve({ status: response.statusCode ?? 0, text, ...(code !== undefined && { code }) })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Bookings from many clients at once while the hub is killed again and again; then counts what is left. */
export async function killStorm(plan: StormPlan): Promise<StormResult> {
  const roll = dice(plan.seed)
  const saved = new Map<string, string>()
  const open = new Map<string, Attempt>()
  let made = 0
  let refused = 0
  let cutOff = 0
  let cutOffStored = 0
  let hub: HubProcess = await startHubProcess(plan.folder, now)
  const login = await post(hub.url, '/sessions', JSON.stringify({ staffNo: '1001', pin: practicePin }), {})
  const { token } = JSON.parse(login.text) as { token: string }

  const newAttempt = (): Attempt => {
    made += 1
    const hour = 12 + Math.floor(roll() * 14)
    const start =
      Date.parse('2026-05-12T00:00:00+08:00') +
      (hour * 60 + 15 * Math.floor(roll() * 4) + 24 * 60 * Math.floor(roll() * 8)) * 60_000
    const wish = { party: 1 + Math.floor(roll() * 14), start: new Date(start).toISOString(), minutes: 120 }
    const customer = { name: `客人${made}`, phone: `137${String(made).padStart(8, '0')}` }
    return { key: `storm-${made}`, body: JSON.stringify({ request: wish, customer }) }
  }

  async function send(attempt: Attempt, agent?: Agent): Promise<Answer> {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': attempt.key }
    return post(hub.url, '/bookings', attempt.body, headers, agent)
  }

  function note(attempt: Attempt, answer: Answer): void {
    open.delete(attempt.key)
    if (answer.status === 201 && answer.code !== undefined) saved.set(attempt.key, answer.code)
    else if (answer.status === 409) refused += 1
    else throw new Error(`an answer nobody expects: ${answer.status}`)
  }

  async function desk(until: { over: boolean }): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (!until.over) {
      const attempt = newAttempt()
      open.set(attempt.key, attempt)
      try {
        note(attempt, await send(attempt, agent))
      } catch (error) {
        if (!until.over) throw error
      }
    }
    agent.destroy()
  }

  for (let round = 1; round <= plan.rounds; round += 1) {
    const until = { over: false }
    const desks = Array.from({ length: plan.clients }, () => desk(until))
    const [least, most] = plan.killAfter
    await new Promise((resolve) => setTimeout(resolve, least + roll() * (most - least)))
    until.over = true
    await hub.kill()
    await Promise.all(desks)
    hub = await startHubProcess(plan.folder, now)
    // What a desk does when the line broke: send the same form again, under the same key.
    for (const attempt of [...open.values()]) {
      cutOff += 1
      const stored = countOf(plan.folder, `select count(*) from journal where idem_key = '${attempt.key}'`)
      note(attempt, await send(attempt))
      if (stored > 0) cutOffStored += 1
    }
    plan.onRound?.(round, saved.size)
  }
  await hub.stop()
  return { acknowledged: saved.size, refused, cutOff, cutOffStored, ...inspect(plan.folder, saved) }
}

function countOf(folder: string, sql: string): number {
  const db = new Database(join(folder, 'desk.db'), { readonly: true })
  try {
    return db.prepare<[], number>(sql).pluck().get() ?? 0
  } finally {
    db.close()
  }
}

function inspect(folder: string, saved: ReadonlyMap<string, string>) {
  const db = new Database(join(folder, 'desk.db'), { readonly: true })
  try {
    const codes = db.prepare<[], string>('select code from booking').pluck().all()
    const counts = Map.groupBy(codes, (code) => code)
    const keys = new Set(
      db.prepare<[], string>("select idem_key from journal where command = 'booking.save'").pluck().all(),
    )
    const lost = [...saved].filter(([key, code]) => !counts.has(code) || !keys.has(key)).map(([, code]) => code)
    const twice = [...counts].filter(([, same]) => same.length > 1).map(([code]) => code)
    const overlaps = db
      .prepare<[], number>(
        `select count(*) from claim a join claim b on a.room_no = b.room_no and a.id < b.id and a.active = 1 and b.active = 1
         and a.start_at < b.occupied_until and b.start_at < a.occupied_until`,
      )
      .pluck()
      .get()
    const broken = db
      .prepare<[], number>(
        'select min(l.seq) from journal l left join journal p on p.seq = l.seq - 1 where l.seq > 1 and (p.hash is null or p.hash <> l.prev_hash)',
      )
      .pluck()
      .get()
    // A claim without its booking, or the other way round, would be half a command.
    const halves = db
      .prepare<[], number>(
        `select (select count(*) from booking b where b.room_no is not null and b.status = 'confirmed'
          and not exists (select 1 from claim c where c.booking_code = b.code)) +
         (select count(*) from claim c where c.booking_code is not null and not exists (select 1 from booking b where b.code = c.booking_code))`,
      )
      .pluck()
      .get()
    const invented = codes.length - saved.size + (halves ?? 0)
    return { lost, twice, invented, overlaps: overlaps ?? 0, chainBrokenAt: broken ?? null }
  } finally {
    db.close()
  }
}
