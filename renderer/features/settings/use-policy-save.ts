import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { policy as policySchema } from '#shared/contract/venue.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import type { Policy } from '#shared/domain/venue/policy.ts'
import { useVenueSave } from './settings-part.ts'

/** Saves a policy as a new version from a business date on; today unless another day is chosen. */
export function usePolicySave(onSaved?: () => void) {
  const reading = useTimeReading()
  const today = businessDateOf(useNow(60_000), reading)
  const [chosen, setChosen] = useState<string>()
  const effectiveFrom = chosen ?? today
  const save = useVenueSave(
    (policy: Policy) => client.venue.savePolicy({ effectiveFrom, policy: policySchema.parse(policy) }),
    onSaved,
  )
  return { today, effectiveFrom, setEffectiveFrom: setChosen, save }
}
