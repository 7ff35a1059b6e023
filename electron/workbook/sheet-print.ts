import type { NamedRange } from 'hucre'
import type { Words } from '#electron/core/words.ts'
import type { Paper } from '#shared/domain/reports/paper.ts'
import { plainText } from './cell-text.ts'
import { quotedSheet } from './sheet-name.ts'

/** More than Excel takes in a footer. */
const mostFooter = 255

// An ampersand is a command in a footer; two are one.
const footerText = (text: string): string => plainText(text).replaceAll('&', '&&')

/** Title to the left, page of pages in the middle, who and when to the right; small. */
export function pageFooter({ title, made }: Pick<Paper, 'title' | 'made'>, words: Words): string {
  // The font size is set apart by a blank, or the digits of a date would belong to it.
  const middle = `&C&8 ${words('workbook.page', { page: '&P', pages: '&N' })}`
  const right = `&R&8 ${footerText(made)}`
  const room = mostFooter - middle.length - right.length - 5
  const left = `&L&8 ${footerText(title.slice(0, Math.max(0, Math.floor(room / 2))))}`
  return left + middle + right
}

/**
 * What is printed, and which rows are repeated on every page, as names of the workbook. By hand: hucre leaves a sheet's
 * name unquoted in them.
 */
export function printNames(
  sheet: string,
  { area, repeated }: { readonly area?: string; readonly repeated: readonly [number, number] | undefined },
): NamedRange[] {
  return [
    ...(area === undefined ? [] : [{ name: '_xlnm.Print_Area', range: area, scope: sheet }]),
    ...(repeated === undefined
      ? []
      : [
          {
            name: '_xlnm.Print_Titles',
            range: `${quotedSheet(sheet)}!$${repeated[0] + 1}:$${repeated[1] + 1}`,
            scope: sheet,
          },
        ]),
  ]
}
