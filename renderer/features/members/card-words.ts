import type { z } from 'zod'
import type { card, cardContract } from '#shared/contract/card.ts'
import type { customer } from '#shared/contract/customer.ts'
import type { CardState } from '#shared/domain/members/card-life.ts'

export type CardView = z.output<typeof card>
export type CardLife = z.output<(typeof cardContract)['find']['~orpc']['outputSchema'] & z.ZodType>
export type CustomerView = z.output<typeof customer>

/** How a state is marked: word and frame, never colour alone. */
export const stateClass: Record<CardState, string> = {
  active: 'tag tag-good',
  frozen: 'tag tag-accent',
  lost: 'tag tag-bad',
  replaced: 'tag',
  expired: 'tag',
}

/** `张伟 先生`. */
export const personWords = ({ name, title }: { readonly name: string; readonly title?: string | undefined }): string =>
  title === undefined ? name : `${name} ${title}`

/** Days before its end from which a card is pointed out. */
export const endingDays = 30
