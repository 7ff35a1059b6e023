import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerAuthentication } from 'smtp-server'

/** A letter as a mail server took it in. */
export interface ReceivedLetter {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly files: readonly { readonly name: string; readonly body: Buffer }[]
}

export interface MailServer {
  readonly port: number
  readonly letters: readonly ReceivedLetter[]
  close(): Promise<void>
}

/** A real SMTP server on loopback. With `login`, it takes letters only from that user. */
export async function startMailServer(login?: { readonly user: string; readonly pass: string }): Promise<MailServer> {
  const letters: ReceivedLetter[] = []
  const server = new SMTPServer({
    disabledCommands: login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    authOptional: login === undefined,
    allowInsecureAuth: true,
    onAuth: ({ username, password }: SMTPServerAuthentication, _session, answer) =>
      username === login?.user && password === login?.pass
        ? answer(null, { user: username })
        : answer(new Error(`no such user, or not the password ${password}`)),
    onData(stream, session, taken) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        letters.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          ...readLetter(Buffer.concat(parts).toString('latin1')),
        })
        taken()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    close: () => new Promise((closed) => server.close(closed)),
  }
}

interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

function partOf(text: string): Part {
  const end = text.indexOf('\r\n\r\n')
  const lines = text
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return { headers: new Map(headers), body: text.slice(end + 4) }
}

const bytesOf = ({ headers, body }: Part): Buffer => {
  const encoding = headers.get('content-transfer-encoding')
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const plain = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}

/** RFC 2047 words, as headers carry what is not ASCII. */
const decoded = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('latin1')
        : text
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/g, (__, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
    .replace(/[\u0080-\u00ff]+/g, (raw) => Buffer.from(raw, 'latin1').toString())

/** RFC 2231 parameters in pieces, or plain ones. */
function fileName(header: string): string {
  const pieces = [...header.matchAll(/filename\*\d*\*?=([^;]+)/g)].map(([, piece = '']) => piece.trim())
  if (pieces.length > 0) return decodeURIComponent(pieces.join('').replace(/^utf-8''/i, ''))
  return decoded(/filename="?([^";]+)"?/.exec(header)?.[1] ?? '')
}

function readLetter(raw: string): Pick<ReceivedLetter, 'subject' | 'text' | 'files'> {
  const letter = partOf(raw)
  const boundary = /boundary="?([^";]+)"?/.exec(letter.headers.get('content-type') ?? '')?.[1]
  const parts =
    boundary === undefined
      ? [letter]
      : letter.body
          .split(`--${boundary}`)
          .slice(1, -1)
          .map((part) => partOf(part.trimStart()))
  const isFile = (part: Part) => part.headers.get('content-disposition')?.startsWith('attachment') === true
  const text = parts.find((part) => !isFile(part))
  return {
    subject: decoded(letter.headers.get('subject') ?? ''),
    text: text ? bytesOf(text).toString().trim().replaceAll('\r\n', '\n') : '',
    files: parts.filter(isFile).map((part) => ({
      name: fileName(part.headers.get('content-disposition') ?? ''),
      body: bytesOf(part),
    })),
  }
}
