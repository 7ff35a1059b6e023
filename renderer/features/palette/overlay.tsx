import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'

const loadPalette = () => import('./palette.tsx')
const loadCheatSheet = () => import('./cheat-sheet.tsx')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const CheatSheet = lazy(async () => ({ default: (await loadCheatSheet()).CheatSheet }))

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
  // Fetched when the page has settled, so that the first letter after Ctrl+K finds its field.
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadPalette(), loadCheatSheet()]), 1_000)
    return () => clearTimeout(timer)
  }, [])
  const close = () => setOpen(undefined)
  return (
    <Suspense>
      {open === 'palette' ? <Palette onClose={close} /> : null}
      {open === 'cheat' ? <CheatSheet onClose={close} /> : null}
    </Suspense>
  )
}
