import { writeFile } from 'node:fs/promises'
import { FileNotMade, type FileOrder, type FileProgress, type MadeFile } from '#electron/core/exports/file-maker.ts'
import { dayName, fileNameOf, monthName, stretchOfFile } from '#electron/core/exports/file-names.ts'
import type { List } from '#electron/core/lists/list.ts'
import { listNamed } from '#electron/core/lists/lists.ts'
import { listFrame } from '#electron/core/papers/list-paper.ts'
import { paperOf } from '#electron/core/papers/papers.ts'
import type { ReportSource } from '#electron/core/queries/day-archive.ts'
import type { ReportReader } from '#electron/core/queries/report-head.ts'
import { wordsIn } from '#electron/core/words.ts'
import type { Stretch } from '#shared/domain/reports/report-period.ts'
import { plainText } from './cell-text.ts'
import { paperCsv, writeListCsv } from './csv.ts'
import { dayWorkbook } from './day-workbook.ts'
import { listSheet, mostSheetRows, type StreamedSheet } from './list-sheet.ts'
import { monthWorkbook } from './month-workbook.ts'
import { notesSheet } from './notes-sheet.ts'
import { paperSheet } from './paper-sheet.ts'
import { sheetNames } from './sheet-name.ts'
import { writeWorkbook } from './workbook-file.ts'

/** What a file is made with besides its order. */
export interface Workshop {
  readonly source: ReportSource
  readonly target: string
  readonly onProgress: (progress: FileProgress) => void
  /** Asked between two pages and two sheets; throws FileNotMade once somebody has cancelled. */
  readonly check: () => void
}

interface Job extends Workshop {
  readonly order: FileOrder
  readonly reader: ReportReader
  readonly stretch: Stretch
}

/** Makes the file of an order. Throws FileNotMade when there is no such report, or it is too long for a sheet. */
export async function writeOrder(order: FileOrder, workshop: Workshop): Promise<MadeFile> {
  const { request } = order
  const job: Job = {
    ...workshop,
    order,
    reader: { ...order.reader, words: wordsIn(order.reading) },
    stretch: stretchOfFile(workshop.source, request),
  }
  if (request.name === monthName) return writeMonth(job)
  if (request.name === dayName) return writeDay(job)
  const list = listNamed(request.name)
  return list ? writeList(job, list) : writePaper(job)
}

async function writePaper({ source, target, onProgress, order, reader, stretch }: Job): Promise<MadeFile> {
  onProgress({ done: 0, of: 1, unit: 'sheets' })
  const paper = await paperOf(source, reader, order.request)
  if (!paper) throw new FileNotMade('NOT_FOUND')
  const name = fileNameOf(paper.title, stretch.from, stretch.to, order.format)
  if (order.format === 'csv') {
    const text = paperCsv(paper)
    await writeFile(target, text, { flag: 'wx', mode: 0o600 })
    return { name, bytes: Buffer.byteLength(text) }
  }
  const named = sheetNames()
  const sheet = paperSheet(paper, named(paper.title), reader.words)
  const notes = notesSheet([paper], named(reader.words('workbook.notes')), reader.words, [])
  const bytes = await written(order, target, paper, [sheet, notes])
  onProgress({ done: 1, of: 1, unit: 'sheets' })
  return { name, bytes }
}

async function writeList(job: Job, list: List): Promise<MadeFile> {
  const { source, target, onProgress, check, order, reader, stretch } = job
  const { words } = reader
  const count = await list.count(source, stretch)
  let done = 0
  const onRows = (rows: number) => {
    done += rows
    onProgress({ done, of: count, unit: 'rows' })
    check()
  }
  onRows(0)
  const pages = list.pages(source, stretch, words)
  const name = fileNameOf(words(`list.name.${list.name}`), stretch.from, stretch.to, order.format)
  if (order.format === 'csv') return { name, bytes: await writeListCsv(target, list.columns(words), pages, onRows) }
  if (count > mostSheetRows) throw new FileNotMade('TOO_LARGE')
  const named = sheetNames()
  const frame = listFrame(source, reader, list, stretch, count)
  const sheet = listSheet(frame, named(frame.title), words, count, pages)
  const notes = notesSheet([frame], named(words('workbook.notes')), words, [])
  return { name, bytes: await written(order, target, frame, [sheet, notes], onRows) }
}

async function writeDay({ source, target, onProgress, check, order, reader, stretch }: Job): Promise<MadeFile> {
  const { title, made, sheets } = await dayWorkbook(source, reader, stretch.from, (done, of) => {
    onProgress({ done, of, unit: 'sheets' })
    check()
  })
  const name = fileNameOf(reader.words('workbook.daily'), stretch.from, stretch.from, order.format)
  return { name, bytes: await written(order, target, { title, made }, sheets, check) }
}

async function writeMonth({ source, target, onProgress, check, order, reader, stretch }: Job): Promise<MadeFile> {
  const { title, made, sheets } = await monthWorkbook(source, reader, stretch, (done, of) => {
    onProgress({ done, of, unit: 'sheets' })
    check()
  })
  const name = fileNameOf(
    reader.words('workbook.month'),
    stretch.from.slice(0, 7),
    stretch.from.slice(0, 7),
    order.format,
  )
  const bytes = await written(order, target, { title, made }, sheets, check)
  return { name, bytes }
}

const written = (
  order: FileOrder,
  target: string,
  { title }: { readonly title: string; readonly made: string },
  sheets: readonly StreamedSheet[],
  onRows: (rows: number) => void = () => undefined,
): Promise<number> => {
  const at = new Date(order.now)
  return writeWorkbook(
    target,
    sheets,
    { title: plainText(title), creator: plainText(order.reader.name), created: at, modified: at },
    onRows,
  )
}
