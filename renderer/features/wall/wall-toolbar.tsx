import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/chip.tsx'
import { type ShownState, StateChip } from '#renderer/ui/state-chip.tsx'
import { roomStates } from '#shared/domain/room/room-state.ts'

export type WallFilter = ShownState | 'all' | 'promised' | 'matched'
export type WallOrder = 'room' | 'free'

const states: readonly ShownState[] = roomStates

interface ToolbarProps {
  counts: ReadonlyMap<WallFilter, number>
  filter: WallFilter
  order: WallOrder
  onFilter: (filter: WallFilter) => void
  onOrder: (order: WallOrder) => void
  onLobby: () => void
}

/** The chips are legend and filter in one. */
export function WallToolbar({ counts, filter, order, onFilter, onOrder, onLobby }: ToolbarProps) {
  const { t } = useTranslation('wall')
  const { t: common } = useTranslation()
  const chip = (one: WallFilter, content: React.ReactNode) => (
    <Chip
      key={one}
      isOn={filter === one}
      count={counts.get(one) ?? 0}
      onPress={() => onFilter(filter === one ? 'all' : one)}
    >
      {content}
    </Chip>
  )
  return (
    <div className="wall-toolbar">
      <div className="wall-chips" role="group" aria-label={t('filter')}>
        {chip('all', t('all'))}
        {states.map((state) =>
          chip(
            state,
            <>
              <StateChip state={state} /> {common(`state.${state}`)}
            </>,
          ),
        )}
        <i className="wall-rule" />
        {chip('promised', t('promised'))}
        {chip('matched', t('matched'))}
      </div>
      <Button kind="quiet" className="wall-lobby" onClick={onLobby}>
        {t('lobby')}
      </Button>
      <fieldset className="segments" aria-label={t('order')}>
        {(['room', 'free'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={order === one} onClick={() => onOrder(one)}>
            {t(`orders.${one}`)}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
