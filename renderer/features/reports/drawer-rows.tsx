import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayApprove, useSession } from '#renderer/api/session-store.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import type { Report } from './comparison.ts'
import { CorrectForm } from './correct-form.tsx'
import { type BehindRow, isCorrectable } from './correction-words.ts'
import { DrawerRow } from './drawer-row.tsx'

/** The rows behind a figure, walked by arrow keys; a supervisor puts right what was recorded of the one he is at. */
export function DrawerRows({
  report,
  items,
  list,
  onBack,
  after,
  foot,
}: {
  report: Report
  items: readonly BehindRow[]
  list: RefObject<HTMLDivElement | null>
  /** Back to the table. */
  onBack: () => void
  /** What stands below the last row. */
  after: ReactNode
  /** Further buttons at the foot. */
  foot: ReactNode
}) {
  const { t } = useTranslation('reports')
  const id = useId()
  const session = useSession()
  const reading = useTimeReading()
  const [chosen, setChosen] = useState(0)
  const [correcting, setCorrecting] = useState<BehindRow>()
  const at = Math.min(chosen, Math.max(0, items.length - 1))
  const item = items[at]
  const supervises = session !== undefined && mayApprove(session.staff.role)
  const correct = (row: BehindRow | undefined) => {
    setCorrecting(row)
    if (row === undefined) list.current?.focus()
  }
  const open = () => {
    if (isCorrectable(item)) correct(item)
  }
  useHotkeys(
    supervises
      ? [
          {
            id: 'reports.drawer.correct',
            keys: 'E',
            label: t('screen.correct.key'),
            group: t('title'),
            enabled: correcting === undefined && isCorrectable(item),
            run: open,
          },
        ]
      : [],
  )
  // The form takes the lower half: the row it is about stays in sight.
  useEffect(() => {
    if (correcting) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [correcting, list])
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
    if (to !== undefined) {
      const next = Math.min(items.length - 1, Math.max(0, to))
      setChosen(next)
      list.current?.querySelector(`[id="${id}-${next}"]`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'ArrowLeft') onBack()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  // A day before the one up to which is counted has been closed, or will be as this one was.
  const isClosed = (row: BehindRow) =>
    report.state === 'closed' || row.businessDate < businessDateOf(Date.parse(report.until), reading)
  return (
    <>
      <div className="drawer-rows">
        {items.length === 0 ? null : (
          <div
            ref={list}
            role="listbox"
            tabIndex={0}
            aria-label={t('screen.rows')}
            aria-activedescendant={`${id}-${at}`}
            onKeyDown={press}
          >
            {items.map((row, index) => (
              <DrawerRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a party may stand here twice, once for each use
                key={`${row.stayId} ${row.at} ${row.roomNo} ${index}`}
                id={`${id}-${index}`}
                report={report}
                row={row}
                isChosen={index === at}
                onChoose={() => setChosen(index)}
              />
            ))}
          </div>
        )}
        {after}
      </div>
      {isCorrectable(correcting) ? (
        <CorrectForm row={correcting} isClosed={isClosed(correcting)} onClose={() => correct(undefined)} />
      ) : (
        <footer className="drawer-foot">
          {supervises && items.length > 0 ? (
            <Button
              hotkey="E"
              disabled={!isCorrectable(item)}
              title={isCorrectable(item) ? undefined : t('screen.correct.inside')}
              onClick={open}
            >
              {t('screen.correct.key')}
            </Button>
          ) : null}
          {foot}
        </footer>
      )}
    </>
  )
}
