import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import { useLanguage } from '#renderer/ui/i18n/i18n.ts'
import type { TimeReading } from '#renderer/ui/time-words.ts'
import type { venueView } from '#shared/contract/venue.ts'
import { api } from './client.ts'
import { useSession } from './session-store.ts'

export type VenueView = z.output<typeof venueView>

/** The venue as it stands; undefined until it has been heard. */
export function useVenue(): VenueView | undefined {
  const session = useSession()
  return useQuery({ ...api.venue.current.queryOptions(), enabled: session !== undefined }).data
}

/** How times are read here: zone, start of the day, 25:00 or 次日 01:00, and the reader's language. */
export function useTimeReading(): TimeReading {
  const venue = useVenue()
  const language = useLanguage()
  const timeZone = venue?.timeZone ?? 'Asia/Shanghai'
  const dayStart = venue?.policy.dayStart ?? 480
  const clock26 = venue?.policy.clock26 ?? false
  return useMemo(() => ({ timeZone, dayStart, clock26, language }), [timeZone, dayStart, clock26, language])
}
