import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import type { couponPreview } from '#shared/contract/coupon.ts'
import { useRefusedWords } from './coupon-words.ts'

/** What a line of serials would do: how many, which are left out and why, and what is not understood. */
export function SerialsPreview({
  preview,
  onOnly,
}: {
  preview: z.output<typeof couponPreview>
  /** Leaves in the line only what can be done. */
  onOnly: () => void
}) {
  const { t } = useTranslation('coupons')
  const refusedWords = useRefusedWords()
  const mayTakeOnly = preview.refusedCount > 0 && preview.allowed !== ''
  useHotkeys([
    {
      id: 'coupons.only',
      keys: 'Alt+O',
      label: t('preview.only', { count: preview.allowedCount }),
      group: t('title'),
      enabled: mayTakeOnly,
      run: onOnly,
    },
  ])
  return (
    <div className="serials-preview" aria-live="polite">
      {preview.allowedCount > 0 ? (
        <p className="good">
          <b>{t('preview.allowed', { count: preview.allowedCount })}</b> {preview.allowed}
        </p>
      ) : null}
      {preview.problems.map(({ kind, text }) => (
        <p key={text} className="bad">
          {t(`problem.${kind}`, { text })}
        </p>
      ))}
      {preview.refusedCount > 0 ? (
        <>
          <p className="bad">
            <b>{t('preview.refused', { count: preview.refusedCount })}</b>
          </p>
          <ul>
            {preview.refused.map((one) => (
              <li key={one.serials}>
                <b>{one.serials}</b> <span className="quiet">{refusedWords(one)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {mayTakeOnly ? (
        <div>
          <Button hotkey="Alt+O" className="button-small" onClick={onOnly}>
            {t('preview.only', { count: preview.allowedCount })}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
