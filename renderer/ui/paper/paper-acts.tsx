import { useTranslation } from 'react-i18next'
import { exportFile } from '#renderer/api/exports.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import type { PaperRequest } from '#shared/contract/report.ts'
import { usePrintPaper } from './use-print-paper.tsx'

/** Taking a report away from its screen: 打印 with F9, 导出 Excel with Ctrl+E. */
export function PaperActs({
  screen,
  group,
  request,
  title,
  isReady = true,
  primary = 'export',
}: {
  /** Whose keys these are, `members`. */
  screen: string
  group: string
  request: PaperRequest
  /** What the file is called while it is made. */
  title: string
  isReady?: boolean
  /** The one that the screen is about. */
  primary?: 'print' | 'export'
}) {
  const { t } = useTranslation(['common', 'exports'])
  const { print, printing, sheet } = usePrintPaper(request)
  // A file is never made with whole telephone numbers.
  const { unmask: _, ...scope } = request
  const takeAway = () => exportFile({ ...scope, format: 'xlsx', title })
  useHotkeys([
    { id: `${screen}.print`, keys: 'F9', label: t('print'), group, status: 90, enabled: isReady, run: print },
    { id: `${screen}.export`, keys: 'Ctrl+E', label: t('exports:excel'), group, enabled: isReady, run: takeAway },
  ])
  return (
    <>
      <Button
        hotkey="F9"
        kind={primary === 'print' ? 'primary' : 'plain'}
        disabled={!isReady || printing}
        onClick={print}
      >
        {t('print')}
      </Button>
      <Button hotkey="Ctrl+E" kind={primary === 'export' ? 'primary' : 'plain'} disabled={!isReady} onClick={takeAway}>
        {t('exports:excel')}
      </Button>
      {sheet}
    </>
  )
}
