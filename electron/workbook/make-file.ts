import { rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { FileNotMade, type MadeFile, type MakeFile } from '#electron/core/exports/file-maker.ts'
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts'

/** A thread that has nothing to do is kept for so long: the next file starts at once. */
const idleMs = 20_000

/** A thread that makes one file at a time. */
class FileThread {
  readonly #worker = new Worker(new URL('./export.worker.ts', import.meta.url))
  #leaving: NodeJS.Timeout | undefined
  #task: { hear(answer: WorkerAnswer): void; fail(error: unknown): void } | undefined

  constructor() {
    this.#worker.on('message', (answer: WorkerAnswer) => this.#task?.hear(answer))
    // A thread that dies while it has nothing to do is nobody's failure; it is only not handed out again.
    const gone = (error: unknown) => {
      const at = idle.indexOf(this)
      if (at >= 0) idle.splice(at, 1)
      this.#task?.fail(error)
    }
    this.#worker.on('error', gone)
    this.#worker.on('exit', (code) => gone(new FileNotMade('INTERNAL', `the thread ended with ${code}`)))
  }

  make(task: WorkerTask, onProgress: Parameters<MakeFile>[2]): Promise<MadeFile> {
    clearTimeout(this.#leaving)
    this.#worker.ref()
    return new Promise<MadeFile>((resolve, reject) => {
      const fail = (error: unknown) => {
        this.#task = undefined
        rmSync(task.target, { force: true })
        reject(error)
      }
      const hear = (answer: WorkerAnswer) => {
        if (answer.kind === 'progress') return onProgress(answer.progress)
        this.#rest()
        if (answer.kind === 'made') resolve(answer.made)
        else fail(new FileNotMade(answer.code, answer.detail))
      }
      this.#task = { hear, fail }
      this.#worker.postMessage(task)
    })
  }

  /** Waits for the next file; holds up nobody's end meanwhile. */
  #rest(): void {
    this.#task = undefined
    this.#worker.unref()
    this.#leaving = setTimeout(() => void this.#worker.terminate(), idleMs).unref()
    idle.push(this)
  }
}

const idle: FileThread[] = []

/** Makes a file on a thread of its own, so that the desk never waits for one. */
export const makeFile: MakeFile = (order, { database, target }, onProgress) => {
  const stop = new SharedArrayBuffer(4)
  const thread = idle.pop() ?? new FileThread()
  return {
    made: thread.make({ order, database, target, stop }, onProgress),
    cancel: () => void Atomics.store(new Int32Array(stop), 0, 1),
  }
}
