import { boardContract } from './board.ts'
import { bookingContract } from './booking.ts'
import { callContract } from './call.ts'
import { cardContract } from './card.ts'
import { commentContract } from './comment.ts'
import { couponContract } from './coupon.ts'
import { customerContract } from './customer.ts'
import { exportContract } from './export.ts'
import { journalContract } from './journal.ts'
import { reportContract } from './report.ts'
import { reportSettingsContract } from './report-settings.ts'
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
  call: callContract,
  stay: stayContract,
  board: boardContract,
  waitlist: waitlistContract,
  promise: promiseContract,
  refusal: refusalContract,
  customer: customerContract,
  coupon: couponContract,
  card: cardContract,
  journal: journalContract,
  report: reportContract,
  reportSettings: reportSettingsContract,
  export: exportContract,
  comment: commentContract,
}
