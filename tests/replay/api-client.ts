import { Agent, request } from 'node:http'

export interface Answer<Body = unknown> {
  readonly status: number
  readonly body: Body
  readonly bytes: number
}

/** The error part of an answer that refuses. */
export interface ErrorBody {
  readonly error?: {
    readonly code: string
    readonly message: string
    readonly details?: Readonly<Record<string, unknown>>
  }
}

/** What was asked and answered, for whoever measures. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly ms: number
  readonly sent: unknown
  readonly answer: unknown
}

const practicePin = '135790'

/** Speaks the public API of api.md, nothing else. Each person logs in once. */
export class ApiClient {
  readonly #agent: Agent
  readonly #url: URL
  readonly #tokens = new Map<string, Promise<string>>()
  readonly #watch: (exchange: Exchange) => void
  #keys = 0
  readonly #keyPrefix: string

  constructor(
    url: string,
    options: { readonly sockets: number; readonly keyPrefix: string; readonly watch?: (exchange: Exchange) => void },
  ) {
    this.#url = new URL(url)
    this.#agent = new Agent({ keepAlive: true, maxSockets: options.sockets })
    this.#keyPrefix = options.keyPrefix
    this.#watch = options.watch ?? (() => undefined)
  }

  async call<Body>(method: string, path: string, body?: unknown, staffNo = '1001'): Promise<Answer<Body>> {
    const token = await this.#tokenOf(staffNo)
    const headers: Record<string, string> = { authorization: `Bearer ${token}` }
    this.#keys += 1
    if (method !== 'GET') headers['idempotency-key'] = `${this.#keyPrefix}-${this.#keys}`
    const begun = performance.now()
    const answer = await this.#send<Body>(method, path, body, headers)
    this.#watch({
      method,
      path,
      status: answer.status,
      ms: performance.now() - begun,
      sent: body,
      answer: answer.body,
    })
    return answer
  }

  close(): void {
    this.#agent.destroy()
  }

  token(staffNo: string): Promise<string> {
    return this.#tokenOf(staffNo)
  }

  #tokenOf(staffNo: string): Promise<string> {
    const known = this.#tokens.get(staffNo)
    if (known) return known
    const fresh = this.#send<{ token: string }>('POST', '/sessions', { staffNo, pin: practicePin }, {}).then(
      ({ status, body }) => {
        if (status >= 300) throw new Error(`${staffNo} could not log in: ${status} ${JSON.stringify(body)}`)
        return body.token
      },
    )
    this.#tokens.set(staffNo, fresh)
    return fresh
  }

  #send<Body>(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer<Body>> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: this.#url.hostname,
          port: this.#url.port,
          method,
          path: `/api/v1${path}`,
          agent: this.#agent,
          headers: {
            ...headers,
            ...(text !== undefined && {
              'content-type': 'application/json',
              'content-length': String(Buffer.byteLength(text)),
            }),
          },
        },
        (incoming) => {
          const pieces: Buffer[] = []
          incoming.on('data', (piece: Buffer) => pieces.push(piece))
          incoming.on('error', reject)
          incoming.on('end', () => {
            const bytes = Buffer.concat(pieces)
            let parsed: unknown
            try {
              parsed = bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined
            } catch {
              parsed = { error: { code: 'NOT_JSON', message: bytes.toString('utf8', 0, 200) } }
            }
            resolve({ status: incoming.statusCode ?? 0, body: parsed as Body, bytes: bytes.length })
          })
        },
      )
      outgoing.on('error', reject)
      outgoing.end(text)
    })
  }
}
