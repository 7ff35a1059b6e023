import { z } from 'zod'
import { id } from './fields.ts'
import { procedure } from './procedure.ts'
import { inOrder, paperScope, reportName } from './report.ts'

/** What a file may be: a styled workbook, or its tables as plain text. */
export const fileFormats = ['xlsx', 'csv'] as const
export type FileFormat = (typeof fileFormats)[number]

/** What a file says it is. */
export const fileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Readonly<Record<FileFormat, string>>

const format = z.enum(fileFormats)
const file = z.file().mime([fileTypes.xlsx, fileTypes.csv])

/** A file in the making, or made. */
export const exportJob = z.object({
  id: z.string(),
  /** Name of the report or list; `month` is the month's workbook. */
  name: z.string(),
  format,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** Rows of a list, or sheets of a workbook, that are written. */
  done: z.int(),
  /** Of how many; 0 until that is known. */
  of: z.int(),
  unit: z.enum(['rows', 'sheets']),
  fileName: z.string().optional(),
  bytes: z.int().optional(),
  /** Why it failed, as a code of this contract. */
  failed: z.string().optional(),
})

export const exportContract = {
  /** Begins a file; it is made beside the desk. Poll `find`, then take `file`. */
  start: procedure
    .route({ method: 'POST', path: '/exports', successStatus: 201, summary: '导出文件' })
    .input(
      z
        .strictObject({ name: reportName, format, ...paperScope })
        .refine(inOrder, { message: 'from, to', path: ['to'] }),
    )
    .output(exportJob),
  find: procedure
    .route({ method: 'GET', path: '/exports/{id}', summary: '导出的进度' })
    .input(z.strictObject({ id }))
    .output(exportJob),
  /** Stops it and takes the file away, also one that is whole. */
  cancel: procedure
    .route({ method: 'DELETE', path: '/exports/{id}', summary: '取消导出' })
    .input(z.strictObject({ id }))
    .output(exportJob),
  file: procedure
    .route({ method: 'GET', path: '/exports/{id}/file', summary: '导出的文件' })
    .input(z.strictObject({ id }))
    .output(file),
  /** `GET /reports/entries.xlsx`: made while the caller waits. */
  now: procedure
    .route({ method: 'GET', path: '/reports/{file}', summary: '报表文件（.xlsx、.csv）' })
    .input(
      z
        .strictObject({ file: z.string().max(60), ...paperScope })
        .refine(inOrder, { message: 'from, to', path: ['to'] }),
    )
    .output(file),
}
