import { useTranslation } from 'react-i18next'
import { useTimeReading } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { stretchWords } from './figure-words.ts'
import { Segments } from './segments.tsx'
import { type StretchChoice, stretchKinds } from './use-stretch.ts'

/** Week, month or any dates; Alt+← and Alt+→ go to the one before and after. */
export function StretchPicker({ choice }: { choice: StretchChoice }) {
  const { t } = useTranslation('comments')
  const { language } = useTimeReading()
  const { kind, stretch, today } = choice
  const group = t('title')
  useHotkeys([
    { id: 'comments.before', keys: 'Alt+←', label: t('stretchBefore'), group, run: () => choice.step(-1) },
    { id: 'comments.after', keys: 'Alt+→', label: t('stretchAfter'), group, run: () => choice.step(1) },
  ])
  return (
    <>
      <Segments
        label={t('dates')}
        options={stretchKinds.map((name) => ({ name, label: t(`kind.${name}`) }))}
        active={kind}
        onChange={choice.setKind}
      />
      {kind === 'range' ? (
        <span className="cm-range">
          <input
            className="field"
            type="date"
            aria-label={t('from')}
            value={stretch.from}
            max={stretch.to}
            onChange={(event) => event.target.value !== '' && choice.setRange({ ...stretch, from: event.target.value })}
          />
          –
          <input
            className="field"
            type="date"
            aria-label={t('to')}
            value={stretch.to}
            min={stretch.from}
            max={today}
            onChange={(event) => event.target.value !== '' && choice.setRange({ ...stretch, to: event.target.value })}
          />
        </span>
      ) : (
        <span className="stepper">
          <Button aria-label={t('stretchBefore')} title={`${t('stretchBefore')} Alt+←`} onClick={() => choice.step(-1)}>
            ‹
          </Button>
          <span className="stepper-value" aria-live="polite">
            {stretchWords(stretch.from, stretch.to, today.slice(0, 4), language)}
          </span>
          <Button aria-label={t('stretchAfter')} title={`${t('stretchAfter')} Alt+→`} onClick={() => choice.step(1)}>
            ›
          </Button>
        </span>
      )}
    </>
  )
}
