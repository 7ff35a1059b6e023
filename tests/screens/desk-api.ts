/** A program outside the desk, as any other: speaks the public API only. */
export interface DeskApi {
  readonly url: string
  /** Answers the body, or undefined when the desk refused (409). Anything else that is not a success is thrown. */
  send<T>(method: string, path: string, body?: unknown): Promise<T | undefined>
}

let made = 0

/** Logs in a member of staff. */
export async function openDesk(url: string, staffNo: string, pin = '135790'): Promise<DeskApi> {
  let token: string | undefined
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T | undefined> => {
    made += 1
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `${staffNo}-${process.pid}-${made}`,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (answer.status === 409) return undefined
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`)
    return (text === '' ? {} : JSON.parse(text)) as T
  }
  const session = await send<{ token: string }>('POST', '/sessions', { staffNo, pin, station: `desk-${staffNo}` })
  token = session?.token
  return { url, send }
}
