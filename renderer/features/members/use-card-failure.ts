import { useTranslation } from 'react-i18next'
import { failureOf, useFailureText } from '#renderer/api/failure.ts'
import { cardNoInGroups } from '#shared/domain/members/card-number.ts'

const known = ['hasCard', 'renewedAlready', 'sameTier'] as const

/** What went wrong with a card, in words of its own where there are some. */
export function useCardFailure(): (error: unknown) => string {
  const { t } = useTranslation('members')
  const failureText = useFailureText()
  return (error) => {
    const { details } = failureOf(error)
    const why = known.find((one) => one === details.why)
    const current = details.current as { cardNo?: unknown } | undefined
    if (why === undefined) return failureText(error).line
    return t(`refused.${why}`, { cardNo: cardNoInGroups(String(current?.cardNo ?? '')) })
  }
}
