import { type Role, venueId } from '../store/schema.ts'
import { type Command, done, refuse } from '../store/tx.ts'

export interface StaffInput {
  readonly staffNo: string
  readonly name: string
  readonly role: Role
  readonly active: boolean
  /** Hash of a new PIN; made outside the door, where nobody waits for it. */
  readonly pinHash?: string
}

export interface StaffView {
  readonly staffNo: string
  readonly name: string
  readonly role: Role
  readonly active: boolean
}

/**
 * Enters somebody or changes his file. Only an admin touches admins, and the last one stays (FORBIDDEN, STATE);
 * somebody new needs a PIN (INVALID).
 */
export const saveStaff: Command<StaffInput, StaffView> = {
  name: 'venue.saveStaff',
  async run(tx, { staffNo, name, role, active, pinHash }) {
    const staff = await tx.read.selectFrom('staff').selectAll().where('venue_id', '=', venueId).execute()
    const known = staff.find((row) => row.staff_no === staffNo)
    if (tx.actor.role !== 'admin' && (role === 'admin' || known?.role === 'admin')) return refuse('FORBIDDEN')
    const admins = staff.filter((row) => row.role === 'admin' && row.active === 1 && row.staff_no !== staffNo)
    if (known?.role === 'admin' && admins.length === 0 && !(role === 'admin' && active))
      return refuse('STATE', { why: 'lastAdmin' })
    const row = { name, role, active: active ? (1 as const) : (0 as const) }
    if (known) await tx.update('staff', { staff_no: staffNo }, { ...row, ...(pinHash && { pin_hash: pinHash }) })
    else if (pinHash) await tx.insert('staff', { staff_no: staffNo, ...row, pin_hash: pinHash })
    else return refuse('INVALID', { fields: [{ path: 'pin', reason: 'needed' }] })
    return done({ staffNo, name, role, active }, [`staff:${staffNo}`])
  },
}
