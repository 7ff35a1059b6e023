import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const heading =
  '# Measured\n\nWritten by `npm run bench` and `npm run replay -- FILE`; each keeps to its own section.\n'

/** Puts a section into a Markdown file between its own markers and leaves everything else as it is. */
export function writeSection(file: string, name: 'replay' | 'bench' | 'files' | 'reports', text: string): void {
  const begin = `<!-- ${name}: begin -->`
  const end = `<!-- ${name}: end -->`
  const section = `${begin}\n${text.trim()}\n${end}`
  const before = existsSync(file) ? readFileSync(file, 'utf8') : heading
  const from = before.indexOf(begin)
  const to = before.indexOf(end)
  const after =
    from >= 0 && to > from
      ? before.slice(0, from) + section + before.slice(to + end.length)
      : `${before.trimEnd()}\n\n${section}\n`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, after)
}

/** A table of Markdown; numbers stand to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const rule = head.map((_, at) => (rows.some((row) => typeof row[at] === 'number') ? '---:' : '---'))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}
