import { useTranslation } from 'react-i18next'
import { useTimeReading } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { Segmented } from '#renderer/ui/segmented.tsx'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { DateField } from './date-field.tsx'
import { periodWords } from './period-words.ts'
import { datesOfPeriod, inKind, isNow, type PeriodKind, type ShownPeriod, stepped } from './shown-period.ts'
import { useTypedDates } from './use-typed-dates.ts'
import './period.css'

interface PeriodProps {
  /** Whose keys these are, `members`. */
  readonly screen: string
  readonly group: string
  readonly period: ShownPeriod
  readonly today: BusinessDate
  readonly kinds: readonly PeriodKind[]
  readonly onChange: (period: ShownPeriod) => void
  /** What a kind is chosen with besides, `Alt+1`. */
  readonly keyOf?: (kind: PeriodKind) => string
  /** Leads back to today's day, week or month. */
  readonly hasWayBack?: boolean
}

/** Which dates: the day, week or month before and after with Alt+← and Alt+→, a date, or any first and last one. */
export function PeriodPicker({ screen, group, period, today, kinds, onChange, keyOf, hasWayBack = true }: PeriodProps) {
  const { t } = useTranslation('period')
  const { language } = useTimeReading()
  const { typed, isWrong, type } = useTypedDates(datesOfPeriod(period), (dates) =>
    onChange({ kind: 'range', ...dates }),
  )
  const step = (by: -1 | 1) => onChange(stepped(period, by))
  useHotkeys([
    { id: `${screen}.before`, keys: 'Alt+←', label: t('before'), group, run: () => step(-1) },
    { id: `${screen}.after`, keys: 'Alt+→', label: t('after'), group, run: () => step(1) },
  ])
  return (
    <>
      <span className="period">
        <Button aria-label={t('before')} title={`${t('before')} Alt+←`} onClick={() => step(-1)}>
          ‹
        </Button>
        {period.kind === 'range' ? (
          <>
            <DateField label={t('from')} value={typed.from} isBad={isWrong} onChange={(from) => type({ from })} />
            <span aria-hidden="true">–</span>
            <DateField label={t('to')} value={typed.to} isBad={isWrong} onChange={(to) => type({ to })} />
          </>
        ) : (
          <span className="period-date">
            <span aria-live="polite">{periodWords(period, today, language)}</span>
            <DateField
              label={t('date')}
              value={period.date}
              className="period-date-field"
              onChange={(date) => onChange({ ...period, date })}
            />
          </span>
        )}
        <Button aria-label={t('after')} title={`${t('after')} Alt+→`} onClick={() => step(1)}>
          ›
        </Button>
      </span>
      <Segmented
        label={t('label')}
        value={period.kind}
        onChange={(kind) => onChange(inKind(period, kind, today))}
        options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`), title: keyOf?.(kind) }))}
      />
      {hasWayBack && period.kind !== 'range' && !isNow(period, today) ? (
        <Button className="button-small" onClick={() => onChange({ kind: period.kind, date: today })}>
          {t(`now.${period.kind}`)}
        </Button>
      ) : null}
      {period.kind === 'range' && isWrong ? (
        <span className="form-error" role="alert">
          {t('wrong')}
        </span>
      ) : null}
    </>
  )
}
