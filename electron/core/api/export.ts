import type { z } from 'zod'
import { type exportJob, type FileFormat, fileTypes } from '#shared/contract/export.ts'
import type { PaperRequest } from '#shared/contract/report.ts'
import { logExport } from '../commands/log-export.ts'
import type { ExportJob } from '../exports/exports.ts'
import { FileNotMade, type FileOrder } from '../exports/file-maker.ts'
import { isFileName, stretchOfFile } from '../exports/file-names.ts'
import { failure } from '../failure.ts'
import { refuseOtherFilters } from '../papers/paper-filters.ts'
import { type StaffContext, staffed } from './procedures.ts'

type JobView = z.output<typeof exportJob>

const viewOf = ({ id, order, state, progress, made, failed }: ExportJob): JobView => ({
  id,
  name: order.request.name,
  format: order.format,
  state,
  ...progress,
  ...(made && { fileName: made.name, bytes: made.bytes }),
  ...(failed && { failed }),
})

/** What is asked for, with its dates made plain: the file and the journal speak of the same days. */
function orderOf(context: StaffContext, request: PaperRequest, format: FileFormat): FileOrder {
  const { core, language, reading, actor } = context
  if (!isFileName(request.name, format)) throw failure('NOT_FOUND', language)
  refuseOtherFilters(request, language)
  return {
    request,
    format,
    reading,
    reader: { staffNo: actor.staffNo, name: actor.name },
    now: core.clock.now(),
  }
}

/** Files are personal data on their way out: who takes which, and when, is in the journal before the first byte is. */
function written(context: StaffContext, { request, format, now }: FileOrder): Promise<{ id: string }> {
  const { core } = context
  const stretch = stretchOfFile({ reader: core.reader, model: core.model, now }, request)
  const { name, period: _period, date: _date, from: _from, to: _to, ...narrowed } = request
  const only = Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== undefined))
  return context.run(logExport, { name, format, ...stretch, only })
}

const fileOf = (file: { readonly name: string; readonly body: Buffer<ArrayBuffer> }, format: FileFormat): File =>
  new File([file.body], file.name, { type: fileTypes[format] })

const notMade = (error: unknown, { language }: StaffContext) => {
  if (!(error instanceof FileNotMade)) return error
  return failure(error.code === 'CANCELLED' ? 'STATE' : error.code, language)
}

const mine = ({ core, actor, language }: StaffContext, id: string): ExportJob => {
  const job = core.exports.find(id, actor.staffNo)
  if (!job) throw failure('NOT_FOUND', language)
  return job
}

const addressed = /^([a-zA-Z-]{1,30})\.(xlsx|csv)$/

export const exportApi = {
  start: staffed.export.start.handler(async ({ input, context }) => {
    const { format, ...request } = input
    const order = orderOf(context, request, format)
    const { id } = await written(context, order)
    try {
      return viewOf(context.core.exports.start(id, order))
    } catch (error) {
      throw notMade(error, context)
    }
  }),

  find: staffed.export.find.handler(({ input, context }) => viewOf(mine(context, input.id))),

  cancel: staffed.export.cancel.handler(({ input, context }) => {
    const { id, order } = mine(context, input.id)
    const ended = context.core.exports.cancel(id, order.reader.staffNo)
    if (!ended) throw failure('NOT_FOUND', context.language)
    return viewOf(ended)
  }),

  file: staffed.export.file.handler(async ({ input, context }) => {
    const job = mine(context, input.id)
    const file = await context.core.exports.file(input.id, context.actor.staffNo)
    if (!file) throw failure('STATE', context.language)
    return fileOf(file, job.order.format)
  }),

  now: staffed.export.now.handler(async ({ input, context, signal }) => {
    const { file, ...scope } = input
    const [, name = '', ending] = addressed.exec(file) ?? []
    if (ending === undefined) throw failure('NOT_FOUND', context.language)
    const format = ending as FileFormat
    const order = orderOf(context, { name, ...scope }, format)
    await written(context, order)
    try {
      return fileOf(await context.core.exports.make(order, signal), format)
    } catch (error) {
      throw notMade(error, context)
    }
  }),
}
