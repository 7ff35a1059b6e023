import type { z } from 'zod'
import type { paper } from '#shared/contract/paper.ts'

/** A report's document, as the core tells it. */
export type PaperView = z.output<typeof paper>
export type TableView = PaperView['tables'][number]
export type ColumnView = TableView['columns'][number]
export type RowView = TableView['rows'][number]
