import { parentPort } from 'node:worker_threads'
import { FileNotMade, type FileProgress, type MadeFile } from '#electron/core/exports/file-maker.ts'
import { openReader, readerOf } from '#electron/core/store/dialect/sqlite.ts'
import { LiveModel } from '#electron/core/store/live-model.ts'
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts'
import { writeOrder } from './write-order.ts'

// Makes one file after the other, as it is asked to, each with a connection of its own.

const answer = (message: WorkerAnswer) => parentPort?.postMessage(message)

const everyMs = 60

async function make({ order, database, target, stop }: WorkerTask): Promise<MadeFile> {
  const asked = new Int32Array(stop)
  const check = () => {
    if (Atomics.load(asked, 0) !== 0) throw new FileNotMade('CANCELLED')
  }
  let last = 0
  const onProgress = (progress: FileProgress) => {
    const at = performance.now()
    if (at - last < everyMs && progress.done < progress.of) return
    last = at
    answer({ kind: 'progress', progress })
  }
  const connection = openReader(database)
  try {
    // One view of the data throughout: sums and rows of a workbook belong together.
    connection.exec('begin')
    const reader = readerOf(connection)
    const model = new LiveModel(reader)
    await model.loadForReports()
    check()
    return await writeOrder(order, { source: { reader, model, now: order.now }, target, onProgress, check })
  } finally {
    connection.close()
  }
}

function failed(error: unknown): WorkerAnswer {
  if (error instanceof FileNotMade) return { kind: 'failed', code: error.code, detail: error.message }
  const isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC'
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { kind: 'failed', code: isFull ? 'UNAVAILABLE' : 'INTERNAL', detail }
}

parentPort?.on('message', (task: WorkerTask) => {
  make(task).then(
    (made) => answer({ kind: 'made', made }),
    (error: unknown) => answer(failed(error)),
  )
})
