import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { useTimeReading } from '#renderer/api/venue.ts'
import { plainClock } from '#renderer/ui/time-words.ts'
import type { reportRow } from '#shared/contract/report.ts'

/** A row behind a figure, as the API answers it. */
export type BehindRow = z.output<typeof reportRow>
type Corrected = NonNullable<BehindRow['corrected']>

/** A row whose party has gone, so that what was recorded of it may be put right. */
export type CorrectableRow = BehindRow & { readonly leftAt: string }

export const isCorrectable = (row: BehindRow | undefined): row is CorrectableRow => row?.leftAt !== undefined

/** The head count as it stands now; the row itself shows the one its figure was counted from. */
export const partyNow = (row: BehindRow): number => row.corrected?.party?.to ?? row.party

/** `6 → 8 位，离店 22:30 → 22:00`. */
export function useChangeWords(): (change: Pick<Corrected, 'party' | 'leftAt'>) => string {
  const { t } = useTranslation('reports')
  const reading = useTimeReading()
  const clock = (iso: string) => plainClock(Date.parse(iso), reading)
  return ({ party, leftAt }) =>
    [
      ...(party ? [t('screen.correct.changedParty', party)] : []),
      ...(leftAt ? [t('screen.correct.changedLeft', { from: clock(leftAt.from), to: clock(leftAt.to) })] : []),
    ].join(t('screen.correct.join'))
}
