import { useTranslation } from 'react-i18next'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Key } from '#renderer/ui/key.tsx'
import type { Hotkey } from '#renderer/ui/keyboard/registry.ts'
import { useAliveHotkeys, useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { byKey } from './by-key.ts'
import './palette.css'

/** Closes on the very key that opened it. */
function CloseKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette')
  useHotkeys([{ id: 'cheat.close', keys: 'Ctrl+/', label: t('close'), group: t('cheat'), listed: false, run: onClose }])
  return null
}

/** 全部按键: every key that works on this screen now, by what it belongs to; drawn from the registry. */
export function CheatSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette')
  const alive = useAliveHotkeys()
  const groups = new Map<string, Hotkey[]>()
  for (const hotkey of alive) {
    if (hotkey.listed === false) continue
    groups.set(hotkey.group, [...(groups.get(hotkey.group) ?? []), hotkey])
  }
  return (
    <Dialog title={t('cheat')} onClose={onClose} width={860}>
      <CloseKey onClose={onClose} />
      <div className="cheat">
        {[...groups].map(([group, hotkeys]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {hotkeys.toSorted(byKey).map((hotkey) => (
                <div key={hotkey.id}>
                  <dt>
                    <Key name={hotkey.keys} />
                  </dt>
                  <dd>{hotkey.label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
