import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHost, type Host } from '#electron/core/host.ts'
import { type Hub, startHub } from '#electron/hub/hub.ts'
import { makeFile } from '#electron/workbook/make-file.ts'
import { practicePin } from '#shared/demo/demo-staff.ts'

export { practicePin }

/** The Tuesday afternoon of booking.md §9. */
export const tuesdayAfternoon = '2026-05-12T15:00:00+08:00'

export interface TestHostOptions {
  /** ISO 8601; the practice clock stands still there. Pass null for a live host without a venue. */
  readonly now?: string | null
  readonly folder?: string
  readonly mirrorFolder?: string
  /** Past evenings of a new practice venue. */
  readonly demoHistoryMonths?: number
}

export interface TestHost {
  readonly host: Host
  readonly folder: string
  /** What the core reported as defects; a test that expects none can look. */
  readonly defects: unknown[]
  /** Closes, and removes the folder when it was made for this host. */
  close(): Promise<void>
}

export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'desk-test-'))

/** A practice host on a folder of its own, its clock standing still. */
export async function startTestHost(options: TestHostOptions = {}): Promise<TestHost> {
  const folder = options.folder ?? makeFolder()
  const defects: unknown[] = []
  const { now = tuesdayAfternoon } = options
  const host = await createHost({
    dataFolder: folder,
    version: '0.0.0-test',
    station: 'test',
    makeFile,
    ...(options.mirrorFolder !== undefined && { mirrorFolder: options.mirrorFolder }),
    ...(now !== null && {
      training: {
        now: Date.parse(now),
        ...(options.demoHistoryMonths !== undefined && { demoHistoryMonths: options.demoHistoryMonths }),
      },
    }),
    report: (defect) => defects.push(defect),
  })
  return {
    host,
    folder,
    defects,
    async close() {
      await host.close()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface TestHub extends TestHost {
  readonly hub: Hub
  readonly url: string
}

/** The same behind HTTP on a free port. */
export async function startTestHub(options: TestHostOptions = {}): Promise<TestHub> {
  const test = await startTestHost(options)
  const hub = await startHub(test.host, { port: 0, bind: '127.0.0.1' })
  return {
    ...test,
    hub,
    url: hub.url,
    async close() {
      await hub.close()
      await test.close()
    },
  }
}
