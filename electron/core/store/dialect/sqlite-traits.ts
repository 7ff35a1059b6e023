import { sql } from 'kysely'
import type { DialectTraits } from './traits.ts'

const overlapSignal = 'desk: claims overlap'

export const sqliteTraits: DialectTraits = {
  name: 'sqlite',
  instantType: 'integer',
  tableSuffix: 'strict',
  compactSuffix: 'strict, without rowid',
  async forbidOverlaps(db) {
    for (const event of ['insert', 'update']) {
      await sql
        .raw(`
          create trigger claim_overlap_on_${event} before ${event} on claim when new.active = 1
          begin
            select raise(abort, '${overlapSignal}') where exists (
              select 1 from claim other
              where other.venue_id = new.venue_id and other.room_no = new.room_no and other.active = 1
                and other.occupied_until > new.start_at and other.start_at < new.occupied_until
                and other.id <> new.id
            );
          end`)
        .execute(db)
    }
  },
  isOverlap: (error) => error instanceof Error && error.message.includes(overlapSignal),
}
