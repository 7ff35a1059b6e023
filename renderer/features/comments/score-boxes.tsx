import { type ClipboardEvent, type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { commentItems } from '#shared/domain/feedback/scores.ts'
import { type ScoreCells, type ScoreStep, takeBackScore, typeScore } from './score-keys.ts'
import './entry.css'

export interface ScoreFocus {
  /** To the first box: what is typed there takes the place of what stands. */
  focus: () => void
  /** To the first box that is still untouched, or past the last. */
  resume: () => void
}

/**
 * Five boxes for the five items, typed straight through: 1–5 scores, 0 or space leaves a box blank, Backspace goes back.
 * What is none of these is refused quietly.
 */
export function ScoreBoxes({
  cells,
  onChange,
  onLeave,
  onRefused,
  handle,
  describedBy,
}: {
  cells: ScoreCells
  onChange: (cells: ScoreCells) => void
  /** Past the last box, or back before the first. */
  onLeave: (to: 'next' | 'before') => void
  onRefused: () => void
  handle?: Ref<ScoreFocus>
  describedBy?: string | undefined
}) {
  const { t } = useTranslation('comments')
  const boxes = useRef<(HTMLInputElement | null)[]>([])
  const go = (at: number) => {
    boxes.current[at]?.focus()
    boxes.current[at]?.select()
  }
  useImperativeHandle(handle, () => ({
    focus: () => go(0),
    resume: () => (cells.includes('') ? go(cells.indexOf('')) : onLeave('next')),
  }))
  const take = (step: ScoreStep) => {
    if (step.refused) return onRefused()
    onChange(step.cells)
    if (step.at < 0) onLeave('before')
    else if (step.at >= commentItems.length) onLeave('next')
    else go(step.at)
  }
  const typeAll = (at: number, text: string) => {
    let step: ScoreStep = { cells, at, refused: false }
    for (const character of text) {
      if (step.at >= commentItems.length) break
      step = typeScore(step.cells, step.at, character)
      if (step.refused) break
    }
    take(step)
  }
  const press = (event: KeyboardEvent, at: number) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Backspace') take(takeBackScore(cells, at))
    else if (event.key === 'ArrowLeft') at > 0 ? go(at - 1) : onLeave('before')
    else if (event.key === 'ArrowRight') at < commentItems.length - 1 ? go(at + 1) : onLeave('next')
    else if (event.key.length === 1) take(typeScore(cells, at, event.key))
    else return
    event.preventDefault()
  }
  return (
    <div className="score-boxes" role="group" aria-label={t('scores')} aria-describedby={describedBy}>
      {commentItems.map((item, at) => (
        <label key={item} className="score-box">
          <span className="form-label" title={t(`item.${item}`)}>
            {t(`itemShort.${item}`)}
          </span>
          <input
            ref={(element) => {
              boxes.current[at] = element
            }}
            className="field"
            inputMode="numeric"
            autoComplete="off"
            aria-label={t(`item.${item}`)}
            data-score={cells[at] || undefined}
            value={cells[at] === '0' ? '–' : cells[at]}
            onFocus={(event) => event.target.select()}
            onKeyDown={(event) => press(event, at)}
            // What an input method hands over arrives here instead of as a key.
            onChange={(event) => typeAll(at, event.target.value.replace('–', '').slice(-1))}
            onPaste={(event: ClipboardEvent) => {
              event.preventDefault()
              typeAll(at, event.clipboardData.getData('text').trim())
            }}
          />
        </label>
      ))}
    </div>
  )
}
