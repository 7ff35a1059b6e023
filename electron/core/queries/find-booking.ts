import type { z } from 'zod'
import type { historyEntry } from '#shared/contract/booking.ts'
import { readBookingCode } from '#shared/domain/booking/code.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { Auth } from '../auth/auth.ts'
import type { LiveModel } from '../store/live-model.ts'
import { type BookingTable, venueId } from '../store/schema.ts'
import type { Change, Reader } from '../store/tx.ts'
import { type BookingView, bookingRow, bookingView } from './booking-view.ts'

type History = z.output<typeof historyEntry>

/** A booking with all that has happened to it: what changed, who, at which desk, when (booking.md §5). */
export async function findBooking(
  read: Reader,
  typed: string,
  core: { readonly model: LiveModel; readonly auth: Auth },
): Promise<(BookingView & { history: History[] }) | undefined> {
  const code = readBookingCode(typed)
  const row = code === undefined ? undefined : await bookingRow(read, code)
  if (!row) return undefined
  const zone = core.model.venue.timeZone
  return { ...(await bookingView(read, row, zone)), history: await historyOf(read, row, core.auth, zone) }
}

async function historyOf(read: Reader, booking: BookingTable, auth: Auth, zone: string): Promise<History[]> {
  const lines = await read
    .selectFrom('journal')
    .select(['seq', 'at', 'command', 'actor', 'station', 'changes'])
    .where('venue_id', '=', venueId)
    .where('seq', 'in', (keys) =>
      keys
        .selectFrom('journal_key')
        .select('seq')
        .where('venue_id', '=', venueId)
        .where('key', '=', `booking:${booking.code}`),
    )
    .orderBy('seq')
    .limit(200)
    .execute()
  return lines.map((line): History => {
    const own = (JSON.parse(line.changes) as Change[]).filter(
      (change) => change.table === 'booking' && (change.after ?? change.before)?.code === booking.code,
    )
    const before = own[0]?.before ?? null
    const after = own.at(-1)?.after ?? null
    const actorName = auth.nameOf(line.actor)
    return {
      seq: line.seq,
      at: isoIn(line.at, zone),
      command: line.command,
      actor: line.actor,
      ...(actorName !== undefined && { actorName }),
      station: line.station,
      ...difference(before, after, zone),
    }
  })
}

type Row = Readonly<Record<string, unknown>>

const instants = new Set(['start_at', 'end_at', 'hold_until', 'arrived_at', 'released_at', 'cancelled_at'])
/** Columns that say nothing to the desk, or would show what is masked. */
const hidden = new Set(['venue_id', 'version', 'phone', 'code_digits', 'policy_version', 'quote_total'])

const nameOf = (column: string): string =>
  column.replace(/_at$/, '').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

function shownValue(column: string, value: unknown, zone: string): unknown {
  return instants.has(column) && typeof value === 'number' ? isoIn(value, zone) : value
}

// Only what changed, in the words of the contract; of a new booking, what it began with.
function difference(before: Row | null, after: Row | null, zone: string): Pick<History, 'before' | 'after'> {
  const pick = (row: Row | null, other: Row | null) =>
    row &&
    Object.fromEntries(
      Object.entries(row)
        .filter(([column, value]) => !hidden.has(column) && value !== null && value !== other?.[column])
        .map(([column, value]) => [nameOf(column), shownValue(column, value, zone)]),
    )
  return { before: pick(before, after), after: pick(after, before) }
}
