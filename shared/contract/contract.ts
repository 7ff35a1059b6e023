import { boardContract } from './board.ts'
import { bookingContract } from './booking.ts'
import { cardContract } from './card.ts'
import { customerContract } from './customer.ts'
import { journalContract } from './journal.ts'
import { reportContract } from './report.ts'
import { healthContract, sessionContract } from './session.ts'
import { stayContract } from './stay.ts'
import { setupContract, venueContract } from './venue.ts'
import { promiseContract, refusalContract, waitlistContract } from './waitlist.ts'

/**
 * The one contract between the core and every face: the desk's windows speak it over MessagePort or WebSocket,
 * other programs over REST (OpenAPI at `/api/v1/openapi.json`).
 */
export const contract = {
  health: healthContract,
  setup: setupContract,
  session: sessionContract,
  venue: venueContract,
  booking: bookingContract,
  stay: stayContract,
  board: boardContract,
  waitlist: waitlistContract,
  promise: promiseContract,
  refusal: refusalContract,
  customer: customerContract,
  card: cardContract,
  journal: journalContract,
  report: reportContract,
}
