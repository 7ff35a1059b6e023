import type { Role } from '../store/schema.ts'

/** Who may call what. `open` needs no session. */
export type Permission = 'open' | readonly Role[]

const everyone: readonly Role[] = ['desk', 'floor', 'supervisor', 'manager', 'admin']
const supervising: readonly Role[] = ['supervisor', 'manager', 'admin']
const managing: readonly Role[] = ['manager', 'admin']
const administering: readonly Role[] = ['admin']

/** Every procedure of the contract and the roles that may call it; a test holds the two against each other. */
export const permissions: Readonly<Record<string, Permission>> = {
  'health.check': 'open',
  'health.moveClock': administering,
  'setup.status': 'open',
  'setup.template': 'open',
  'setup.complete': 'open',
  'session.open': 'open',
  'session.current': everyone,
  'session.close': everyone,
  'venue.current': everyone,
  'venue.rename': managing,
  'venue.saveTypes': managing,
  'venue.saveRooms': managing,
  'venue.policies': everyone,
  'venue.savePolicy': managing,
  'venue.staff': managing,
  'venue.saveStaff': managing,
  'booking.decide': everyone,
  'booking.alternatives': everyone,
  'booking.save': everyone,
  'booking.list': everyone,
  'booking.find': everyone,
  'booking.change': everyone,
  'booking.cancel': everyone,
  'stay.arrive': everyone,
  'stay.open': everyone,
  'stay.list': everyone,
  'stay.extend': everyone,
  'stay.extension': everyone,
  'stay.transfer': everyone,
  'stay.settle': everyone,
  'stay.leave': everyone,
  'stay.cleaned': everyone,
  'board.day': everyone,
  'board.addBlock': supervising,
  'board.removeBlock': supervising,
  'board.hold': everyone,
  'board.letGo': everyone,
  'waitlist.join': everyone,
  'waitlist.list': everyone,
  'waitlist.call': everyone,
  'waitlist.seat': everyone,
  'waitlist.leave': everyone,
  'promise.list': everyone,
  'promise.decline': everyone,
  'promise.queueJumps': everyone,
  'refusal.record': everyone,
  'refusal.list': everyone,
  'customer.list': everyone,
  'customer.create': everyone,
  'customer.find': everyone,
  'customer.change': everyone,
  'card.list': everyone,
  'card.check': everyone,
  'card.find': everyone,
  'card.issue': supervising,
  'card.renew': supervising,
  'card.freeze': supervising,
  'card.unfreeze': supervising,
  'card.reportLost': everyone,
  'card.replace': supervising,
  'card.changeTier': supervising,
  'card.statistics': everyone,
  'card.rows': everyone,
  'report.paper': everyone,
  'report.entries': everyone,
  'report.usage': everyone,
  'report.operations': everyone,
  'report.heat': everyone,
  'report.rows': everyone,
  'report.correct': supervising,
  'journal.live': everyone,
  'journal.undo': everyone,
  'journal.audit': everyone,
  'journal.verify': everyone,
}

/** Writes that store nothing for good, or come before there is anybody to store for: they take no Idempotency-Key. */
export const keylessWrites: ReadonlySet<string> = new Set([
  'session.open',
  'session.close',
  'setup.complete',
  'booking.decide',
  'booking.alternatives',
  'board.hold',
  'board.letGo',
])

export const mayCall = (procedure: string, role: Role): boolean => {
  const permission = permissions[procedure]
  return permission !== undefined && (permission === 'open' || permission.includes(role))
}
