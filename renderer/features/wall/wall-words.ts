import { useTranslation } from 'react-i18next'
import { maskedName } from '#renderer/ui/mask.ts'
import { clockWords, lengthDigits, plainClock, type TimeReading } from '#renderer/ui/time-words.ts'
import type { WallTile, WallTodo } from '#shared/domain/room/wall-tile.ts'

export interface TileWords {
  /** The line that matters now: its strong part and the rest. */
  readonly strong: string
  readonly rest: string
  /** What comes next. */
  readonly below: string
  readonly tone: 'plain' | 'soon' | 'over'
}

/** A countdown from an hour on reads 1:03, below it in whole minutes. */
const short = (minutes: number, unit: (count: number) => string): string =>
  minutes >= 60 ? lengthDigits(minutes) : minutes > 10 ? lengthDigits(minutes) : unit(minutes)

/** What a tile says, in the reader's language; in the lobby no guest is named. */
export function useTileWords(lobby: boolean): (tile: WallTile, reading: TimeReading, matched?: string) => TileWords {
  const { t } = useTranslation('wall')
  return (tile, reading, matched) => {
    const { now, next } = tile
    const clock = (at: number) => clockWords(at, reading)
    const minutes = (count: number) => t('minutes', { count })
    const party = (count: number | undefined) => (count === undefined ? '' : t('party', { count }))
    const name = (text: string) => (lobby ? maskedName(text) : text)
    const below =
      matched !== undefined && now.kind === 'waits'
        ? t('goesTo', { number: matched })
        : next.kind === 'party'
          ? lobby
            ? t('nextAt', { time: clock(next.at), name: '' }).trim()
            : clock(next.at) === plainClock(next.at, reading)
              ? t('nextAt', { time: clock(next.at), name: next.name })
              : `${clock(next.at)} ${next.name}`
          : next.kind === 'guest'
            ? `${name(next.name)} ${party(next.party)}`.trim()
            : next.kind === 'talking'
              ? t('talking', { who: lobby ? '' : `${next.staffName} ${next.staffNo}` }).trim()
              : next.kind === 'until'
                ? t('until', { time: clock(next.at) })
                : now.kind === 'freeAllDay'
                  ? ''
                  : t('nothingNext')
    const base = { below, tone: 'plain' as const }
    switch (now.kind) {
      case 'left':
        return {
          strong: t('left', { time: short(now.minutes, minutes) }),
          rest: party(now.party),
          below,
          tone: tile.state === 'dueSoon' ? 'soon' : 'plain',
        }
      case 'over':
        return {
          strong: t('over', { time: now.minutes >= 60 ? lengthDigits(now.minutes) : minutes(now.minutes) }),
          rest: party(now.party),
          below,
          tone: 'over',
        }
      case 'arrives':
        return { ...base, strong: clock(now.at), rest: t('in', { time: minutes(now.minutes) }) }
      case 'held':
        return {
          ...base,
          strong: t('held', { time: `${Math.floor(now.seconds / 60)}:${String(now.seconds % 60).padStart(2, '0')}` }),
          rest: '',
        }
      case 'settled':
        return { ...base, strong: t('settled'), rest: now.at === undefined ? party(now.party) : clock(now.at) }
      case 'cleaning':
        return {
          ...base,
          strong: t('cleanIn', { time: minutes(now.minutes) }),
          rest: t('cleanSince', { time: minutes(now.doneMinutes) }),
        }
      case 'waits':
        return { ...base, strong: t('waits', { time: minutes(now.minutes) }), rest: clock(now.since) }
      case 'blocked':
        return { ...base, strong: lobby ? t('blocked') : now.reason || t('blocked'), rest: '' }
      case 'freeUntil':
        return { ...base, strong: t('freeUntil', { time: plainClock(now.until, reading) }), rest: '' }
      case 'freeAllDay':
        return { ...base, strong: t('free'), rest: '' }
    }
  }
}

export function useTodoWords(): (todo: WallTodo) => string {
  const { t } = useTranslation('wall')
  return (todo) => t(`todo.${todo.kind}`, { count: Math.abs(todo.minutes) })
}
