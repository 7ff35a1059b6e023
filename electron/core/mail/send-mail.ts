import type { ReportMail } from '#shared/domain/reports/report-settings.ts'

export interface Letter {
  readonly subject: string
  readonly text: string
  /** A file to go with it. */
  readonly file?: { readonly name: string; readonly body: Buffer }
}

export type Sent = { readonly ok: true } | { readonly ok: false; readonly said: string }

const patienceMs = 20_000

/**
 * Sends a letter by the venue's own mail server. What a server answers when it refuses is told in its own words, with the
 * password cut out of them.
 */
export async function sendMail(mail: ReportMail, password: string | undefined, letter: Letter): Promise<Sent> {
  // Loaded when the first letter goes out: nobody waits for it at start.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host: mail.host,
    port: mail.port,
    secure: mail.security === 'tls',
    requireTLS: mail.security === 'startTls',
    ignoreTLS: mail.security === 'none',
    ...(mail.user !== undefined && { auth: { user: mail.user, pass: password ?? '' } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  })
  try {
    await transport.sendMail({
      from: mail.from,
      to: [...mail.to],
      subject: letter.subject,
      text: letter.text,
      attachments: letter.file ? [{ filename: letter.file.name, content: letter.file.body }] : [],
      // Nothing is fetched from anywhere, whatever a text may look like.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    return { ok: true }
  } catch (error) {
    return { ok: false, said: withoutSecret(error instanceof Error ? error.message : String(error), password) }
  } finally {
    transport.close()
  }
}

function withoutSecret(text: string, password: string | undefined): string {
  const told = text.replace(/\s+/g, ' ').slice(0, 200)
  return password ? told.replaceAll(password, '•') : told
}
