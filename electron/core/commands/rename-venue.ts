import { type Command, done } from '../store/tx.ts'

export const renameVenue: Command<{ readonly name: string }, { readonly name: string }> = {
  name: 'venue.rename',
  async run(tx, { name }) {
    await tx.update('venue', {}, { name })
    return done({ name }, ['venue'])
  },
}
