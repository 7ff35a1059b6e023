// A bare HTTP server with one hand-written SQL per job, and a bare WebSocket echo: what the hub is measured against.
// node tests/bench/floor-server.ts DATABASE
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'
import { WebSocketServer } from 'ws'
import { availabilitySql, boardSql, createSql, floorTableSql, overlapSql, reportSql, searchSql } from './floor-sql.ts'

const db = new Database(process.argv[2] ?? '')
db.pragma('journal_mode = wal')
db.pragma('synchronous = full')
db.pragma('cache_size = -32000')
db.exec(floorTableSql)
const board = db.prepare(boardSql)
const availability = db.prepare(availabilitySql)
const search = db.prepare(searchSql)
const create = db.prepare(createSql)
const overlap = db.prepare(overlapSql)

const reports = Object.fromEntries(Object.entries(reportSql).map(([name, text]) => [name, db.prepare(text)]))

/** A report's sum over several stretches of days. */
interface Sums {
  readonly name: keyof typeof reportSql
  readonly stretches: readonly Readonly<Record<string, unknown>>[]
}

interface Wish {
  readonly type: string
  readonly room: string
  readonly start: number
  readonly end: number
}

const book = db.transaction((wish: Wish) => {
  if (overlap.get({ room: wish.room, start: wish.start, end: wish.end })) return { taken: true }
  const { lastInsertRowid } = create.run({
    room: wish.room,
    start: wish.start,
    end: wish.end,
    party: 4,
    name: '张伟',
    phone: '13800000000',
  })
  return { id: Number(lastInsertRowid) }
})

async function bodyOf<Body>(request: IncomingMessage): Promise<Body> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return JSON.parse(Buffer.concat(pieces).toString('utf8')) as Body
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const url = new URL(request.url ?? '/', 'http://floor')
  if (url.pathname === '/board')
    return board.all({ from: Number(url.searchParams.get('from')), to: Number(url.searchParams.get('to')) })
  if (url.pathname === '/search') return search.all({ word: url.searchParams.get('q') })
  if (url.pathname === '/report') {
    const { name, stretches } = await bodyOf<Sums>(request)
    return stretches.map((stretch) => reports[name]?.all(stretch))
  }
  const wish = await bodyOf<Wish>(request)
  if (url.pathname === '/availability')
    return availability.get({ type: wish.type, start: wish.start, end: wish.end }) ?? {}
  return book.immediate(wish)
}

const server = createServer((request, response) => {
  answer(request).then(
    (value) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(value))
    },
    (error: unknown) => {
      response.statusCode = 500
      response.end(String(error))
    },
  )
})
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
  socket.on('message', (data) => socket.send(data.toString()))
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
