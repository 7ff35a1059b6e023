import { rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { FileNotMade, type MadeFile, type MakeFile } from '#electron/core/exports/file-maker.ts'
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts'

/** Makes a file on a thread of its own, so that the desk never waits for one. */
export const makeFile: MakeFile = (order, { database, target }, onProgress) => {
  const stop = new SharedArrayBuffer(4)
  const task: WorkerTask = { order, database, target, stop }
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { workerData: task })
  const made = new Promise<MadeFile>((resolve, reject) => {
    let outcome: Exclude<WorkerAnswer, { kind: 'progress' }> | undefined
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'progress') onProgress(answer.progress)
      else outcome = answer
    })
    worker.once('error', reject)
    // Only once the thread has ended is its connection closed and its file whole.
    worker.once('exit', (code) => {
      if (outcome?.kind === 'made') return resolve(outcome.made)
      rmSync(target, { force: true })
      reject(
        outcome
          ? new FileNotMade(outcome.code, outcome.detail)
          : new FileNotMade('INTERNAL', `the thread ended with ${code}`),
      )
    })
  })
  return { made, cancel: () => void Atomics.store(new Int32Array(stop), 0, 1) }
}
