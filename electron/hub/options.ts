import { parseArgs } from 'node:util'

export interface HubOptions {
  readonly data: string
  readonly port: number
  readonly bind: string
  readonly training: boolean
  /** Where the practice clock stands at the start. */
  readonly now?: number
  /** Months of made-up history in a practice venue. */
  readonly demoHistory?: number
}

/** What was asked for cannot be done; the message is for the person at the keyboard. */
export class BadOptions extends Error {
  override readonly name = 'BadOptions'
}

const usualPort = 7373
const offsetInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/

export function hubOptions(given: readonly string[]): HubOptions {
  const { values } = parsed(given)
  if (!values.data) throw new BadOptions('--data DIR is needed')
  const port = whole('--port', values.port ?? String(usualPort), 0, 65_535)
  const training = values.training === true
  if (!training && (values.now !== undefined || values['demo-history'] !== undefined))
    throw new BadOptions('--now and --demo-history belong to --training')
  if (values.now !== undefined && (!offsetInstant.test(values.now) || Number.isNaN(Date.parse(values.now))))
    throw new BadOptions('--now is an ISO 8601 instant with an offset, e.g. 2026-03-06T18:00:00+08:00')
  return {
    data: values.data,
    port,
    bind: values.bind ?? '127.0.0.1',
    training,
    ...(values.now !== undefined && { now: Date.parse(values.now) }),
    ...(values['demo-history'] !== undefined && {
      demoHistory: whole('--demo-history', values['demo-history'], 0, 120),
    }),
  }
}

function parsed(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        bind: { type: 'string' },
        training: { type: 'boolean' },
        now: { type: 'string' },
        'demo-history': { type: 'string' },
      },
    })
  } catch (error) {
    throw new BadOptions(error instanceof Error ? error.message : String(error))
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new BadOptions(`${name} is a whole number from ${least} to ${most}`)
  return value
}
