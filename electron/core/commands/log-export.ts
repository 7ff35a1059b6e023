import { type Command, done } from '../store/tx.ts'

/** What is taken away: the audit must be able to tell without the file. */
export interface ExportedWhat {
  readonly name: string
  readonly format: string
  readonly from: string
  readonly to: string
  /** What it was narrowed to: a floor, a figure of a table, one customer. */
  readonly only: Readonly<Record<string, string>>
}

/** Writes down who took which figures or names away as a file, and when; nothing else changes. */
export const logExport: Command<ExportedWhat, { readonly id: string }> = {
  name: 'export.start',
  async run(tx, { name }) {
    return done({ id: tx.newId('x') }, [`export:${name}`])
  },
}
