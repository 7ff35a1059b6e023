import { useTranslation } from 'react-i18next'
import { useHealth } from '#renderer/api/venue-clock.ts'

const known = ['mirror', 'mirrorSetAside', 'databaseReplayed', 'dailyReport'] as const

/** Amber lights of the core: something is wrong and work goes on. */
export function WarningLights() {
  const { t } = useTranslation()
  const lit = useHealth().data?.warnings ?? []
  return known
    .filter((code) => lit.includes(code))
    .map((code) => (
      <span key={code} className="warning-light" role="status" title={t(`warning.${code}.next`)}>
        <span className="dot dot-warn" />
        {t(`warning.${code}.what`)}
      </span>
    ))
}
