import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoardDay } from '#renderer/api/board-data.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useSession } from '#renderer/api/session-store.ts'
import { useTimeReading, useVenue } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { useRoomActions } from '#renderer/ui/room/room-actions.ts'
import { deedKeys, deedsFor, isImmediate, type RoomDeed } from '#renderer/ui/room/room-actions-of.ts'
import { dragRooms, groupsOf, itemsOf, stateOf } from '#renderer/ui/room/room-model.ts'
import { RoomSheet, type SheetSubject } from '#renderer/ui/room/room-sheet.tsx'
import { typedTime } from '#renderer/ui/room/typed-clock.ts'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import type { ShownState } from '#renderer/ui/state-chip.tsx'
import type { BoardCell } from '#shared/domain/room/board-focus.ts'
import { addDays, businessDateOf } from '#shared/domain/time/business-day.ts'
import { BoardList } from './board-list.tsx'
import { BoardToolbar, type BoardView } from './board-toolbar.tsx'
import { Timeline } from './timeline.tsx'
import type { Drag } from './use-drag.ts'
import { useDrop } from './use-drop.ts'
import './board.css'
import './bars.css'
import './drag.css'
import './list.css'

interface OpenSheet {
  roomNo: string
  /** Key of the bar, or the free stretch itself. */
  key?: string
  free?: { freeFrom: number; freeUntil: number }
  deed?: RoomDeed
  target?: Drag['target']
}

const clockStepMs = 10_000

const isBusinessDate = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text)

