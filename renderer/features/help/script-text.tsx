import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Placeholder } from '#shared/domain/flows/flow.ts'

/** A script as it is read in 帮助: the open words in bold, by what they stand for. */
export function ScriptText({ text }: { text: string }) {
  const { t } = useTranslation('help')
  return (
    <>
      「
      {text.split(/\{(\w+)\}/).map((part, index) =>
        index % 2 === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
          <Fragment key={index}>{part}</Fragment>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
          <b key={index}>{t(`word.${part as Placeholder}`)}</b>
        ),
      )}
      」
    </>
  )
}
