import { describe, expect, it } from 'vitest'
import { cellsOf, emptyCells, type ScoreCells, scoresOf, takeBackScore, typeScore } from './score-keys.ts'

/** Types key by key from the first box; `<` is Backspace. */
function typed(keys: string): { cells: ScoreCells; at: number; refused: number } {
  let state = { cells: emptyCells, at: 0, refused: 0 }
  for (const key of keys) {
    const step = key === '<' ? takeBackScore(state.cells, state.at) : typeScore(state.cells, state.at, key)
    state = { cells: step.cells, at: step.at, refused: state.refused + Number(step.refused) }
  }
  return state
}

describe('scores typed straight through', () => {
  it.each([
    ['54321', '54321', 5, 0],
    ['5 4', '504', 3, 0],
    ['504', '504', 3, 0],
    ['５４', '54', 2, 0],
    ['6', '', 0, 1],
    ['5a4', '54', 2, 1],
    ['9x-4', '4', 1, 3],
    ['54<', '5', 1, 0],
    ['54<3', '53', 2, 0],
    ['543<<1', '51', 2, 0],
    ['<', '', -1, 0],
    ['5<<', '', -1, 0],
  ])('%j', (keys, cells, at, refused) => {
    const after = typed(keys)
    expect([after.cells.join(''), after.at, after.refused]).toEqual([cells, at, refused])
  })

  it('Backspace in a box that is filled empties it and stays', () => {
    expect(takeBackScore(['5', '4', '', '', ''], 0)).toEqual({ cells: ['', '4', '', '', ''], at: 0, refused: false })
  })

  it('are saved with blanks for what was left out or not reached', () => {
    expect(scoresOf(typed('50').cells)).toEqual({ service: 5, food: null, sound: null, environment: null, price: null })
    expect(cellsOf(scoresOf(typed('5 3').cells)).join('')).toBe('50300')
  })
})
