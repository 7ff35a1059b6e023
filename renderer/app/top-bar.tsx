import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { keepSession, useSession } from '#renderer/api/session-store.ts'
import { useTimeReading, useVenue } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { type AppearanceChoice, chooseAppearance, useAppearanceChoice } from '#renderer/ui/appearance.ts'
import { chooseLanguage, useLanguage } from '#renderer/ui/i18n/i18n.ts'
import { languageNames, languages } from '#renderer/ui/i18n/language.ts'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { dateWords, plainClock } from '#renderer/ui/time-words.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { PracticeBand } from './practice-band.tsx'
import { WarningLights } from './warning-lights.tsx'

const appearances: readonly AppearanceChoice[] = ['auto', 'light', 'dark']

export function TopBar({ onSwitchUser }: { onSwitchUser: () => void }) {
  const { t } = useTranslation()
  const reading = useTimeReading()
  const venue = useVenue()
  const now = useNow()
  return (
    <header className="top-bar">
      <span className="quiet">{t('businessDay')}</span>
      <b>{dateWords(businessDateOf(now, reading), reading.language)}</b>
      <b className="top-bar-clock">{plainClock(now, reading)}</b>
      <span className="top-bar-rule" />
      <span className="quiet cut">{venue?.name}</span>
      <WarningLights />
      <PracticeBand />
      <UserMenu onSwitchUser={onSwitchUser} />
    </header>
  )
}

function UserMenu({ onSwitchUser }: { onSwitchUser: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const language = useLanguage()
  const appearance = useAppearanceChoice()
  useHotkeys([
    {
      id: 'session.switch',
      keys: 'Ctrl+Alt+U',
      label: t('user.switch'),
      group: t('keysEverywhere'),
      run: onSwitchUser,
    },
  ])
  if (!session) return null
  const leave = () => {
    client.session.close().catch(() => undefined)
    keepSession(undefined)
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [`language.${language}`, `appearance.${appearance}`],
        items: [
          { key: 'role', disabled: true, label: t(`role.${session.staff.role}`) },
          { key: 'switch', label: t('user.switch'), extra: 'Ctrl+Alt+U', onClick: onSwitchUser },
          { key: 'leave', label: t('user.leave'), onClick: leave },
          { type: 'divider' },
          {
            type: 'group',
            label: t('user.language'),
            children: languages.map((value) => ({
              key: `language.${value}`,
              label: languageNames[value],
              onClick: () => void chooseLanguage(value),
            })),
          },
          { type: 'divider' },
          {
            type: 'group',
            label: t('user.appearance'),
            children: appearances.map((value) => ({
              key: `appearance.${value}`,
              label: t(`appearance.${value}`),
              onClick: () => chooseAppearance(value),
            })),
          },
        ],
      }}
    >
      <button type="button" className="user-button">
        {session.staff.name} {session.staff.staffNo}
        <svg width="10" height="10" viewBox="0 0 10 10" fill="none" stroke="currentColor" aria-hidden="true">
          <path d="M2 3.5 5 6.5l3-3" />
        </svg>
      </button>
    </Dropdown>
  )
}