/** 房态板: rooms × time. */
export function Screen() {
  const { t } = useTranslation('board')
  const failureText = useFailureText()
  const navigate = useNavigate()
  const venue = useVenue()
  const reading = useTimeReading()
  const now = useNow(clockStepMs)
  const role = useSession()?.staff.role
  const actions = useRoomActions()
  const screen = useRef<HTMLDivElement>(null)
  const search = useSearch({ strict: false }) as { readonly date?: unknown }
  // A report leads to the day its figures are of.
  const [date, setDate] = useState(() => (isBusinessDate(search.date) ? search.date : undefined))
  const [view, setView] = useState<BoardView>('timeline')
  const [onlyType, setOnlyType] = useState<string>()
  const [sheet, setSheet] = useState<OpenSheet>()
  const board = useBoardDay(date)
  const day = board.data
  const today = businessDateOf(now, reading)
  const dueSoonMinutes = venue?.policy.dueSoonMinutes ?? 10

  const groups = useMemo(() => (day && venue ? groupsOf(day, venue, onlyType) : []), [day, venue, onlyType])
  const rooms = useMemo(() => (day && venue ? dragRooms(day, venue) : []), [day, venue])
  const isToday = day?.businessDate === today
  const { counts, freeNow } = useMemo(() => {
    const counts = new Map<ShownState, number>()
    const freeNow = new Map<string, number>()
    for (const room of day?.rooms ?? []) {
      const state = stateOf(room, now, dueSoonMinutes)
      counts.set(state, (counts.get(state) ?? 0) + 1)
      if (state === 'free' || state === 'reserved') freeNow.set(room.typeCode, (freeNow.get(room.typeCode) ?? 0) + 1)
    }
    return { counts, freeNow }
  }, [day, now, dueSoonMinutes])

  const typeName = (code: string): string => venue?.types.find((type) => type.code === code)?.name ?? code
  const onDrop = useDrop({
    date,
    rooms,
    typeName,
    reading,
    actions,
    onAsk: (drag) =>
      setSheet({
        roomNo: drag.homeRoomNo,
        key: drag.item.key,
        deed: drag.item.kind === 'use' ? 'transfer' : 'change',
        target: drag.target,
      }),
  })
  const focusBoard = () => screen.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })
  const step = (days: number) => setDate(addDays(date ?? today, days))
  const goToNow = () => setDate(undefined)
  const closeSheet = () => {
    setSheet(undefined)
    focusBoard()
  }

  useHotkeys(
    [
      { id: 'board.now', keys: 'Home', word: 'key.now' as const, run: goToNow },
      { id: 'board.before', keys: 'Alt+←', word: 'dayBefore' as const, run: () => step(-1) },
      { id: 'board.after', keys: 'Alt+→', word: 'dayAfter' as const, run: () => step(1) },
      {
        id: 'board.view',
        keys: 'Alt+L',
        word: 'key.view' as const,
        run: () => setView(view === 'list' ? 'timeline' : 'list'),
      },
      // The board itself hears these while it has the focus; here they are told.
      { id: 'board.walk', keys: '↑ ↓ ← →', word: 'key.walk' as const, run: focusBoard },
      { id: 'board.carry', keys: 'Space ↑ ↓ ← →', word: 'key.carry' as const, run: focusBoard },
      { id: 'board.longer', keys: '[ ]', word: 'key.longer' as const, run: focusBoard },
      { id: 'board.details', keys: 'Enter ', word: 'key.details' as const, run: focusBoard },
      { id: 'board.deeds', keys: 'O B L C X T', word: 'key.deeds' as const, run: focusBoard },
    ].map(({ word, ...hotkey }) => ({ ...hotkey, label: t(word), group: t('title') })),
  )

  if (board.isError) {
    const failure = failureText(board.error)
    return <ErrorState {...failure} onRetry={() => void board.refetch()} />
  }
  if (!day || !venue) return <LoadingState />

  const open = day.open ?? Math.min(...day.rooms.flatMap((room) => room.claims.map((claim) => claim.start)))
  const close = day.close ?? Math.max(...day.rooms.flatMap((room) => room.claims.map((claim) => claim.end)))
  const shut = !Number.isFinite(open) || !Number.isFinite(close) || day.rooms.length === 0

  const subjectOf = (cell: BoardCell): Pick<OpenSheet, 'key' | 'free'> =>
    cell.type === 'item' ? { key: cell.key } : { free: { freeFrom: cell.start, freeUntil: cell.end } }
  const onOpen = (roomNo: string, cell: BoardCell) => {
    // A free stretch of now begins a walk-in; a later one asks whether to book or to block.
    const deed = cell.type === 'free' && isToday && cell.start <= now + 60_000 ? ('open' as const) : undefined
    if (cell.type === 'free' && !deed && deedsFor({ freeFrom: cell.start }, now, role).length === 1)
      return toDesk(roomNo, cell.start)
    setSheet({ roomNo, ...subjectOf(cell), ...(deed ? { deed } : {}) })
  }
  /** The next start that the desk takes. */
  const slotFrom = (at: number): number => {
    const slot = (venue?.policy.slotMinutes ?? 15) * 60_000
    return Math.ceil(at / slot) * slot
  }
  const toDesk = (roomNo: string, start: number) =>
    void navigate({
      to: '/desk' as '/',
      search: { room: roomNo, time: typedTime(slotFrom(start), now, reading) } as never,
    })
  const onLetter = (letter: string, roomNo: string, cell: BoardCell): boolean => {
    const deeds = deedsFor(cell.type === 'item' ? { item: cell.item } : { freeFrom: cell.start }, now, role)
    const deed = deeds.find((one) => deedKeys[one] === letter)
    if (!deed) return false
    const claim = cell.type === 'item' ? cell.item.claim : undefined
    if (deed === 'book') toDesk(roomNo, cell.start)
    else if (!isImmediate(deed)) setSheet({ roomNo, ...subjectOf(cell), deed })
    else if (deed === 'arrive') void actions.arrive(claim?.bookingCode ?? '')
    else if (deed === 'settle') void actions.settle(claim?.stayId ?? '', roomNo)
    else if (deed === 'leave') void actions.leave(claim?.stayId ?? '', roomNo)
    else if (deed === 'lift') void actions.lift(claim?.blockId ?? '', roomNo)
    else void actions.cleaned(roomNo)
    return true
  }

  const sheetRoom = sheet && day.rooms.find((room) => room.roomNo === sheet.roomNo)
  const sheetItem =
    sheetRoom && sheet.key ? itemsOf(sheetRoom, now, dueSoonMinutes).find((one) => one.key === sheet.key) : undefined
  const subject: SheetSubject | undefined = sheetItem ? { item: sheetItem } : sheet?.free

  const shared = {
    groups,
    now,
    dueSoonMinutes,
    reading,
    slotMinutes: venue.policy.slotMinutes,
    onOpen,
    onLetter,
    onDrop,
    onNow: goToNow,
    rooms,
  }
  return (
    <div className="board-screen" ref={screen}>
      <BoardToolbar
        date={day.businessDate}
        today={today}
        reading={reading}
        types={venue.types}
        onlyType={onlyType}
        counts={isToday ? counts : undefined}
        view={view}
        onStep={step}
        onNow={() => {
          goToNow()
          focusBoard()
        }}
        onType={setOnlyType}
        onView={setView}
      />
      {shut ? (
        <EmptyState title={t(day.rooms.length === 0 ? 'noRooms' : 'closedDay')}>{t('closedDayNext')}</EmptyState>
      ) : view === 'list' ? (
        <BoardList {...shared} close={close} />
      ) : (
        <Timeline
          {...shared}
          key={day.businessDate}
          date={day.businessDate}
          today={isToday}
          open={open}
          close={close}
          freeNow={freeNow}
          sheetOpen={sheet !== undefined}
          onEscape={() => setSheet(undefined)}
        />
      )}
      {sheet && sheetRoom && subject ? (
        <RoomSheet
          key={`${sheet.roomNo}-${sheet.key ?? sheet.free?.freeUntil}-${sheet.deed ?? ''}`}
          room={sheetRoom}
          subject={subject}
          deed={sheet.deed}
          target={sheet.target}
          date={day.businessDate}
          now={now}
          reading={reading}
          rooms={rooms}
          typeName={typeName}
          defaultMinutes={venue.policy.session.default}
          actions={actions}
          onBook={toDesk}
          onClose={closeSheet}
        />
      ) : null}
    </div>
  )
}
