import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import { callContext, peerOptions } from '#electron/core/api/peer-calls.ts'
import type { CallContext } from '#electron/core/api/procedures.ts'
import { createHost } from '#electron/core/host.ts'

/** The desktop's own pages are one device to the core: wrong PINs are counted together. */
const device = 'this-desk'

export interface DeskHostConfig {
  dataFolder: string
  version: string
  training: boolean
  now: string | undefined
  report: (defect: unknown) => void
}

/** The core as the shell needs it. */
export interface DeskHost {
  connect(port: MessagePortMain): void
  /** After the machine has slept: does what fell due meanwhile. */
  wake(): void
  close(): Promise<void>
}

/** Opens the data folder and answers on every port it is given. Fails as createHost does. */
export async function openDeskHost(config: DeskHostConfig): Promise<DeskHost> {
  mkdirSync(config.dataFolder, { recursive: true })
  const now = config.now === undefined ? undefined : Date.parse(config.now)
  const host = await createHost({
    dataFolder: config.dataFolder,
    version: config.version,
    station: hostname(),
    report: config.report,
    ...(config.training && { training: now === undefined || Number.isNaN(now) ? {} : { now } }),
  })
  const handler = new RPCHandler<CallContext>(host.router, peerOptions)
  return {
    connect(port) {
      handler.upgrade(port, { context: callContext(host.core, device, {}) })
      port.start()
    },
    wake() {
      host.core.runDue().catch(config.report)
    },
    close: () => host.close(),
  }
}
