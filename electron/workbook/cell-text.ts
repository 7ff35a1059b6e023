/** What one cell of Excel holds. */
const mostCharacters = 32_767

// Legal nowhere in XML, not even as a reference. Half a character is mended by toWellFormed.
const nowhereLegal = /[\ufffe\uffff]/g
// Excel reads `_x000D_` as the character it names; a person who typed just that gets it back by naming its first sign.
const looksEscaped = /_(?=x[0-9a-fA-F]{4}_)/g

/**
 * A text as a cell keeps it: whole if it fits, cut with an ellipsis if it does not, never breaking the file. It comes
 * back as it was, control characters and all; only what no XML can hold is replaced.
 */
export function cellText(text: string): string {
  const fitting = text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text
  return fitting.toWellFormed().replace(nowhereLegal, '\ufffd').replace(looksEscaped, '_x005F_')
}

/** A text where no cell holds it (chart, footer, the file's properties): one line, nothing that would break the file. */
export const plainText = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ')

/** Words that Excel takes for an error of calculation when they stand alone. */
const errorWords: ReadonlySet<string> = new Set([
  '#VALUE!',
  '#REF!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#DIV/0!',
  '#NUM!',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
])

export const isErrorWord = (text: string): boolean => errorWords.has(text)

// Leading blanks too: some programs look past them.
const formulaLike = /^\s*[=+\-@|\t\r\n\0＝＋－＠]/

/** Whether a spreadsheet program may take a text for a formula when it is typed or read as plain text. */
export const isFormulaLike = (text: string): boolean => formulaLike.test(text)

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/

/** How wide a text is, in digits; a Chinese character takes two. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += wide.test(character) || (character.codePointAt(0) ?? 0) > 0xffff ? 2 : 1
  return width
}
