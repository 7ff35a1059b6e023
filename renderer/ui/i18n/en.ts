import board from '#resources/locales/en/board.json'
import bookings from '#resources/locales/en/bookings.json'
import comments from '#resources/locales/en/comments.json'
import common from '#resources/locales/en/common.json'
import coupons from '#resources/locales/en/coupons.json'
import customers from '#resources/locales/en/customers.json'
import desk from '#resources/locales/en/desk.json'
import exports from '#resources/locales/en/exports.json'
import flows from '#resources/locales/en/flows.json'
import help from '#resources/locales/en/help.json'
import members from '#resources/locales/en/members.json'
import palette from '#resources/locales/en/palette.json'
import period from '#resources/locales/en/period.json'
import promises from '#resources/locales/en/promises.json'
import reports from '#resources/locales/en/reports.json'
import session from '#resources/locales/en/session.json'
import settings from '#resources/locales/en/settings.json'
import waitlist from '#resources/locales/en/waitlist.json'
import wall from '#resources/locales/en/wall.json'
import wizard from '#resources/locales/en/wizard.json'

/** Every text of the face in this language, one file a feature. */
export const catalogue = {
  common,
  session,
  desk,
  board,
  wall,
  bookings,
  waitlist,
  promises,
  customers,
  reports,
  coupons,
  comments,
  members,
  settings,
  wizard,
  help,
  palette,
  period,
  exports,
  flows,
}
