import { useTranslation } from 'react-i18next'

/** What the shapes of a chart mean. */
export function FlowLegend() {
  const { t } = useTranslation('help')
  return (
    <footer className="flow-legend">
      <span>
        <i className="legend-start" aria-hidden="true" /> {t('legend.start')}
      </span>
      <span>
        <svg width="30" height="16" className="legend-decision" aria-hidden="true">
          <polygon points="6,1 24,1 29,8 24,15 6,15 1,8" />
        </svg>{' '}
        {t('legend.decision')}
      </span>
      <span>
        <i className="legend-step" aria-hidden="true" /> {t('legend.step')}
      </span>
      <span>
        <i className="legend-spoken" aria-hidden="true">
          1
        </i>{' '}
        {t('legend.spoken')}
      </span>
      <span>
        <i className="legend-way" aria-hidden="true" /> {t('legend.path')}
      </span>
    </footer>
  )
}
