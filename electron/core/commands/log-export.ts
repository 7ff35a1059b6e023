import { type Command, done } from '../store/tx.ts'

/** What is taken away: the audit must be able to tell without the file. */
export interface ExportedWhat {
  readonly name: string
  readonly format: string
  readonly from: string
  readonly to: string
  readonly floor?: string
  readonly source?: string
  readonly vip?: string
  /** Whose form. */
  readonly customerId?: string
}

/** Writes down who took which figures or names away as a file, and when; nothing else changes. */
export const logExport: Command<ExportedWhat, { readonly id: string }> = {
  name: 'export.start',
  async run(tx, { name }) {
    return done({ id: tx.newId('x') }, [`export:${name}`])
  },
}
