import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mayApprove, useSession } from '#renderer/api/session-store.ts'
import { cardNoInGroups } from '#shared/domain/members/card-number.ts'
import type { CustomerView } from './customer-words.ts'

/** The customer's VIP card and the way to it; the way to one where there is none; and to the member form. */
export function CardLine({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('customers')
  const session = useSession()
  const { card } = customer
  const to = (search: object, text: string) => (
    <Link to={'/members' as '/'} search={search as never} className="customer-link">
      {text}
    </Link>
  )
  return (
    <span className="customer-card">
      {card ? (
        <>
          {to({ card: card.cardNo }, cardNoInGroups(card.cardNo))}
          <span>
            {t(`tier.${card.tier}`)} · {t(`card.${card.state}`)} · {t('card.until', { date: card.validUntil })}
          </span>
        </>
      ) : (
        <>
          <span>{customer.vipTier ? t('card.marked', { tier: t(`tier.${customer.vipTier}`) }) : t('card.none')}</span>
          {session && mayApprove(session.staff.role) ? to({ issue: customer.id }, t('card.issue')) : null}
        </>
      )}
      {to({ form: customer.id }, t('card.form'))}
    </span>
  )
}
