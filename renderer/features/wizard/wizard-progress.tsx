import { useTranslation } from 'react-i18next'
import { steps, type WizardStep } from './wizard-draft.ts'

/** Where one is among the steps; a finished one can be gone back to. */
export function WizardProgress({
  step,
  done,
  onGo,
}: {
  step: WizardStep
  done: (step: WizardStep) => boolean
  onGo: (step: WizardStep) => void
}) {
  const { t } = useTranslation('wizard')
  const at = steps.indexOf(step)
  return (
    <nav className="wizard-progress" aria-label={t('progress', { at: at + 1, of: steps.length })}>
      <p className="wizard-brand">{t('brand')}</p>
      <ol>
        {steps.map((one, index) => (
          <li key={one}>
            <button
              type="button"
              aria-current={one === step ? 'step' : undefined}
              disabled={index > at && !steps.slice(0, index).every(done)}
              onClick={() => onGo(one)}
            >
              <i>{index < at && done(one) ? '✓' : index + 1}</i>
              {t(`step.${one}.short`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
