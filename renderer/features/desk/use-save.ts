import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { client } from '#renderer/api/client.ts'
import { freshKey } from '#renderer/api/fresh-key.ts'
import { typedMoney } from '#renderer/ui/money-words.ts'
import type { OfferView } from '#shared/contract/decision.ts'
import type { RequestInput } from '#shared/contract/request.ts'
import type { Tab } from './desk-state.ts'

/** The offer to save under: the one taken, or the place in line a jump leads to. */
function saveInput(tab: Tab, request: RequestInput, offer: OfferView | undefined) {
  const { draft, answers, approval } = tab
  const deposit = answers.deposit === undefined ? undefined : typedMoney(answers.deposit)
  const headCount = answers.headCount === undefined ? undefined : Number(answers.headCount)
  const name = draft.name.trim()
  const title = /(先生|女士|小姐|太太)$/.exec(name)?.[0]
  return {
    request,
    ...(offer === undefined ? {} : { offerId: offer.offerId }),
    customer: { name, phone: draft.phone.trim(), ...(title === undefined ? {} : { title }) },
    ...(deposit === undefined ? {} : { deposit }),
    ...(answers.transferConsent === undefined ? {} : { transferConsent: answers.transferConsent }),
    ...(headCount === undefined || Number.isNaN(headCount) ? {} : { headCount }),
    ...(approval === undefined ? {} : { approval }),
    ...(draft.notes.trim() === '' ? {} : { notes: draft.notes.trim() }),
  }
}

export type Saved = Awaited<ReturnType<typeof client.booking.save>>

/** Saves the booking; the same form sent again after a broken line goes under the same key. */
export function useSave(onSaved: (booking: Saved) => void) {
  const lastKey = useRef({ form: '', key: '' })
  return useMutation({
    mutationFn: ({ tab, request, offer }: { tab: Tab; request: RequestInput; offer: OfferView | undefined }) => {
      const form = `${tab.id}.${tab.attempt}.${offer?.offerId ?? ''}`
      if (lastKey.current.form !== form) lastKey.current = { form, key: freshKey() }
      return client.booking.save(saveInput(tab, request, offer), { context: { idempotencyKey: lastKey.current.key } })
    },
    onSuccess: onSaved,
  })
}
