import { useBlocker, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#renderer/api/session-store.ts'
import { useVenue } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { Page } from '#renderer/ui/page.tsx'
import { LoadingState } from '#renderer/ui/screen-states.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { PricesTab } from './prices-tab.tsx'
import { ReportsTab } from './reports-tab.tsx'
import { RoomsTab } from './rooms-tab.tsx'
import { RulesTab } from './rules-tab.tsx'
import { StaffTab } from './staff-tab.tsx'
import { StationTab } from './station-tab.tsx'
import { TypesTab } from './types-tab.tsx'
import { VenueTab } from './venue-tab.tsx'
import './settings.css'

const tabs = ['venue', 'types', 'rooms', 'rules', 'prices', 'reports', 'staff', 'station'] as const
type Tab = (typeof tabs)[number]

/** 设置: the venue as data. Whoever may not change it still sees it. */
export function SettingsScreen() {
  const { t } = useTranslation('settings')
  const venue = useVenue()
  const session = useSession()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const tab = tabs.find((name) => name === search.tab) ?? 'venue'
  const [dirty, setDirty] = useState(false)
  const onDirty = useCallback((next: boolean) => setDirty(next), [])
  const mayChange = session?.staff.role === 'manager' || session?.staff.role === 'admin'
  const blocker = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  })
  const open = (name: Tab) => void navigate({ to: '/settings' as '/', search: { tab: name } as never })
  useHotkeys(
    tabs.map((name, index) => ({
      id: `settings.${name}`,
      keys: `Alt+${index + 1}`,
      label: t(`tab.${name}`),
      group: t('title'),
      run: () => open(name),
    })),
  )

  const part = { venue, mayChange, onDirty }
  return (
    <Page title={t('title')} head={mayChange ? null : <span className="quiet">{t('readOnly')}</span>}>
      <div className="settings">
        <Tabs
          label={t('title')}
          tabs={tabs.map((name) => ({ name, label: t(`tab.${name}`) }))}
          active={tab}
          onChange={open}
        />
        <div className="page-scroll" role="tabpanel" aria-label={t(`tab.${tab}`)} key={tab}>
          {part.venue === undefined ? (
            <LoadingState />
          ) : tab === 'venue' ? (
            <VenueTab {...part} venue={part.venue} />
          ) : tab === 'types' ? (
            <TypesTab {...part} venue={part.venue} />
          ) : tab === 'rooms' ? (
            <RoomsTab {...part} venue={part.venue} />
          ) : tab === 'rules' ? (
            <RulesTab {...part} venue={part.venue} />
          ) : tab === 'prices' ? (
            <PricesTab {...part} venue={part.venue} />
          ) : tab === 'reports' ? (
            <ReportsTab {...part} venue={part.venue} />
          ) : tab === 'staff' ? (
            <StaffTab {...part} venue={part.venue} />
          ) : (
            <StationTab />
          )}
        </div>
      </div>
      {blocker.status === 'blocked' ? (
        <Dialog
          title={t('unsaved.title')}
          onClose={blocker.reset}
          footer={
            <>
              <Button onClick={blocker.proceed}>{t('unsaved.leave')}</Button>
              <Button kind="primary" onClick={blocker.reset}>
                {t('unsaved.stay')}
              </Button>
            </>
          }
        >
          <p>{t('unsaved.text')}</p>
        </Dialog>
      ) : null}
    </Page>
  )
}
