import { figureWords, isNumberUnit } from '#renderer/ui/figure-words.ts'
import type { Unit } from '#shared/domain/reports/paper.ts'
import type { PaperView } from './paper-view.ts'
import './paper.css'

type Table = PaperView['tables'][number]

/** Heads over columns that belong together; undefined where there are none. */
function groupsOf(columns: Table['columns']): { title: string; span: number; key: string }[] | undefined {
  if (columns.every((column) => column.group === undefined)) return undefined
  const groups: { title: string; span: number; key: string }[] = []
  for (const { key, group = '' } of columns) {
    const last = groups.at(-1)
    if (last && group !== '' && last.title === group) last.span += 1
    else groups.push({ title: group, span: 1, key })
  }
  return groups
}

/** A table of a report's document, the same on the screen and on paper. */
export function PaperTableView({ table }: { table: Table }) {
  const groups = groupsOf(table.columns)
  const firsts = new Set(groups?.slice(1).map((group) => group.key))
  const classOf = (key: string, unit: Unit) =>
    `${isNumberUnit(unit) ? 'num' : ''}${firsts.has(key) ? ' paper-left' : ''}`
  return (
    <div className="paper-table-frame">
      {table.title === undefined ? null : <h2>{table.title}</h2>}
      {table.rows.length === 0 ? (
        <p className="quiet">{table.empty}</p>
      ) : (
        <table className="paper-table">
          <thead>
            {groups ? (
              <tr className="paper-groups">
                {groups.map((group) =>
                  group.title === '' ? (
                    <td key={group.key} colSpan={group.span} />
                  ) : (
                    <th key={group.key} colSpan={group.span} scope="colgroup" className={classOf(group.key, 'text')}>
                      {group.title}
                    </th>
                  ),
                )}
              </tr>
            ) : null}
            <tr>
              {table.columns.map((column) => (
                <th key={column.key} scope="col" className={classOf(column.key, column.unit)}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key} className={`paper-${row.kind}${row.tone ? ` paper-${row.tone}` : ''}`}>
                {table.columns.map((column) => {
                  const value = row.cells[column.key]
                  const unit = row.units?.[column.key] ?? column.unit
                  return (
                    <td key={column.key} className={classOf(column.key, unit)}>
                      {value === undefined ? '' : value === null ? '' : figureWords(value, unit)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
