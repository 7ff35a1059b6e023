import { PeriodPicker } from '#renderer/ui/period/period-picker.tsx'
import { periodKinds, type ShownPeriod } from '#renderer/ui/period/shown-period.ts'
import type { PaperRequest } from '#shared/contract/report.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { PaperActs } from './paper-acts.tsx'
import type { PaperView } from './paper-view.ts'
import { useProgressNote } from './use-progress-note.ts'

/** Above a report that has a tab to itself: of which dates it is, how far it goes, and taking it away. */
export function PaperBar({
  screen,
  group,
  title,
  period,
  today,
  onChange,
  request,
  paper,
}: {
  /** Whose keys these are, `members`. */
  screen: string
  group: string
  /** What the file is called while it is made. */
  title: string
  period: ShownPeriod
  today: BusinessDate
  onChange: (period: ShownPeriod) => void
  request: PaperRequest
  /** Undefined until it is there. */
  paper: PaperView | undefined
}) {
  const note = useProgressNote(paper?.progress)
  return (
    <header className="page-bar">
      <PeriodPicker
        screen={screen}
        group={group}
        period={period}
        today={today}
        kinds={periodKinds}
        onChange={onChange}
      />
      <span className="quiet small" role="status">
        {note}
      </span>
      <span className="page-gap" />
      <PaperActs screen={screen} group={group} request={request} title={title} isReady={paper !== undefined} />
    </header>
  )
}
