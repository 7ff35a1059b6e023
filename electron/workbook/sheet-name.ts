const most = 31
const refused = /[\p{Cc}\p{Cs}\ufffe\uffff:\\/?*[\]]+/gu
// Excel keeps its log of changes under this name, in every language.
const reserved = /^history$/i

/** At most so many UTF-16 units, never half a character. */
function shortened(text: string, length: number): string {
  let short = ''
  for (const character of text) {
    if (short.length + character.length > length) break
    short += character
  }
  return short
}

const withoutQuotes = (text: string): string => text.replace(/^[\s']+|[\s']+$/g, '')

/** A name as a sheet may have it: without what Excel refuses, not too long, never empty. */
function legalName(wanted: string): string {
  const plain = withoutQuotes(
    shortened(withoutQuotes(wanted.toWellFormed().replace(refused, ' ').replace(/\s+/g, ' ')), most),
  )
  if (plain === '') return 'Sheet'
  return reserved.test(plain) ? `${plain} 1` : plain
}

/** Excel and hucre compare names without regard to case. */
const folded = (name: string): string => name.toLowerCase()

/** Gives each sheet of one workbook a legal name of its own, as near as can be to what was wanted. */
export function sheetNames(): (wanted: string) => string {
  const taken = new Set<string>()
  return (wanted) => {
    const first = legalName(wanted)
    let name = first
    for (let count = 2; taken.has(folded(name)); count += 1) {
      const ending = ` ${count}`
      name = `${shortened(first, most - ending.length)}${ending}`
    }
    taken.add(folded(name))
    return name
  }
}

/** A sheet's name as formulas and defined names write it. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`
