import { useTranslation } from 'react-i18next'
import { showToast } from '#renderer/ui/toast.tsx'
import { client } from './client.ts'
import { useFailureText } from './failure.ts'

/** Says what was done, with 撤销 for 10 s when the write can be taken back (its `journalSeq` is known). */
export function useDoneToast(): (text: string, journalSeq?: number, onUndone?: () => void) => void {
  const { t } = useTranslation()
  const failureText = useFailureText()
  return (text, journalSeq, onUndone) =>
    showToast({
      text,
      ...(journalSeq === undefined
        ? {}
        : {
            undo: () => {
              client.journal.undo({ seq: journalSeq }).then(
                () => {
                  showToast({ text: t('undone') })
                  onUndone?.()
                },
                (error: unknown) => showToast({ text: failureText(error).line, tone: 'bad' }),
              )
            },
          }),
    })
}
