import type { ErrorCode } from '#shared/contract/errors.ts'
import type { FileFormat } from '#shared/contract/export.ts'
import type { PaperRequest } from '#shared/contract/report.ts'
import type { Reading } from '../words.ts'

/** A file somebody wants: of what, for whom, in which language, as of when. */
export interface FileOrder {
  readonly request: PaperRequest
  readonly format: FileFormat
  readonly reading: Reading
  readonly reader: { readonly staffNo: string; readonly name: string }
  /** The venue's clock when it was asked for. */
  readonly now: number
}

/** How far a file has come: rows of a list, sheets of a workbook. */
export interface FileProgress {
  readonly done: number
  readonly of: number
  readonly unit: 'rows' | 'sheets'
}

/** A file that is whole. */
export interface MadeFile {
  /** What it should be called, in the reader's language, with its ending. */
  readonly name: string
  readonly bytes: number
}

/** A file in the making. */
export interface FileMaking {
  /** Fails with FileNotMade. Nothing is left at the target then. */
  readonly made: Promise<MadeFile>
  /** Stops soon; `made` fails then. */
  cancel(): void
}

/** Why a file was not made, as a code for whoever waits for it. */
export class FileNotMade extends Error {
  override readonly name = 'FileNotMade'
  readonly code: ErrorCode | 'CANCELLED'
  constructor(code: ErrorCode | 'CANCELLED', detail: string = code) {
    super(detail)
    this.code = code
  }
}

/**
 * Makes files beside the desk: with its own connection, on a thread of its own, so that nobody waits for it.
 * The core only knows this; who makes workbooks is put in by the host (electron/workbook).
 * @param database the file to read
 * @param target where the file goes; the folder is there
 */
export type MakeFile = (
  order: FileOrder,
  place: { readonly database: string; readonly target: string },
  onProgress: (progress: FileProgress) => void,
) => FileMaking
