import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const hubMain = fileURLToPath(new URL('../../electron/hub/main.ts', import.meta.url))

export interface HubProcess {
  readonly url: string
  readonly pid: number
  /** Resolves with the exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  kill(): Promise<void>
  stop(): Promise<number | NodeJS.Signals>
}

/** A hub in a process of its own, so that it can really be killed. */
export async function startHubProcess(folder: string, now: string, more: readonly string[] = []): Promise<HubProcess> {
  const args = [hubMain, '--data', folder, '--training', '--now', now, '--port', '0', ...more]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('exit', (status, signal) => resolve(status ?? signal ?? 1))
  })
  const url = await readyUrl(child, ended)
  return {
    url,
    pid: child.pid ?? 0,
    ended,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

function readyUrl(child: ChildProcess, ended: Promise<unknown>): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const listen = (part: Buffer) => {
      said += part.toString()
      const url = /^ready (\S+)$/m.exec(said)?.[1]
      if (url) resolve(url)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    void ended.then(() => reject(new Error(`the hub ended: ${said}`)))
  })
}
