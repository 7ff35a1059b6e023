import type { TableView } from './paper-view.ts'

/** A part of a form: what is asked and the answer, side by side; what is left of a row belongs to its last answer. */
export function FormBoxes({ table: { columns, rows } }: { table: TableView }) {
  return (
    <table className="paper-form">
      <tbody>
        {rows.map((row) => {
          const shown = columns.filter((column) => row.cells[column.key] !== undefined)
          return (
            <tr key={row.key} className={(row.lines ?? 1) > 1 ? 'paper-form-tall' : undefined}>
              {shown.map((column, at) => {
                const text = row.cells[column.key]
                const Box = at % 2 === 0 ? 'th' : 'td'
                return (
                  <Box
                    key={column.key}
                    scope={Box === 'th' ? 'row' : undefined}
                    colSpan={at === shown.length - 1 ? columns.length - at : undefined}
                  >
                    {text}
                  </Box>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
