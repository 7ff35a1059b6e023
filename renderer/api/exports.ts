import { ORPCError } from '@orpc/client'
import { useSyncExternalStore } from 'react'
import { createStore } from '#renderer/ui/store.ts'
import { client } from './client.ts'

/**
 * Taking figures and lists away as files. A screen calls one function:
 *
 *     exportFile({ name: 'entries', format: 'xlsx', period: 'month', date, title: t('…') })
 *
 * `name` is a report's name as in its address (`entries`, `usage`, `operations`, …), a list's (`list-bookings`,
 * `list-waitlist`, `list-refusals`, `list-calls`, `list-stays`, `list-uses`), or `month` for the month's workbook; the
 * rest is what the report itself is asked with. The strip that the shell shows (ui/export-strip.tsx) tells how far it is,
 * cancels it, and says in words what went wrong; the browser saves the file when it is whole. One at a time: a second
 * one gives up the first.
 */
type Started = Parameters<typeof client.export.start>[0]
export type WantedFile = Started & {
  /** What the person calls it, in his language; shown while it is made. */
  readonly title: string
}

/** What the strip shows. */
export interface ShownExport {
  readonly wanted: WantedFile
  readonly state: 'running' | 'saving' | 'saved' | 'failed' | 'cancelled'
  readonly done: number
  /** 0 until it is known. */
  readonly of: number
  readonly unit: 'rows' | 'sheets'
  readonly fileName?: string
  readonly error?: unknown
}

const shown = createStore<ShownExport | undefined>(undefined)
export const useExport = (): ShownExport | undefined => useSyncExternalStore(shown.subscribe, shown.get)

const askEveryMs = 250
const keptUrlMs = 60_000

/** The export under way; a later one has another number, and the earlier one says nothing any more. */
let turn = 0
let running: string | undefined

/** Makes a file and saves it. Never fails: what goes wrong is shown in the strip. */
export function exportFile(wanted: WantedFile): void {
  giveUp()
  turn += 1
  const mine = turn
  const say = (change: Partial<ShownExport>) => {
    const now = shown.get()
    if (mine === turn && now) shown.set({ ...now, ...change })
  }
  shown.set({ wanted, state: 'running', done: 0, of: 0, unit: 'rows' })
  make(wanted, () => mine === turn, say).catch((error: unknown) => say({ state: 'failed', error }))
}

/** Stops the export under way. */
export function cancelExport(): void {
  const now = shown.get()
  giveUp()
  turn += 1
  if (now?.state === 'running' || now?.state === 'saving') shown.set({ ...now, state: 'cancelled' })
}

/** Takes the strip away. */
export function closeExport(): void {
  cancelExport()
  shown.set(undefined)
}

// The core forgets by itself what nobody takes; this only tells it sooner.
function giveUp(): void {
  if (running !== undefined) client.export.cancel({ id: running }).catch(() => undefined)
  running = undefined
}

async function make(
  { title: _, ...input }: WantedFile,
  isMine: () => boolean,
  say: (change: Partial<ShownExport>) => void,
): Promise<void> {
  let job = await client.export.start(input)
  const { id } = job
  if (!isMine()) return void client.export.cancel({ id }).catch(() => undefined)
  running = id
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, askEveryMs))
    if (!isMine()) return
    job = await client.export.find({ id })
    say({ done: job.done, of: job.of, unit: job.unit })
  }
  if (!isMine()) return
  if (job.state !== 'done') throw new ORPCError(job.failed ?? 'STATE')
  say({ state: 'saving' })
  const file = await client.export.file({ id })
  if (!isMine()) return
  const fileName = job.fileName ?? `${job.name}.${job.format}`
  save(file, fileName)
  say({ state: 'saved', fileName })
  giveUp()
}

/** Hands a file to the browser, which puts it where this person's downloads go. */
function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), keptUrlMs)
}
