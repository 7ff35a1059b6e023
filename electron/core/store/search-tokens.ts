import type { Kysely } from 'kysely'
import { Converter } from 'opencc-js/t2cn'
import { runCompiled } from './compiled.ts'
import { type CustomerPhoneTable, type CustomerTable, type Tables, venueId } from './schema.ts'
import type { Change } from './tx.ts'

const simplified = Converter({ from: 't', to: 'cn' })
const han = /\p{Script=Han}/u

/**
 * How a typed word and a stored one are made alike: lower case, no spaces or dashes, simplified characters (`曾麗君` is
 * found by `丽君`). For the index only: nobody's name is changed.
 */
export function foldForSearch(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-()+·.']/g, '')
  return han.test(folded) ? simplified(folded) : folded
}

/** No stored word is longer. */
export const longestToken = 16

/** What a customer's name can be found by: every tail of the name (so 伟 finds 张伟), its pinyin and its initials. */
export function tokensOfCustomer(row: Pick<CustomerTable, 'name' | 'pinyin' | 'initials'>): string[] {
  const name = [...foldForSearch(row.name)]
  const tails = name.slice(0, 8).map((_, from) => name.slice(from, from + longestToken).join(''))
  return [...new Set([...tails, foldForSearch(row.pinyin), foldForSearch(row.initials)])].filter((word) => word !== '')
}

/** What a phone can be found by: its digits from the front, its last eight, its last four. */
export function tokensOfPhone(row: Pick<CustomerPhoneTable, 'phone'>): string[] {
  const digits = foldForSearch(row.phone)
  return [...new Set([digits, digits.slice(-8), digits.slice(-4)])].filter((word) => word !== '')
}

interface Words {
  readonly customerId: string
  readonly tokens: readonly string[]
}

function wordsOf(table: Change['table'], row: Change['after']): Words | undefined {
  if (!row) return undefined
  if (table === 'customer') {
    const customer = row as unknown as CustomerTable
    return { customerId: customer.id, tokens: tokensOfCustomer(customer) }
  }
  if (table === 'customer_phone') {
    const phone = row as unknown as CustomerPhoneTable
    return { customerId: phone.customer_id, tokens: tokensOfPhone(phone) }
  }
  return undefined
}

/** Keeps the words true to the row. They are derived, so the journal does not hold them. */
export async function indexForSearch(db: Kysely<Tables>, change: Change): Promise<void> {
  if (change.table !== 'customer' && change.table !== 'customer_phone') return
  const before = wordsOf(change.table, change.before)
  const after = wordsOf(change.table, change.after)
  if (before && after && before.tokens.join() === after.tokens.join() && before.customerId === after.customerId) return
  if (before && before.tokens.length > 0)
    await db
      .deleteFrom('search_token')
      .where('venue_id', '=', venueId)
      .where('entity', '=', 'customer')
      .where('token', 'in', before.tokens)
      .where('entity_id', '=', before.customerId)
      .execute()
  if (after && after.tokens.length > 0) await insertWords(db, after)
}

async function insertWords(db: Kysely<Tables>, { customerId, tokens }: Words): Promise<void> {
  const rows = tokens.map((token) => ({ venue_id: venueId, entity: 'customer' as const, token, entity_id: customerId }))
  const build = () =>
    db
      .insertInto('search_token')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
  const values = rows.flatMap((row) => Object.values(row))
  await runCompiled(db as unknown as Kysely<never>, `search_token ${rows.length}`, build, values)
}
