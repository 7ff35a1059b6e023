import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const launcher = fileURLToPath(new URL('../../electron/launch.mjs', import.meta.url))
const patienceMs = 240_000

export interface HubProcess {
  readonly url: string
  readonly pid: number
  /** From the launch to the line that says it is ready. */
  readonly startMs: number
  /** Asks it to end; answers its exit status. */
  stop(): Promise<number | null>
  /** Takes it away without asking. */
  kill(): Promise<void>
}

/** Starts the hub as anybody would (api.md, Start), on a free port, and waits until it is ready. */
export async function startHub(folder: string, more: readonly string[] = []): Promise<HubProcess> {
  const begun = performance.now()
  const child = spawn(process.execPath, [launcher, '--hub', '--data', folder, '--port', '0', ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const url = await readyUrl(child)
  const startMs = performance.now() - begun
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  // The launcher leads a group of its own, so that the hub goes with it.
  const signal = (name: NodeJS.Signals) => {
    if (child.pid === undefined || child.exitCode !== null) return
    try {
      process.kill(-child.pid, name)
    } catch {
      // It was faster and is gone.
    }
  }
  const takeAlong = () => signal('SIGKILL')
  process.once('exit', takeAlong)
  child.once('exit', () => process.removeListener('exit', takeAlong))
  return {
    url,
    pid: child.pid ?? 0,
    startMs,
    async stop() {
      child.kill('SIGTERM')
      return ended
    },
    async kill() {
      signal('SIGKILL')
      await ended
    },
  }
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => reject(new Error(`the hub was not ready in time: ${said.slice(-500)}`)), patienceMs)
    const done = () => clearTimeout(late)
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString('utf8')
      const found = /^ready (http:\S+)$/m.exec(said)
      if (!found?.[1]) return
      done()
      resolve(found[1])
    })
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString('utf8')
      if (process.env.HUB_LOG) process.stderr.write(piece)
    })
    child.once('exit', (code) => {
      done()
      reject(new Error(`the hub ended with ${code}: ${said.slice(-500)}`))
    })
  })
}
