import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoardDay } from '#renderer/api/board-data.ts'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useSession } from '#renderer/api/session-store.ts'
import { useTimeReading, useVenue } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { useRoomActions } from '#renderer/ui/room/room-actions.ts'
import { deedKeys, deedsFor, isImmediate, type RoomDeed } from '#renderer/ui/room/room-actions-of.ts'
import { dragRooms, itemsOf, stateOf } from '#renderer/ui/room/room-model.ts'
import { RoomSheet, type SheetSubject } from '#renderer/ui/room/room-sheet.tsx'
import { typedTime } from '#renderer/ui/room/typed-clock.ts'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { StateChip } from '#renderer/ui/state-chip.tsx'
import { byTimeToFree, type WallTile, wallTile, wallTodos } from '#shared/domain/room/wall-tile.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { useSecond } from './use-second.ts'
import { floorsOf, tileInLine } from './wall-floors.ts'
import { tileId, WallTileView } from './wall-tile-view.tsx'
import { type WallFilter, type WallOrder, WallToolbar } from './wall-toolbar.tsx'
import { useTodoWords } from './wall-words.ts'
import './wall.css'

const todoMinutes = 10

/** 房态墙: every room at a glance, and one key for what is next. `?lobby=1` shows it to guests. */
export function Screen() {
  const { t } = useTranslation('wall')
  const failureText = useFailureText()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { lobby?: unknown }
  const lobby = String(search.lobby ?? '') === '1'
  const venue = useVenue()
  const reading = useTimeReading()
  const role = useSession()?.staff.role
  const board = useBoardDay()
  const waiting = useQuery(api.waitlist.list.queryOptions({ input: { state: 'waiting' } }))
  const now = useNow(5_000)
  // Soft holds count seconds by the screen's own clock; everything else by the venue's.
  const second = useSecond(board.data?.rooms.some((room) => room.holds.length > 0) ?? false)
  const actions = useRoomActions()
  const grid = useRef<HTMLDivElement>(null)
  const todoWords = useTodoWords()
  const [filter, setFilter] = useState<WallFilter>('all')
  const [order, setOrder] = useState<WallOrder>('room')
  const [focus, setFocus] = useState<string>()
  const [sheet, setSheet] = useState<{ roomNo: string; deed?: RoomDeed }>()

  const dueSoonMinutes = venue?.policy.dueSoonMinutes ?? 10
  const day = board.data
  const rooms = useMemo(() => (day && venue ? dragRooms(day, venue) : []), [day, venue])
  const tiles = useMemo(
    () =>
      (day?.rooms ?? []).map((room) =>
        wallTile({ ...room, state: stateOf(room, now, dueSoonMinutes) }, room.holds, now, dueSoonMinutes, second),
      ),
    [day, now, dueSoonMinutes, second],
  )
  const matched = useMemo(
    () =>
      new Map(
        (waiting.data?.items ?? []).flatMap((entry) =>
          entry.matchedRoomNo ? [[entry.matchedRoomNo, entry.number] as const] : [],
        ),
      ),
    [waiting.data],
  )
  const counts = useMemo(() => {
    const found = new Map<WallFilter, number>([['all', tiles.length]])
    const add = (key: WallFilter) => found.set(key, (found.get(key) ?? 0) + 1)
    for (const tile of tiles) {
      add(tile.state)
      if (tile.promise) add('promised')
      if (matched.has(tile.roomNo)) add('matched')
    }
    return found
  }, [tiles, matched])

  const passes = (tile: WallTile): boolean =>
    filter === 'all' ||
    (filter === 'promised' ? tile.promise : filter === 'matched' ? matched.has(tile.roomNo) : tile.state === filter)
  const shown = tiles.filter(passes)
  const ordered = order === 'free' ? byTimeToFree(shown) : shown
  const floors = order === 'free' ? [{ floor: '', tiles: ordered }] : floorsOf(ordered)
  const todos = wallTodos(tiles, todoMinutes)

  useEffect(() => {
    if (!lobby && day && document.activeElement === document.body) grid.current?.focus({ preventScroll: true })
  }, [day, lobby])

  const subjectOf = (tile: WallTile): SheetSubject | undefined => {
    const room = day?.rooms.find((one) => one.roomNo === tile.roomNo)
    const items = room ? itemsOf(room, now, dueSoonMinutes) : []
    const item =
      items.find((one) => one.claim === tile.claim) ??
      (tile.state === 'held' ? items.find((one) => one.kind === 'hold') : undefined)
    if (item) return { item }
    const next = items.find((one) => one.start > now)
    return { freeFrom: now, freeUntil: next?.start ?? day?.close ?? now + 3 * 3_600_000 }
  }
  /** What a tile offers: of a room with a booking to come also a walk-in before it. */
  const deedsOf = (tile: WallTile): readonly RoomDeed[] => {
    const subject = subjectOf(tile)
    if (!subject) return []
    return deedsFor('item' in subject ? subject : { freeFrom: subject.freeFrom }, now, role)
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
  const act = (deed: RoomDeed, tile: WallTile) => {
    const { claim, roomNo } = tile
    if (!isImmediate(deed)) return deed === 'book' ? toDesk(roomNo, now) : setSheet({ roomNo, deed })
    if (deed === 'arrive') void actions.arrive(claim?.bookingCode ?? '')
    else if (deed === 'settle') void actions.settle(claim?.stayId ?? '', roomNo)
    else if (deed === 'leave') void actions.leave(claim?.stayId ?? '', roomNo)
    else if (deed === 'lift') void actions.lift(claim?.blockId ?? '', roomNo)
    else void actions.cleaned(roomNo)
  }

  const order_ = ordered.map((tile) => tile.roomNo)
  const focused = tiles.find((tile) => tile.roomNo === focus)
  const go = (roomNo: string | undefined) => {
    if (roomNo === undefined) return
    setFocus(roomNo)
    document.getElementById(tileId(roomNo))?.scrollIntoView({ block: 'nearest' })
  }
  const places = () =>
    [...(grid.current?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])].map((element) => {
      const box = element.getBoundingClientRect()
      return { roomNo: element.dataset.tile ?? '', x: box.left, y: box.top }
    })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (lobby || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const at = focus ? order_.indexOf(focus) : -1
    const { key } = event
    if (key === 'ArrowRight') go(order_[Math.min(order_.length - 1, at + 1)])
    else if (key === 'ArrowLeft') go(order_[Math.max(0, at - 1)])
    else if (key === 'ArrowDown' || key === 'ArrowUp')
      go(focus ? tileInLine(places(), focus, key === 'ArrowDown' ? 1 : -1) : order_[0])
    else if (key === 'Home') go(order_[0])
    else if (key === 'End') go(order_.at(-1))
    else if (key === 'Escape') setSheet(undefined)
    else if (!focused) return
    else if (key === 'Enter' || key === ' ') setSheet({ roomNo: focused.roomNo })
    else {
      const deed = deedsOf(focused).find((one) => deedKeys[one] === key.toUpperCase())
      if (!deed) return
      act(deed, focused)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  useHotkeys(
    (['arrive', 'settle', 'leave', 'cleaned', 'extend', 'transfer'] as const).map((deed) => ({
      id: `wall.${deed}`,
      keys: deedKeys[deed],
      label: t(`keys.${deed}`),
      group: t('title'),
      enabled: !lobby,
      run: () => {
        const found = focused && deedsOf(focused).find((one) => deedKeys[one] === deedKeys[deed])
        if (found && focused) act(found, focused)
      },
    })),
  )

  if (board.isError) return <ErrorState {...failureText(board.error)} onRetry={() => void board.refetch()} />
  if (!day || !venue) return <LoadingState />
  if (tiles.length === 0) return <EmptyState title={t('noRooms')}>{t('noRoomsNext')}</EmptyState>

  const typeName = (code: string): string => venue.types.find((type) => type.code === code)?.name ?? code
  const sheetTile = sheet && tiles.find((tile) => tile.roomNo === sheet.roomNo)
  const sheetRoom = sheet && day.rooms.find((room) => room.roomNo === sheet.roomNo)
  const subject = sheetTile && subjectOf(sheetTile)
  const todoFloor = order === 'room' && filter === 'all' && !lobby ? floors[0]?.floor : undefined

  return (
    <div className={lobby ? 'wall-screen wall-in-lobby' : 'wall-screen'}>
      {lobby ? (
        <header className="lobby-head">
          <h1>{venue.name}</h1>
          <p>{t('lobbyNote', { count: (counts.get('free') ?? 0) + (counts.get('reserved') ?? 0) })}</p>
        </header>
      ) : (
        <WallToolbar
          counts={counts}
          filter={filter}
          order={order}
          onFilter={setFilter}
          onOrder={setOrder}
          onLobby={() => window.open('/wall?lobby=1', '_blank', 'noopener')}
        />
      )}
      <div
        ref={grid}
        role="grid"
        aria-label={t('title')}
        aria-readonly={lobby}
        aria-activedescendant={focus && order_.includes(focus) ? tileId(focus) : undefined}
        tabIndex={0}
        className="wall-grid"
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const roomNo =
            event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tile]')?.dataset.tile : undefined
          if (lobby || roomNo === undefined) return
          setFocus(roomNo)
          setSheet({ roomNo })
        }}
      >
        {shown.length === 0 ? <EmptyState title={t('nothingHere')}>{t('nothingHereNext')}</EmptyState> : null}
        {floors.map(({ floor, tiles: own }) => {
          const typeCodes = [...new Set(own.map((tile) => tile.typeCode))]
          const free = own.filter((tile) => tile.state === 'free' || tile.state === 'reserved').length
          return (
            <section key={floor} className="floor" role="presentation" style={{ '--tiles': Math.min(10, own.length) }}>
              {floor === '' ? null : (
                <div className="floor-head">
                  <b>{t('floor', { floor })}</b>
                  <span>{typeCodes.map(typeName).join('、')}</span>
                  <span>{t('freeOf', { free, total: own.length })}</span>
                </div>
              )}
              <div className="tiles" role="row" aria-label={floor === '' ? t('title') : t('floor', { floor })}>
                {own.map((tile) => (
                  <WallTileView
                    key={tile.roomNo}
                    tile={tile}
                    reading={reading}
                    matched={matched.get(tile.roomNo)}
                    focused={focus === tile.roomNo}
                    lobby={lobby}
                  />
                ))}
                {floor === todoFloor && todos.length > 0 ? (
                  <div className="todo" role="gridcell">
                    <p>{t('todoTitle', { count: todos.length })}</p>
                    <ul>
                      {todos.slice(0, 15).map((todo) => (
                        <li key={`${todo.roomNo}${todo.kind}`}>
                          <StateChip state={todo.state} /> <b>{todo.roomNo}</b> <span>{todoWords(todo)}</span>
                        </li>
                      ))}
                    </ul>
                  </div>
                ) : null}
              </div>
            </section>
          )
        })}
      </div>
      {sheet && sheetTile && sheetRoom && subject && !lobby ? (
        <RoomSheet
          key={`${sheet.roomNo}-${sheet.deed ?? ''}`}
          room={sheetRoom}
          subject={subject}
          deed={sheet.deed ?? ('freeFrom' in subject ? 'open' : undefined)}
          date={businessDateOf(now, reading)}
          now={now}
          reading={reading}
          rooms={rooms}
          typeName={typeName}
          defaultMinutes={venue.policy.session.default}
          actions={actions}
          onBook={toDesk}
          onClose={() => {
            setSheet(undefined)
            grid.current?.focus({ preventScroll: true })
          }}
        />
      ) : null}
    </div>
  )
}
