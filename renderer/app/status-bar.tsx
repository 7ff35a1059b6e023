import { useTranslation } from 'react-i18next'
import { useConnection } from '#renderer/api/connection.ts'
import type { Hotkey } from '#renderer/ui/keyboard/registry.ts'
import { useAliveHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'

/** F-keys by their number, then the chords. */
const place = (hotkey: Hotkey): number => {
  const number = /^F(\d+)$/.exec(hotkey.keys)?.[1]
  return number === undefined ? 100 + (hotkey.status ?? 0) : Number(number)
}

/** The keys that work now, and how the line to the core is. */
export function StatusBar() {
  const { t } = useTranslation()
  const hotkeys = useAliveHotkeys()
    .filter((hotkey) => hotkey.status !== undefined)
    .sort((a, b) => place(a) - place(b))
  const connection = useConnection()
  return (
    <footer className="status-bar">
      {hotkeys.map((hotkey) => (
        <span key={hotkey.id} className="status-key">
          <b>{hotkey.keys}</b> {hotkey.label}
        </span>
      ))}
      <span className="status-gap" />
      <span role="status" className="status-line">
        <span className={connection.state === 'open' ? 'dot dot-good' : 'dot dot-bad'} />
        {connection.state === 'open'
          ? connection.ms === undefined
            ? t('connection.open')
            : `${t('connection.open')} · ${connection.ms} ms`
          : t(connection.state === 'lost' ? 'connection.lost' : 'connection.connecting')}
      </span>
    </footer>
  )
}
