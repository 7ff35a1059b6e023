import { parentPort, workerData } from 'node:worker_threads'
import { FileNotMade, type FileProgress } from '#electron/core/exports/file-maker.ts'
import { openReader, readerOf } from '#electron/core/store/dialect/sqlite.ts'
import { LiveModel } from '#electron/core/store/live-model.ts'
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts'
import { writeOrder } from './write-order.ts'

// One file, one thread: it reads with a connection of its own, as of one moment, and ends with its answer.

const task = workerData as WorkerTask
const stop = new Int32Array(task.stop)
const answer = (message: WorkerAnswer) => parentPort?.postMessage(message)

const everyMs = 60
let last = 0
const onProgress = (progress: FileProgress) => {
  const at = performance.now()
  if (at - last < everyMs && progress.done < progress.of) return
  last = at
  answer({ kind: 'progress', progress })
}
const check = () => {
  if (Atomics.load(stop, 0) !== 0) throw new FileNotMade('CANCELLED')
}

const connection = openReader(task.database)
try {
  // One view of the data throughout: sums and rows of a workbook belong together.
  connection.exec('begin')
  const reader = readerOf(connection)
  const model = new LiveModel(reader)
  await model.loadForReports()
  check()
  const source = { reader, model, now: task.order.now }
  const made = await writeOrder(task.order, { source, target: task.target, onProgress, check })
  answer({ kind: 'made', made })
} catch (error) {
  if (error instanceof FileNotMade) answer({ kind: 'failed', code: error.code, detail: error.message })
  else {
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    answer({ kind: 'failed', code: full ? 'UNAVAILABLE' : 'INTERNAL', detail })
  }
} finally {
  connection.close()
}
