import { Key } from '#renderer/ui/key.tsx'
import { minutesBetween } from '#renderer/ui/time-words.ts'
import type { WordsContext } from './answer-words.ts'
import type { DeskState } from './desk-state.ts'

/** The booking in hand, and the one put aside with how long it has waited. */
export function DeskTabs({
  state,
  words,
  onNew,
  onSwitch,
}: {
  state: DeskState
  words: WordsContext
  onNew: () => void
  onSwitch: () => void
}) {
  const { t, now } = words
  return (
    <div className="desk-tabs">
      {state.tabs.map((tab, index) => {
        const active = index === state.active
        const name = tab.draft.name.trim()
        return (
          <button
            key={tab.id}
            type="button"
            className={active ? 'desk-tab desk-tab-active' : 'desk-tab'}
            aria-pressed={active}
            onClick={active ? undefined : onSwitch}
          >
            {name ? t('tab.named', { name }) : t('tab.new')}
            {tab.parkedAt === undefined ? null : (
              <span className="small">
                {' '}
                {t('tab.parked', { minutes: Math.max(0, minutesBetween(tab.parkedAt, now)) })}
              </span>
            )}
          </button>
        )
      })}
      <span className="desk-tabs-gap" />
      <button type="button" className="desk-tab-key" onClick={onNew}>
        <Key name="F2" /> {t('common:nav.newBooking')}
      </button>
      <button type="button" className="desk-tab-key" onClick={onSwitch} disabled={state.tabs.length < 2}>
        <Key name="Ctrl+Tab" /> {t('tab.switch')}
      </button>
    </div>
  )
}
