import { useTranslation } from 'react-i18next'
import type { TimeReading } from '#renderer/ui/time-words.ts'
import { clockWords, lengthDigits, spanClock } from '#renderer/ui/time-words.ts'
import { type DragRoom, dragChange } from '#shared/domain/room/drag.ts'
import type { Drag } from './use-drag.ts'

export interface DragWords {
  /** `223　20:15–23:15` */
  readonly where: string
  /** `换房，晚 15 分` */
  readonly change: string
  /** What stands in the way, and what letting go does. */
  readonly trouble?: string
  /** Rooms where the party would fit. */
  readonly fits?: string
  /** Written on the hatched part. */
  readonly onHatch?: string
}

/** The words beside a held bar. */
export function useDragWords(): (
  drag: Drag,
  rooms: readonly DragRoom[],
  typeName: (code: string) => string,
  reading: TimeReading,
) => DragWords {
  const { t } = useTranslation('board')
  return (drag, rooms, typeName, reading) => {
    const { target, verdict } = drag
    const change = dragChange(drag.item, drag.homeRoomNo, target, rooms)
    const said = [
      change.room ? t('drag.otherRoom') : '',
      change.room && change.type !== 'same' ? t(`drag.${change.type}`) : '',
      change.startMinutes > 0 ? t('drag.later', { minutes: change.startMinutes }) : '',
      change.startMinutes < 0 ? t('drag.earlier', { minutes: -change.startMinutes }) : '',
      change.lengthMinutes > 0 ? t('drag.longer', { minutes: change.lengthMinutes }) : '',
      change.lengthMinutes < 0 ? t('drag.shorter', { minutes: -change.lengthMinutes }) : '',
    ].filter((part) => part !== '')
    const words: DragWords = {
      where: `${target.roomNo}　${spanClock(target.start, target.end, reading)}`,
      change: said.length === 0 ? t('drag.unchanged') : said.join(t('comma')),
    }
    if (verdict.kind === 'outside') return { ...words, trouble: t(`drag.${verdict.why}`) }
    if (verdict.kind === 'ask') return { ...words, trouble: t(verdict.tooSmall ? 'drag.tooSmall' : 'drag.asks') }
    if (verdict.kind !== 'conflict') return words
    const { claim, overlap } = verdict.conflict
    const who = claim.name ?? (claim.kind === 'cleaning' ? t('cleaningTail') : (claim.reason ?? t('walkIn')))
    const minutes = Math.max(1, Math.round((overlap.end - overlap.start) / 60_000))
    const byType = new Map<string, string[]>()
    for (const roomNo of verdict.fits) {
      const code = rooms.find((room) => room.roomNo === roomNo)?.typeCode ?? ''
      byType.set(code, [...(byType.get(code) ?? []), roomNo])
    }
    const fits = [...byType].map(([code, numbers]) => `${typeName(code)} ${numbers.join('、')}`).join(' · ')
    return {
      ...words,
      trouble: t('drag.overlap', {
        who,
        span: spanClock(claim.start, claim.end, reading),
        length: lengthDigits(minutes),
      }),
      fits: fits === '' ? t('drag.fitsNowhere') : t('drag.fits', { rooms: fits }),
      onHatch: t('drag.from', { time: clockWords(overlap.start, reading), who }),
    }
  }
}
