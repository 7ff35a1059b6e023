import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })))
const CheatSheet = lazy(() => import('./cheat-sheet.tsx').then((module) => ({ default: module.CheatSheet })))

/** Over every screen: Ctrl+K the palette, Ctrl+/ every key that works now. */
export function Overlay() {
  const { t } = useTranslation('palette')
  const { t: common } = useTranslation()
  const [open, setOpen] = useState<'palette' | 'cheat'>()
  useHotkeys([
    {
      id: 'palette.open',
      keys: 'Ctrl+K',
      label: t('open'),
      group: common('keysEverywhere'),
      status: 950,
      run: () => setOpen('palette'),
    },
    {
      id: 'palette.cheat',
      keys: 'Ctrl+/',
      label: t('cheat'),
      group: common('keysEverywhere'),
      status: 960,
      run: () => setOpen('cheat'),
    },
  ])
  const close = () => setOpen(undefined)
  return (
    <Suspense>
      {open === 'palette' ? <Palette onClose={close} /> : null}
      {open === 'cheat' ? <CheatSheet onClose={close} /> : null}
    </Suspense>
  )
}
