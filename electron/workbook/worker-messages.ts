import type { FileNotMade, FileOrder, FileProgress, MadeFile } from '#electron/core/exports/file-maker.ts'

/** A file the thread is asked for. */
export interface WorkerTask {
  readonly order: FileOrder
  readonly database: string
  readonly target: string
  /** One number both sides see: anything but 0 asks the thread to stop. */
  readonly stop: SharedArrayBuffer
}

/** What it says: how far it is, and at last how it ended; its connection is closed then. */
export type WorkerAnswer =
  | { readonly kind: 'progress'; readonly progress: FileProgress }
  | { readonly kind: 'made'; readonly made: MadeFile }
  | { readonly kind: 'failed'; readonly code: FileNotMade['code']; readonly detail: string }
