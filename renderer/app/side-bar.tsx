import { Link, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '#renderer/ui/icons.tsx'
import type { Screen } from '#renderer/ui/screen.ts'
import { type ScreenWithEntry, screensWithEntry } from '#renderer/ui/screens.ts'

/** The way between screens: icon over word, 64 wide; only screens that exist. */
export function SideBar({ screens }: { screens: readonly Screen[] }) {
  const { t } = useTranslation()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <nav className="side-bar" aria-label={t('nav.label')}>
      <span className="brand" aria-hidden="true">
        K
      </span>
      {screensWithEntry(screens).map((screen) => (
        <Entry key={screen.path} screen={screen} active={path === screen.path || path.startsWith(`${screen.path}/`)} />
      ))}
    </nav>
  )
}

const useNoBadge = (): undefined => undefined

function Entry({ screen, active }: { screen: ScreenWithEntry; active: boolean }) {
  const { t } = useTranslation()
  const useBadge = screen.useBadge ?? useNoBadge
  const badge = useBadge()
  return (
    <>
      <Link
        to={screen.path as '/'}
        className={active ? 'side-entry side-entry-active' : 'side-entry'}
        aria-current={active ? 'page' : undefined}
      >
        <span className="side-icon">
          <Icon name={screen.entry.icon} />
          {badge && badge.count > 0 ? (
            <b className={badge.alert ? 'badge badge-alert' : 'badge'}>{badge.count}</b>
          ) : null}
        </span>
        {t(screen.entry.word)}
      </Link>
      {screen.entry.after === 'rule' ? <hr className="side-rule" /> : null}
    </>
  )
}
