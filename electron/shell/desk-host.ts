import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import type { MessagePortMain } from 'electron'
import { historyNews } from '#electron/core/history/history-news.ts'
import { createHost } from '#electron/core/host.ts'
import { createPortServer } from '#electron/core/serve.ts'
import { makeFile } from '#electron/workbook/make-file.ts'
import type { ShellOptions } from './options.ts'

/** The desktop's own pages are one device to the core: wrong PINs are counted together. */
const device = 'this-desk'

export interface DeskHostConfig extends ShellOptions {
  dataFolder: string
  version: string
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
  const now = config.now === undefined ? Number.NaN : Date.parse(config.now)
  const host = await createHost({
    dataFolder: config.dataFolder,
    version: config.version,
    station: hostname(),
    report: config.report,
    makeFile,
    ...(config.training && {
      training: {
        ...(!Number.isNaN(now) && { now }),
        ...(config.demoHistoryMonths > 0 && { demoHistoryMonths: config.demoHistoryMonths }),
        onHistory: historyNews((line) => process.stderr.write(`${line}\n`)),
      },
    }),
  })
  const serve = createPortServer(host)
  return {
    connect(port) {
      serve(port, device)
      port.start()
    },
    wake() {
      host.core.runDue().catch(config.report)
    },
    close: () => host.close(),
  }
}
