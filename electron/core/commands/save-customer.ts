import type { z } from 'zod'
import type { customerContract } from '#shared/contract/customer.ts'
import { isPhone, phoneKey } from '#shared/domain/customer/phone.ts'
import { tierGiven } from '#shared/domain/members/card-life.ts'
import { type CustomerView, customerRow, customerView } from '../queries/customer-view.ts'
import { livingCards } from '../queries/living-card.ts'
import { type Role, venueId } from '../store/schema.ts'
import { type Command, done, type Outcome, refuse, type Tx } from '../store/tx.ts'
import { customerByPhone, openCustomerFile } from './customer-file.ts'
import type { Desk } from './desk.ts'
import { spellingOf } from './person-name.ts'
import { invalid } from './read-request.ts'

export type CreateInput = z.output<(typeof customerContract)['create']['~orpc']['inputSchema'] & z.ZodType>
export type ChangeInput = z.output<(typeof customerContract)['change']['~orpc']['inputSchema'] & z.ZodType>

const supervising: readonly Role[] = ['supervisor', 'manager', 'admin']

// Tier and flags decide what the engine promises: a supervisor's word.
const mayMark = (tx: Tx, input: Pick<CreateInput, 'vipTier' | 'flags'>): boolean =>
  (input.vipTier === undefined && input.flags === undefined) || supervising.includes(tx.actor.role)

async function phoneMistake(
  tx: Tx,
  desk: Desk,
  phones: readonly string[],
  own?: string,
): Promise<Outcome<never> | undefined> {
  const keys = phones.map(phoneKey)
  const bad = phones.findIndex((phone) => !isPhone(phone))
  if (bad >= 0) return invalid(`phones.${bad}`, 'phone')
  if (new Set(keys).size < keys.length) return invalid('phones', 'twice')
  for (const phone of keys) {
    const other = await customerByPhone(tx.read, phone)
    if (other && other.id !== own)
      return refuse('STATE', { why: 'phoneTaken', current: await customerView(tx.read, desk.model, other, tx.now) })
  }
  return undefined
}

/** Opens a customer's file (流程27). Refuses with STATE and the file there is when a phone is somebody's already. */
export const createCustomer = (desk: Desk): Command<CreateInput, CustomerView> => ({
  name: 'customer.create',
  async run(tx, input) {
    if (!mayMark(tx, input)) return refuse('FORBIDDEN')
    const mistake = await phoneMistake(tx, desk, input.phones)
    if (mistake) return mistake
    const row = await openCustomerFile(tx, input)
    const view = await customerView(tx.read, desk.model, { ...row, venue_id: venueId }, tx.now)
    return done(view, [`customer:${row.id}`])
  },
})

// While a card stands for the customer, the card says the tier (card-rows.ts, followCard).
async function againstCard(
  tx: Tx,
  desk: Desk,
  customerId: string,
  wanted: ChangeInput['vipTier'],
): Promise<Outcome<never> | undefined> {
  if (wanted === undefined) return undefined
  const card = (await livingCards(tx.read, [customerId], desk.model.venue.businessDateOf(tx.now))).get(customerId)
  if (!card || tierGiven(card.state, card.tier) === wanted) return undefined
  return refuse('STATE', { why: 'cardDecides', cardNo: card.card_no })
}

/**
 * Changes a customer's file; what is left out stays. Refuses with VERSION when it has changed since it was read, with
 * STATE when the tier is to be another than the customer's card gives.
 */
export const changeCustomer = (desk: Desk): Command<ChangeInput, CustomerView> => ({
  name: 'customer.change',
  async run(tx, input) {
    if (!mayMark(tx, input)) return refuse('FORBIDDEN')
    const row = await customerRow(tx.read, input.id)
    if (!row) return refuse('NOT_FOUND')
    if (input.version !== undefined && input.version !== row.version)
      return refuse('VERSION', { current: await customerView(tx.read, desk.model, row, tx.now) })
    const against = await againstCard(tx, desk, row.id, input.vipTier)
    if (against) return against
    if (input.phones) {
      const mistake = await phoneMistake(tx, desk, input.phones, row.id)
      if (mistake) return mistake
      await replacePhones(tx, row.id, input.phones.map(phoneKey))
    }
    const changed = await tx.update(
      'customer',
      { id: row.id },
      {
        ...(input.name !== undefined && { name: input.name, ...spellingOf(input.name) }),
        ...(input.title !== undefined && { title: input.title || null }),
        ...(input.vipTier !== undefined && { vip_tier: input.vipTier }),
        ...(input.flags !== undefined && { flags: JSON.stringify(input.flags) }),
        ...(input.tags !== undefined && { tags: JSON.stringify(input.tags) }),
        ...(input.notes !== undefined && { notes: input.notes || null }),
        version: row.version + 1,
      },
    )
    return done(await customerView(tx.read, desk.model, changed, tx.now), [`customer:${row.id}`])
  },
})

async function replacePhones(tx: Tx, customerId: string, phones: readonly string[]): Promise<void> {
  const known = await tx.read
    .selectFrom('customer_phone')
    .select(['phone', 'position'])
    .where('venue_id', '=', venueId)
    .where('customer_id', '=', customerId)
    .execute()
  for (const { phone } of known) if (!phones.includes(phone)) await tx.remove('customer_phone', { phone })
  for (const [position, phone] of phones.entries()) {
    const before = known.find((row) => row.phone === phone)
    if (!before) await tx.insert('customer_phone', { phone, customer_id: customerId, position })
    else if (before.position !== position) await tx.update('customer_phone', { phone }, { position })
  }
}
