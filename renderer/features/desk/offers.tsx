import { useTranslation } from 'react-i18next'
import { Key } from '#renderer/ui/key.tsx'
import { Money, MoneyDifference } from '#renderer/ui/money.tsx'
import type { DecisionView, OfferView } from '#shared/contract/decision.ts'
import { differenceWords, offerName, offerTime, type WordsContext } from './answer-words.ts'

/** Offers as rows on one grid, each taken by its digit. Rows of 44 after a refusal, of 36 under an answer. */
export function Offers({
  decision,
  offers,
  taken,
  words,
  onTake,
}: {
  decision: DecisionView
  offers: readonly OfferView[]
  taken?: OfferView
  words: WordsContext
  onTake: (offer: OfferView) => void
}) {
  const { t } = useTranslation(['desk', 'common'])
  const roomy = decision.outcome !== 'available' && taken === undefined
  if (offers.length === 0)
    return decision.outcome === 'available' ? null : (
      <div className="offers">
        <p className="offers-none quiet">{t('noOffers')}</p>
      </div>
    )
  return (
    <div className="offers">
      <div className="offers-head">
        <b>{t(decision.outcome === 'available' ? 'otherChoices' : 'couldChangeTo')}</b>
        <span className="quiet">{t('byCost')}</span>
        <span className="quiet offers-key-note">{t('digitTakes')}</span>
      </div>
      <ul className={roomy ? 'offers-list offers-roomy' : 'offers-list'} aria-label={t('otherChoices')}>
        {offers.map((offer, index) => (
          <li key={offer.offerId}>
            <button
              type="button"
              className={taken?.offerId === offer.offerId ? 'offer offer-taken' : 'offer'}
              onClick={() => onTake(offer)}
            >
              <Key name={String(index + 1)} big={roomy} />
              <b className="offer-name cut">{offerName(offer, words)}</b>
              <span className="offer-time">{offerTime(offer, words)}</span>
              <span className="offer-differs cut">{differenceWords(offer, decision, words)}</span>
              <Money cents={offer.quote.total} />
              <MoneyDifference cents={offer.priceDifference} same={t('samePrice')} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
