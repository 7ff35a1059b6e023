/**
 * A report as a document: one shape that the screen shows, the printer prints and Excel and CSV are written from, so
 * that they can never disagree (reports.md). Texts are in the reader's language; numbers stay numbers.
 */

/**
 * What a number or text in a column is, and so how it is written everywhere: `hours` and `mean` to 0.1, `rate` 0.583 as 58.3 %,
 * `points` percentage points, `change` with its sign, `score` and `scoreChange` (a mean of 1 to 5, and how it has changed) to
 * 0.01, `cents` as yuan, `date` as `YYYY-MM-DD` and `moment` as `YYYY-MM-DDTHH:MM` of the venue's wall clock.
 */
export type Unit =
  | 'text'
  | 'count'
  | 'decimal'
  | 'mean'
  | 'hours'
  | 'minutes'
  | 'rate'
  | 'points'
  | 'change'
  | 'changeRate'
  | 'score'
  | 'scoreChange'
  | 'cents'
  | 'date'
  | 'moment'

export interface PaperColumn {
  readonly key: string
  readonly title: string
  /** Columns side by side with the same group stand under one head. */
  readonly group?: string
  readonly unit: Unit
  /** In digits; a Chinese character takes two. */
  readonly width: number
}

export type PaperValue = string | number | null

/** A cell of the same table: by its row and column, each the formula's own where left out. */
export interface PaperRef {
  readonly row?: string
  readonly column?: string
}

/** How a figure follows from others of its table; its value is given beside it all the same. */
export type PaperFormula =
  /** The sum of this column over the rows of kind `row`. */
  | { readonly sum: 'rows' }
  | { readonly add: readonly PaperRef[] }
  | { readonly difference: readonly [PaperRef, PaperRef] }
  /** One ÷ the other; blank where that is nothing. */
  | { readonly ratio: readonly [PaperRef, PaperRef] }
  /** (one − the other) ÷ the other; blank where that is nothing. */
  | { readonly change: readonly [PaperRef, PaperRef] }
  /** The mean of this column over rows, by their keys. */
  | { readonly mean: readonly string[] }

export interface PaperRow {
  readonly key: string
  /** A row of the table itself, the heading of some that follow, an adjustment, a sum, or a note at the foot. */
  readonly kind: 'row' | 'heading' | 'adjustment' | 'total' | 'note'
  readonly cells: Readonly<Record<string, PaperValue>>
  readonly formulas?: Readonly<Record<string, PaperFormula>>
  /** Where a cell is of another kind than its column: a change in per cent, a mean. */
  readonly units?: Readonly<Record<string, Unit>>
  /** Weekends and holidays are shaded; what has not come yet, or is nothing, is faint. */
  readonly tone?: 'weekend' | 'holiday' | 'faint'
  /** Of a form: room for so many lines to be written in by hand, where it is more than one. */
  readonly lines?: number
}

/** A chart drawn from a table's rows of kind `row`. */
export interface PaperChart {
  readonly kind: 'column' | 'stackedColumn' | 'line' | 'bar'
  readonly title: string
  /** The column the categories stand in. */
  readonly categories: string
  readonly series: readonly {
    readonly column: string
    readonly name: string
    /** The score of 1 to 5 it counts: painted in that score's own colour, wherever it is drawn. */
    readonly score?: number
  }[]
}

export interface PaperTable {
  readonly key: string
  /** Left out where the paper has but one. */
  readonly title?: string
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly PaperRow[]
  readonly charts?: readonly PaperChart[]
  /** What to say instead of rows. */
  readonly empty?: string
  /**
   * A form (appendix 08): each row is boxes side by side, a column for what is asked and one for the answer. Its columns need
   * no heads, and where a row ends early its last answer reaches across.
   */
  readonly isForm?: boolean
}

export interface Paper {
  /** Name of the report, as in its address. */
  readonly name: string
  readonly title: string
  readonly venue: string
  /** What it covers: dates, how far, with what it is compared, under which filter. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /**
   * How far its figures go, for whoever writes moments in a way of their own: when the dates were closed, or up to when they
   * are counted, as the API writes an instant. Left out where nothing is counted: lists and forms.
   */
  readonly progress?: { readonly state: 'closed' | 'running' | 'ahead'; readonly at: string }
  readonly tables: readonly PaperTable[]
  readonly checks: readonly { readonly ok: boolean; readonly text: string }[]
  readonly definitions: readonly { readonly name: string; readonly text: string }[]
  /** When and by whom it was made. */
  readonly made: string
  readonly landscape: boolean
}
