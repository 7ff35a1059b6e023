import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { mostReportDays } from '#shared/contract/report.ts'
import { type BusinessDate, daysBetween } from '#shared/domain/time/business-day.ts'
import { isMonth, monthOf, type Stretch, stepped } from './stretch.ts'

const inOrder = ({ from, to }: Stretch): boolean =>
  from !== '' && to !== '' && from <= to && daysBetween(from, to) < mostReportDays

/** Which dates: month after month with a key, or any first and last day. */
export function PeriodBar({
  stretch,
  today,
  onChange,
}: {
  stretch: Stretch
  today: BusinessDate
  onChange: (stretch: Stretch) => void
}) {
  const { t } = useTranslation('members')
  const [typed, setTyped] = useState(stretch)
  const { from, to } = stretch
  useEffect(() => setTyped({ from, to }), [from, to])
  const step = (direction: -1 | 1) => onChange(stepped(stretch, direction))
  useHotkeys([
    { id: 'members.before', keys: 'Alt+←', label: t('period.before'), group: t('title'), run: () => step(-1) },
    { id: 'members.after', keys: 'Alt+→', label: t('period.after'), group: t('title'), run: () => step(1) },
  ])
  const type = (next: Stretch) => {
    setTyped(next)
    if (inOrder(next)) onChange(next)
  }
  const wrong = !inOrder(typed)
  const date = (edge: 'from' | 'to') => (
    <input
      type="date"
      className="field members-date"
      aria-label={t(`period.${edge}`)}
      aria-invalid={wrong}
      value={typed[edge]}
      onChange={(event) => type({ ...typed, [edge]: event.target.value })}
    />
  )
  return (
    <>
      <span className="stepper">
        <Button aria-label={t('period.before')} title={`${t('period.before')} Alt+←`} onClick={() => step(-1)}>
          ‹
        </Button>
        <span className="stepper-value" aria-live="polite">
          {isMonth(stretch)
            ? t('period.month', { year: stretch.from.slice(0, 4), month: Number(stretch.from.slice(5, 7)) })
            : `${stretch.from} – ${stretch.to}`}
        </span>
        <Button aria-label={t('period.after')} title={`${t('period.after')} Alt+→`} onClick={() => step(1)}>
          ›
        </Button>
      </span>
      <span className="members-dates">
        {date('from')} – {date('to')}
      </span>
      {monthOf(today).from === from && isMonth(stretch) ? null : (
        <Button className="button-small" onClick={() => onChange(monthOf(today))}>
          {t('period.thisMonth')}
        </Button>
      )}
      {wrong ? (
        <span className="form-error" role="alert">
          {t('period.wrong')}
        </span>
      ) : null}
    </>
  )
}
