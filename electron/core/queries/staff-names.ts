import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

/** Finds names by staff number; one who is not in the list any more keeps his number. */
export async function staffNames(read: Reader): Promise<(staffNo: string) => { staffNo: string; name: string }> {
  const rows = await read.selectFrom('staff').select(['staff_no', 'name']).where('venue_id', '=', venueId).execute()
  const names = new Map(rows.map((row) => [row.staff_no, row.name]))
  return (staffNo) => ({ staffNo, name: names.get(staffNo) ?? staffNo })
}
