import type { CustomerFacts } from '#shared/domain/booking/request.ts'
import { phoneKey } from '#shared/domain/customer/phone.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Policy } from '#shared/domain/venue/policy.ts'
import { type CustomerTable, venueId } from '../store/schema.ts'
import type { Reader, Tx } from '../store/tx.ts'
import { spellingOf } from './person-name.ts'

const day = 24 * 60 * minute

/** The file a telephone number belongs to. */
export async function customerByPhone(read: Reader, phone: string): Promise<CustomerTable | undefined> {
  return read
    .selectFrom('customer_phone')
    .innerJoin('customer', (join) =>
      join
        .onRef('customer.id', '=', 'customer_phone.customer_id')
        .onRef('customer.venue_id', '=', 'customer_phone.venue_id'),
    )
    .selectAll('customer')
    .where('customer_phone.venue_id', '=', venueId)
    .where('customer_phone.phone', '=', phoneKey(phone))
    .executeTakeFirst()
}

/** Bookings a customer let run out in the policy's days without ever coming (booking.md §2, noShow). */
export async function countNoShows(read: Reader, customerId: string, now: number, policy: Policy): Promise<number> {
  const row = await read
    .selectFrom('booking')
    .select(({ fn }) => fn.countAll<number>().as('times'))
    .where('venue_id', '=', venueId)
    .where('customer_id', '=', customerId)
    .where('status', '=', 'released')
    .where('start_at', '>', now - policy.noShow.days * day)
    .executeTakeFirst()
  return Number(row?.times ?? 0)
}

/** What the desk knows of a caller when it decides; undefined for a number nobody has a file for. */
export async function callerFacts(
  read: Reader,
  phone: string | undefined,
  now: number,
  policy: Policy,
  habitualRooms: ReadonlyMap<string, readonly string[]>,
): Promise<CustomerFacts | undefined> {
  const customer = phone === undefined ? undefined : await customerByPhone(read, phone)
  if (!customer) return undefined
  const open = await read
    .selectFrom('booking')
    .select(['code', 'room_no', 'start_at', 'end_at'])
    .where('venue_id', '=', venueId)
    .where('customer_id', '=', customer.id)
    .where('start_at', '>', now - day)
    .where('status', 'in', ['confirmed', 'arrived'])
    .execute()
  const flags = JSON.parse(customer.flags) as string[]
  return {
    id: customer.id,
    ...(customer.vip_tier && { vipTier: customer.vip_tier }),
    blocked: flags.includes('blocked'),
    noShows: await countNoShows(read, customer.id, now, policy),
    bookings: open.map((row) => ({
      code: row.code,
      roomNo: row.room_no ?? '',
      start: row.start_at,
      end: row.end_at,
    })),
    habitualRooms: [...habitualRooms].filter(([, ids]) => ids.includes(customer.id)).map(([roomNo]) => roomNo),
  }
}

/** Opens a customer file (流程27). */
export async function openCustomerFile(
  tx: Tx,
  person: {
    readonly name: string
    readonly phones: readonly string[]
    readonly title?: string
    readonly vipTier?: 'silver' | 'gold' | null
    readonly flags?: readonly string[]
    readonly tags?: readonly string[]
    readonly notes?: string
  },
): Promise<Omit<CustomerTable, 'venue_id'>> {
  const row = {
    id: tx.newId('c'),
    name: person.name,
    ...spellingOf(person.name),
    title: person.title ?? null,
    vip_tier: person.vipTier ?? null,
    flags: JSON.stringify(person.flags ?? []),
    tags: JSON.stringify(person.tags ?? []),
    notes: person.notes ?? null,
    version: 1,
    created_at: tx.now,
    created_by: tx.actor.staffNo,
  }
  await tx.insert('customer', row)
  for (const [position, phone] of person.phones.entries())
    await tx.insert('customer_phone', { phone: phoneKey(phone), customer_id: row.id, position })
  return row
}

/**
 * The caller's file, opened when there is none. A name given on the telephone fills an empty file and never writes
 * over one: the booking itself keeps the name it was made under.
 */
export async function fileOfCaller(
  tx: Tx,
  caller: { readonly name: string; readonly phone: string; readonly title?: string },
): Promise<Omit<CustomerTable, 'venue_id'>> {
  const known = await customerByPhone(tx.read, caller.phone)
  if (!known) return openCustomerFile(tx, { name: caller.name, phones: [caller.phone], title: caller.title })
  if (known.title === null && caller.title)
    return tx.update('customer', { id: known.id }, { title: caller.title, version: known.version + 1 })
  return known
}
