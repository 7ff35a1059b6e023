import type { z } from 'zod'
import { useVenue } from '#renderer/api/venue.ts'
import type { customer } from '#shared/contract/customer.ts'

export type CustomerView = z.output<typeof customer>

/** The venue's own names for its types. */
export function useTypeName(): (code: string) => string {
  const venue = useVenue()
  return (code) => venue?.types.find((type) => type.code === code)?.name ?? code
}

/** Words between commas of either script, each once. */
export const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
]
export const phonesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,，、]/)
      .map((phone) => phone.trim())
      .filter((phone) => phone !== ''),
  ),
]
