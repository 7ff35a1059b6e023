import type { z } from 'zod'
import type { cardContract } from '#shared/contract/card.ts'
import { customerByPhone } from '../commands/customer-file.ts'
import { spellingOf } from '../commands/person-name.ts'
import type { LiveModel } from '../store/live-model.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'
import { cardViews, peopleById } from './card-view.ts'
import { customersFoundBy } from './list-bookings.ts'
import { livingCards } from './living-card.ts'

type CheckInput = z.output<(typeof cardContract)['check']['~orpc']['inputSchema'] & z.ZodType>
type Checked = z.output<(typeof cardContract)['check']['~orpc']['outputSchema'] & z.ZodType>

const mostNamesakes = 20

/**
 * Whether a guest holds a card already (flow 25, check for duplicates): under his own file, under another file with his
 * phone, or under another with his name, written the same or sounding the same.
 */
export async function checkHolder(read: Reader, model: LiveModel, input: CheckInput, now: number): Promise<Checked> {
  const own = input.customerId
  const samePhone = input.phone === undefined ? undefined : await customerByPhone(read, input.phone)
  const phoneIds = samePhone === undefined || samePhone.id === own ? [] : [samePhone.id]
  const name = input.name ?? (own === undefined ? undefined : await nameOf(read, own))
  const nameIds = name === undefined ? [] : await namesakesOf(read, name, [...phoneIds, ...(own ? [own] : [])])
  const today = model.venue.businessDateOf(now)
  const ids = [...phoneIds, ...nameIds, ...(own === undefined ? [] : [own])]
  const rows = await livingCards(read, ids, today)
  const cards = new Map((await cardViews(read, model, [...rows.values()], now)).map((view) => [view.customer.id, view]))
  const people = await peopleById(read, ids)
  const persons = (some: readonly string[]): Checked['sameName'] =>
    some.flatMap((id) => {
      const person = people.get(id)
      const card = cards.get(id)
      return person ? [{ ...person, ...(card && { card }) }] : []
    })
  // Who holds a card is looked at first.
  const holdersFirst = (list: Checked['sameName']) =>
    list.toSorted((a, b) => Number(b.card !== undefined) - Number(a.card !== undefined))
  const card = own === undefined ? undefined : cards.get(own)
  return { ...(card && { card }), samePhone: persons(phoneIds), sameName: holdersFirst(persons(nameIds)) }
}

const nameOf = async (read: Reader, id: string): Promise<string | undefined> =>
  (
    await read
      .selectFrom('customer')
      .select('name')
      .where('venue_id', '=', venueId)
      .where('id', '=', id)
      .executeTakeFirst()
  )?.name

async function namesakesOf(read: Reader, name: string, others: readonly string[]): Promise<string[]> {
  const { pinyin } = spellingOf(name)
  const found = [...new Set([...(await customersFoundBy(read, pinyin)), ...(await customersFoundBy(read, name))])]
  if (found.length === 0) return []
  const rows = await read
    .selectFrom('customer')
    .select(['id', 'name', 'pinyin'])
    .where('venue_id', '=', venueId)
    .where('id', 'in', found)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows
    .filter((row) => !others.includes(row.id) && (row.name === name || row.pinyin === pinyin))
    .slice(0, mostNamesakes)
    .map((row) => row.id)
}
