import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Placeholder } from '#shared/domain/flows/flow.ts'

const largeFlows: readonly string[] = ['08', '09', '11']

/** A script as it is read in 帮助: the open words filled with an example and marked, as in one evening of the desk. */
export function ScriptText({ text, flow }: { text: string; flow: string }) {
  const { t } = useTranslation('help')
  const example = (name: Placeholder): string => {
    if (name === 'type' && largeFlows.includes(flow)) return t('word.typeLarge')
    if (name === 'type' && flow === '10') return t('word.typeSmall')
    if (name === 'offerType' && !largeFlows.includes(flow)) return t('word.typeLarge')
    if (name === 'offer' && (flow === '08' || flow === '11'))
      return t(flow === '08' ? 'word.offerTwo' : 'word.offerSmaller')
    if (flow === '24' && name === 'total') return t('word.couponValue')
    if (flow === '24' && name === 'until') return t('word.couponUntil')
    if (flow === '24' && name === 'why') return t('word.couponWhy')
    return t(`word.${name}`)
  }
  return (
    <>
      {t('quote.open')}
      {text.split(/\{(\w+)\}/).map((part, index) =>
        index % 2 === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
          <Fragment key={index}>{part}</Fragment>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
          <b key={index} className="script-word">
            {example(part as Placeholder)}
          </b>
        ),
      )}
      {t('quote.close')}
    </>
  )
}
