import { practicePin } from './host.ts'

export interface RestAnswer<Body = Record<string, unknown>> {
  readonly status: number
  readonly body: Body
  readonly headers: Headers
}

export interface RestCall {
  /** Sent as it is when a string, as JSON otherwise. */
  readonly body?: unknown
  readonly staff?: string | null
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

let keys = 0

/** Speaks to a hub as an outside program does. */
export class RestClient {
  readonly url: string
  readonly #tokens = new Map<string, Promise<string>>()

  /** `tokens`: people who are signed in already. */
  constructor(url: string, tokens: ReadonlyMap<string, string> = new Map()) {
    this.url = url
    for (const [staffNo, token] of tokens) this.#tokens.set(staffNo, Promise.resolve(token))
  }

  /** `staff: null` sends no token, `key: null` no Idempotency-Key. */
  async call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    options: RestCall = {},
  ): Promise<RestAnswer<Body>> {
    const { body, staff = '1001', key } = options
    const headers: Record<string, string> = { ...options.headers }
    if (body !== undefined) headers['content-type'] ??= 'application/json'
    if (staff !== null) headers.authorization ??= `Bearer ${await this.token(staff)}`
    if (method !== 'GET' && key !== null) headers['idempotency-key'] ??= key ?? `test-${process.pid}-${++keys}`
    const sent = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers,
      ...(sent !== undefined && { body: sent }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : null) as Body }
  }

  token(staffNo: string): Promise<string> {
    const known = this.#tokens.get(staffNo)
    if (known) return known
    const asked = this.call<{ token: string }>('POST', '/sessions', {
      body: { staffNo, pin: practicePin },
      staff: null,
    }).then(({ body }) => body.token)
    this.#tokens.set(staffNo, asked)
    return asked
  }
}
