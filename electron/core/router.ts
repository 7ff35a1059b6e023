import { boardApi } from './api/board.ts'
import { bookingApi } from './api/booking.ts'
import { callApi } from './api/call.ts'
import { cardApi } from './api/card.ts'
import { commentApi } from './api/comment.ts'
import { couponApi } from './api/coupon.ts'
import { customerApi } from './api/customer.ts'
import { exportApi } from './api/export.ts'
import { healthApi } from './api/health.ts'
import { journalApi } from './api/journal.ts'
import { promiseApi } from './api/promise.ts'
import { refusalApi } from './api/refusal.ts'
import { reportApi } from './api/report.ts'
import { reportSettingsApi } from './api/report-settings.ts'
import { sessionApi } from './api/session.ts'
import { setupApi } from './api/setup.ts'
import { stayApi } from './api/stay.ts'
import { venueApi } from './api/venue.ts'
import { waitlistApi } from './api/waitlist.ts'

/** The contract, answered. One file per area; the commands and queries behind them do the work. */
export const createRouter = () => ({
  health: healthApi,
  waitlist: waitlistApi,
  venue: venueApi,
  refusal: refusalApi,
  promise: promiseApi,
  customer: customerApi,
  coupon: couponApi,
  card: cardApi,
  board: boardApi,
  setup: setupApi,
  session: sessionApi,
  booking: bookingApi,
  call: callApi,
  stay: stayApi,
  journal: journalApi,
  report: reportApi,
  reportSettings: reportSettingsApi,
  export: exportApi,
  comment: commentApi,
})

export type DeskRouter = ReturnType<typeof createRouter>
