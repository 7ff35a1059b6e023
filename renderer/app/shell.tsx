import { useQuery } from '@tanstack/react-query'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { type ComponentType, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { keepSession, useSession } from '#renderer/api/session-store.ts'
import { Login } from '#renderer/features/session/login.tsx'
import { ExportStrip } from '#renderer/ui/export-strip.tsx'
import { keepTyping } from '#renderer/ui/keyboard/type-ahead.ts'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import type { Screen } from '#renderer/ui/screen.ts'
import { LoadingState } from '#renderer/ui/screen-states.tsx'
import { ScreensContext } from '#renderer/ui/screens.ts'
import { Toaster } from '#renderer/ui/toast.tsx'
import { SideBar } from './side-bar.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useIdleLock } from './use-idle-lock.ts'

/** Locks the station; what is typed stays behind the login. */
const lock = () => keepSession(undefined)

/** The frame around every screen: bars, keys, login above them, and what floats over all. */
export function Shell({ screens, overlays }: { screens: readonly Screen[]; overlays: readonly ComponentType[] }) {
  const session = useSession()
  const [switching, setSwitching] = useState(false)
  const [everIn, setEverIn] = useState(session !== undefined)
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const setup = useQuery(api.setup.status.queryOptions())
  const needed = setup.data?.needed === true
  const wizard = screens.find((screen) => screen.path === '/setup')
  const bare = screens.find((screen) => screen.path === path)?.bare === true

  useEffect(() => {
    if (session) {
      setEverIn(true)
      setSwitching(false)
    }
  }, [session])

  useEffect(() => {
    if (needed && wizard && path !== wizard.path) void navigate({ to: wizard.path as '/' })
  }, [needed, wizard, path, navigate])

  useIdleLock(session !== undefined && !bare, lock)

  if (setup.isPending) return <LoadingState />
  if (needed && wizard) return <Screens />

  const asking = switching || session === undefined
  return (
    <>
      {everIn ? (
        <div className={bare ? 'shell shell-bare' : 'shell'} inert={asking}>
          <ScreenKeys screens={screens} />
          {bare ? null : (
            <>
              <TopBar onSwitchUser={() => setSwitching(true)} />
              <SideBar screens={screens} />
            </>
          )}
          <main className="shell-main">
            <Screens />
          </main>
          {bare ? null : <StatusBar />}
          <ExportStrip />
          <Suspense>
            <ScreensContext value={screens}>
              {overlays.map((Overlay, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
                <Overlay key={index} />
              ))}
            </ScreensContext>
          </Suspense>
        </div>
      ) : null}
      {asking ? <Login {...(switching && session ? { onCancel: () => setSwitching(false) } : {})} /> : null}
      <Toaster />
    </>
  )
}

function Screens() {
  return (
    <Suspense fallback={<LoadingState />}>
      <Outlet />
    </Suspense>
  )
}

/** F-keys that lead to screens, from everywhere. */
function ScreenKeys({ screens }: { screens: readonly Screen[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  useHotkeys(
    screens.flatMap((screen) =>
      (screen.keys ?? []).map((entry) => ({
        id: `go.${screen.path}.${entry.keys}`,
        keys: entry.keys,
        label: t(entry.word),
        group: t('keysEverywhere'),
        status: entry.status,
        run: () => {
          if (entry.typesOn) keepTyping()
          void navigate({ to: screen.path as '/', search: (entry.search ?? {}) as never })
        },
      })),
    ),
  )
  return null
}
