import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { historyNews } from '#electron/core/history/history-news.ts'
import { createHost, type Host } from '#electron/core/host.ts'
import { makeFile } from '#electron/workbook/make-file.ts'
import { type Hub, startHub } from './hub.ts'
import { BadOptions, hubOptions } from './options.ts'

// The headless host: the core behind HTTP and WebSocket, until it is told to stop.

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

let host: Host | undefined
let hub: Hub | undefined
let stopping = false

async function stop(status: number): Promise<void> {
  if (stopping) return
  stopping = true
  // Ends in any case: nothing acknowledged depends on a tidy goodbye.
  setTimeout(() => process.exit(status), 1_800).unref()
  try {
    await hub?.close()
    await host?.close()
  } catch (error) {
    console.error(error)
  }
  process.exit(status)
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
// The launcher has gone, so nobody is left to ask for a stop.
process.on('disconnect', () => void stop(0))
process.stdout.on('error', () => undefined)
process.on('unhandledRejection', (defect) => console.error(defect))
process.on('uncaughtException', (defect) => {
  console.error(defect)
  void stop(1)
})

try {
  const options = hubOptions(process.argv.slice(2))
  host = await createHost({
    dataFolder: options.data,
    version: version(),
    station: hostname(),
    makeFile,
    ...(options.training && {
      training: {
        ...(options.now !== undefined && { now: options.now }),
        ...(options.demoHistory !== undefined && { demoHistoryMonths: options.demoHistory }),
        onHistory: historyNews((line) => console.error(line)),
      },
    }),
  })
  hub = await startHub(host, { port: options.port, bind: options.bind })
  console.log(`ready ${hub.url}`)
} catch (error) {
  const foreseen = error instanceof BadOptions || (error instanceof Error && error.name !== 'Error')
  console.error(foreseen ? (error as Error).message : error)
  await host?.close().catch(() => undefined)
  process.exit(1)
}
