import type { Query, QueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { boardContract } from '#shared/contract/board.ts'
import { api, client } from './client.ts'

type DayOutput = z.output<NonNullable<(typeof boardContract)['day']['~orpc']['outputSchema']>>

const merged = (before: DayOutput, part: DayOutput): DayOutput => {
  const fresh = new Map(part.rooms.map((room) => [room.roomNo, room]))
  return { ...part, rooms: before.rooms.map((room) => fresh.get(room.roomNo) ?? room) }
}

async function patchOne(queries: QueryClient, query: Query, rooms: readonly string[]): Promise<void> {
  const before = query.state.data as DayOutput | undefined
  const askAgain = () => queries.invalidateQueries({ queryKey: query.queryKey, exact: true })
  // One that nobody looks at, or that is being asked at this moment, is asked as a whole.
  if (!before || !query.isActive() || query.state.fetchStatus === 'fetching') return askAgain()
  try {
    const part = await client.board.day({ date: before.businessDate, rooms: [...rooms] })
    const current = query.state.data as DayOutput | undefined
    if (!current || part.seq < current.seq) return askAgain()
    queries.setQueryData(query.queryKey, merged(current, part))
  } catch {
    return askAgain()
  }
}

/** Asks only the changed rooms of every board that is shown, so that a change costs what it is worth. */
export async function patchBoards(queries: QueryClient, rooms: readonly string[]): Promise<void> {
  const boards = queries.getQueryCache().findAll({ queryKey: api.board.day.key() })
  await Promise.all(boards.map((query) => patchOne(queries, query, rooms)))
}
