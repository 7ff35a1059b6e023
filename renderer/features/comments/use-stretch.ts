import { useState } from 'react'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { type Stretch, stretchOf } from '#shared/domain/reports/report-period.ts'
import { addDays, businessDateOf } from '#shared/domain/time/business-day.ts'

export const stretchKinds = ['week', 'month', 'range'] as const
export type StretchKind = (typeof stretchKinds)[number]

/** The dates that are looked at: a week, a month, or any from one to another. */
export function useStretch() {
  const today = businessDateOf(useNow(60_000), useTimeReading())
  const [kind, setKind] = useState<StretchKind>('month')
  const [date, setDate] = useState<string>()
  const [range, setRange] = useState<Stretch>()
  const shown = date ?? today
  const stretch = kind === 'range' ? (range ?? { from: addDays(today, -6), to: today }) : stretchOf(kind, shown)
  return {
    today,
    kind,
    stretch,
    setKind: (next: StretchKind) => {
      // Any dates begin as what was looked at.
      if (next === 'range') setRange({ from: stretch.from, to: [stretch.to, today].sort()[0] ?? today })
      setKind(next)
    },
    setRange,
    step: (by: 1 | -1) => {
      if (kind === 'range') return
      setDate(by > 0 ? addDays(stretch.to, 1) : addDays(stretch.from, -1))
    },
  }
}

export type StretchChoice = ReturnType<typeof useStretch>
