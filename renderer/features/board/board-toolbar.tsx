import { useTranslation } from 'react-i18next'
import { Key } from '#renderer/ui/key.tsx'
import type { RoomTypeView } from '#renderer/ui/room/room-model.ts'
import { type ShownState, StateChip } from '#renderer/ui/state-chip.tsx'
import { dateWords, dayWords, type TimeReading } from '#renderer/ui/time-words.ts'
import { roomStates } from '#shared/domain/room/room-state.ts'

export type BoardView = 'timeline' | 'list'

/** The states in the order of the legend. */
export const legendStates: readonly ShownState[] = roomStates

interface ToolbarProps {
  date: string
  today: string
  reading: TimeReading
  types: readonly RoomTypeView[]
  onlyType: string | undefined
  counts: ReadonlyMap<ShownState, number> | undefined
  view: BoardView
  onStep: (days: number) => void
  onNow: () => void
  onType: (code: string | undefined) => void
  onView: (view: BoardView) => void
}

export function BoardToolbar(props: ToolbarProps) {
  const { date, today, reading, types, onlyType, counts, view } = props
  const { t } = useTranslation('board')
  const { t: common } = useTranslation()
  const relative = dayWords(date, today, reading.language)
  const full = dateWords(date, reading.language)
  return (
    <div className="board-toolbar">
      <div className="board-steps">
        <button type="button" className="tool-button" aria-label={t('dayBefore')} onClick={() => props.onStep(-1)}>
          ‹
        </button>
        <button type="button" className="tool-button tool-date" onClick={props.onNow}>
          {date === today ? `${relative} ${full}` : full}
        </button>
        <button type="button" className="tool-button" aria-label={t('dayAfter')} onClick={() => props.onStep(1)}>
          ›
        </button>
      </div>
      <button type="button" className="tool-button tool-plain" onClick={props.onNow}>
        <Key name="Home" /> {t('now')}
      </button>
      <fieldset className="segments" aria-label={t('typeFilter')}>
        <button type="button" aria-pressed={onlyType === undefined} onClick={() => props.onType(undefined)}>
          {t('allTypes')}
        </button>
        {types.map((type) => (
          <button
            key={type.code}
            type="button"
            aria-pressed={onlyType === type.code}
            onClick={() => props.onType(onlyType === type.code ? undefined : type.code)}
          >
            {shortName(type.name)}
          </button>
        ))}
      </fieldset>
      <div className="legend" role="group" aria-label={t('legend')}>
        {counts
          ? legendStates.map((state) => (
              <span key={state} className="legend-entry">
                <StateChip state={state} size={16} /> <span className="legend-name">{common(`state.${state}`)}</span>{' '}
                <b>{counts.get(state) ?? 0}</b>
              </span>
            ))
          : null}
      </div>
      <fieldset className="segments" aria-label={t('view')}>
        {(['timeline', 'list'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={view === one} onClick={() => props.onView(one)}>
            {t(`views.${one}`)}
          </button>
        ))}
      </fieldset>
    </div>
  )
}

/** 小包 → 小: a filter needs no more. */
const shortName = (name: string): string =>
  /^[\u4e00-\u9fff]+[包房]$/.test(name) && name.length > 1 ? name.slice(0, -1) : name
