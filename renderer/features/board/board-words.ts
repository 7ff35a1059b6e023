import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { clockWords, type TimeReading } from '#renderer/ui/time-words.ts'
import type { BoardItem } from '#shared/domain/room/board-item.ts'

type Letters = Readonly<Record<Exclude<BoardItem['state'], 'past'> | 'cleaning' | 'free', string>>
const states = ['free', 'reserved', 'held', 'inUse', 'dueSoon', 'settled', 'cleaning', 'lateParty', 'blocked'] as const

/** Every word a bar or a row may need, looked up once: the board draws hundreds of bars at a time. */
export interface BoardWords {
  readonly letters: Letters
  readonly names: Letters
  readonly walkIn: string
  readonly talking: string
  readonly past: string
  readonly open: string
  readonly book: string
  readonly promise: { readonly letter: string; readonly title: string }
  readonly repair: { readonly letter: string; readonly title: string }
  party: (count: number) => string
  seats: (count: number) => string
  left: (minutes: number) => string
  over: (minutes: number) => string
  keptUntil: (at: number) => string
  blockKind: (state: string | undefined) => string
  freeStretch: (roomNo: string) => string
  clock: (at: number) => string
  /** Spoken name of a bar. */
  label: (item: BoardItem) => string
}

export type BlockKind = 'repair' | 'closed' | 'locked'
export const blockKindOf = (state: string | undefined): BlockKind =>
  state === 'closed' || state === 'locked' ? state : 'repair'

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      value = make(key)
      known.set(key, value)
    }
    return value
  }
}

/** The same object until language or clock reading change. */
export function useBoardWords(reading: TimeReading): BoardWords {
  const { t } = useTranslation('board')
  const { t: common } = useTranslation()
  return useMemo(() => {
    const all = (word: (state: (typeof states)[number]) => string) =>
      Object.fromEntries(states.map((state) => [state, word(state)])) as unknown as Letters
    const clock = remembered((at: number) => clockWords(at, reading))
    const party = remembered((count: number) => t('party', { count }))
    const blockKind = remembered((state: string | undefined) => t(`blockKind.${blockKindOf(state)}`))
    const names = all((state) => common(`state.${state}`))
    const walkIn = t('walkIn')
    const talking = t('talking')
    const past = t('past')
    const labels = new WeakMap<BoardItem, string>()
    const spoken = (item: BoardItem): string => {
      const who = item.hold
        ? `${item.hold.staffName} ${talking}`
        : item.kind === 'block'
          ? (item.claim?.reason ?? blockKind(item.claim?.state))
          : `${item.claim?.name ?? walkIn} ${item.claim?.party ? party(item.claim.party) : ''}`
      const state = item.state === 'past' ? past : names[item.state]
      return `${state} ${who} ${clock(item.start)}–${clock(item.end)} ${item.claim?.bookingCode ?? ''}`.trim()
    }
    return {
      letters: all((state) => common(`stateLetter.${state}`)),
      names,
      walkIn,
      talking,
      past,
      open: t('openHere'),
      book: t('bookHere'),
      promise: { letter: t('badgeLetter.promise'), title: t('badge.promise') },
      repair: { letter: t('badgeLetter.repair'), title: t('badge.repair') },
      party,
      seats: remembered((count: number) => t('seats', { count })),
      left: remembered((minutes: number) => t('leftMinutes', { minutes })),
      over: remembered((minutes: number) => t('overMinutes', { minutes })),
      keptUntil: remembered((at: number) => t('keptUntil', { time: clock(at) })),
      blockKind,
      freeStretch: remembered((room: string) => t('freeStretch', { room })),
      clock,
      label: (item) => {
        const known = labels.get(item) ?? spoken(item)
        labels.set(item, known)
        return known
      },
    }
  }, [t, common, reading])
}
