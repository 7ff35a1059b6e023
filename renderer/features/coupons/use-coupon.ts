import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { failureOf } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import type { LifeView } from './coupon-words.ts'

/** The coupon before the guest: what was scanned last, its life, and its redemption. */
export function useCoupon() {
  const { t } = useTranslation('coupons')
  const queries = useQueryClient()
  const done = useDoneToast()
  const [asked, setAsked] = useState<string>()
  const [justDone, setJustDone] = useState<string>()
  const [stayId, setStayId] = useState('')
  const keyOf = (serial: string) => api.coupon.find.queryKey({ input: { serial } })
  const found = useQuery({
    ...api.coupon.find.queryOptions({ input: { serial: asked ?? '' } }),
    enabled: asked !== undefined,
  })
  const life = asked === undefined ? undefined : found.data
  const keep = (after: LifeView) => {
    if (asked !== undefined) queries.setQueryData(keyOf(asked), after)
  }
  const redeem = useMutation({
    mutationFn: (serial: string) => client.coupon.redeem({ serial, ...(stayId === '' ? {} : { stayId }) }),
    onSuccess: (after) => {
      keep(after)
      setJustDone(after.serial)
      done(t('redeemed', { serial: after.serial }), after.journalSeq, () => setJustDone(undefined))
    },
    onError: (error) => {
      // Another desk was quicker, or the day has changed: the refusal brings the coupon as it is.
      const { coupon } = failureOf(error).details
      if (typeof coupon === 'object' && coupon !== null) keep(coupon as LifeView)
    },
  })
  const scan = (serial: string) => {
    redeem.reset()
    setJustDone(undefined)
    if (serial === asked) void queries.invalidateQueries({ queryKey: keyOf(serial) })
    setAsked(serial)
  }
  return {
    asked,
    life,
    isPending: asked !== undefined && found.isPending,
    failure: asked !== undefined && found.isError && !found.isFetching ? found.error : undefined,
    redeem,
    isDone: life !== undefined && life.serial === justDone,
    stayId,
    setStayId,
    scan,
    clear() {
      setAsked(undefined)
      setJustDone(undefined)
      setStayId('')
      redeem.reset()
    },
  }
}

export type CouponAtHand = ReturnType<typeof useCoupon>
