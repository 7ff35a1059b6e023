import { demoGuest } from '#shared/demo/history/guests.ts'
import { ApiClient } from '#tests/replay/api-client.ts'
import { startHub } from '#tests/replay/hub-process.ts'

export interface StartNumbers {
  readonly afterCleanStopMs: number
  readonly afterKillMs: number
}

/** Until the hub has said it is ready and has answered for the face and the board. */
async function usableAfter(folder: string, args: readonly string[]) {
  const begun = performance.now()
  const hub = await startHub(folder, args)
  const page = await fetch(`${hub.url}/`)
  await page.text()
  const health = await fetch(`${hub.url}/api/v1/health`)
  await health.text()
  return { hub, ms: performance.now() - begun }
}

/** Times from the command to a usable face: after a clean stop, and after the hub was taken away while it wrote. */
export async function timeStarts(folder: string, args: readonly string[], times = 3): Promise<StartNumbers> {
  const clean: number[] = []
  const killed: number[] = []
  for (let i = 0; i < times; i += 1) {
    const first = await usableAfter(folder, args)
    clean.push(first.ms)
    await writeSome(first.hub.url, i)
    await first.hub.kill()
    const second = await usableAfter(folder, args)
    killed.push(second.ms)
    await second.hub.stop()
  }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
  return { afterCleanStopMs: middle(clean), afterKillMs: middle(killed) }
}

async function writeSome(url: string, round: number): Promise<void> {
  const api = new ApiClient(url, { sockets: 4, keyPrefix: `start-${Date.now().toString(36)}` })
  await Promise.all(
    Array.from({ length: 40 }, (_, i) => {
      const guest = demoGuest(500_000 + round * 100 + i, 1)
      return api.call('POST', '/customers', { name: guest.name, phones: [guest.phone] })
    }),
  )
  api.close()
}
