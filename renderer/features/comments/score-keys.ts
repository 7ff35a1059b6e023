import { commentItems, type Scores } from '#shared/domain/feedback/scores.ts'

/** One box of the line: untouched, left blank on purpose, or a score. */
export type ScoreCell = '' | '0' | '1' | '2' | '3' | '4' | '5'
export type ScoreCells = readonly ScoreCell[]

export const emptyCells: ScoreCells = commentItems.map(() => '')

/** Where a key leads: the cells after it, and the box to go to; −1 before the first, 5 behind the last. */
export interface ScoreStep {
  readonly cells: ScoreCells
  readonly at: number
  /** The key was none of 1–5, 0 and space. */
  readonly refused: boolean
}

const cellOf = (character: string): ScoreCell | undefined => {
  const plain = character.normalize('NFKC')
  if (plain === ' ') return '0'
  return /^[0-5]$/.test(plain) ? (plain as ScoreCell) : undefined
}

const withCell = (cells: ScoreCells, at: number, cell: ScoreCell): ScoreCells =>
  cells.map((before, index) => (index === at ? cell : before))

/** A character typed in a box: 1–5 scores, 0 or space leaves it blank, and the next box follows; others are refused. */
export function typeScore(cells: ScoreCells, at: number, character: string): ScoreStep {
  const cell = cellOf(character)
  if (cell === undefined) return { cells, at, refused: true }
  return { cells: withCell(cells, at, cell), at: at + 1, refused: false }
}

/** Backspace: empties the box, or goes back to the one before and empties that. */
export function takeBackScore(cells: ScoreCells, at: number): ScoreStep {
  if (cells[at] !== undefined && cells[at] !== '') return { cells: withCell(cells, at, ''), at, refused: false }
  return { cells: at > 0 ? withCell(cells, at - 1, '') : cells, at: at - 1, refused: false }
}

/** The scores as they are saved: what was not touched is blank as well. */
export const scoresOf = (cells: ScoreCells): Scores =>
  Object.fromEntries(commentItems.map((item, index) => [item, Number(cells[index]) || null])) as unknown as Scores

/** The boxes of scores that were saved before. */
export const cellsOf = (scores: Scores): ScoreCells =>
  commentItems.map((item) => (scores[item] === null ? '0' : (String(scores[item]) as ScoreCell)))
