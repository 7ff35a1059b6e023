import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface ShellOptions {
  /** Data folder, absolute; undefined: the system's own place. */
  data: string | undefined
  training: boolean
  /** First reading of the practice clock, ISO with offset. */
  now: string | undefined
  demoHistoryMonths: number
}

/** Ten years of made-up history. */
const mostMonths = 120

/**
 * The program's own arguments, from the launcher or a shortcut. Chromium's switches stand among them: what is not ours
 * is passed over.
 */
export function shellOptions(argv: readonly string[]): ShellOptions {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      training: { type: 'boolean' },
      now: { type: 'string' },
      'demo-history': { type: 'string' },
    },
  })
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
  const months = Number(text(values['demo-history']) ?? 0)
  const data = text(values.data)
  return {
    data: data === undefined ? undefined : resolve(data),
    training: values.training === true,
    now: text(values.now),
    demoHistoryMonths: Number.isInteger(months) && months > 0 ? Math.min(months, mostMonths) : 0,
  }
}
