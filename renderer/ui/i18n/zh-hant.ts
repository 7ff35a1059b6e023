import board from '#resources/locales/zh-Hant/board.json'
import bookings from '#resources/locales/zh-Hant/bookings.json'
import comments from '#resources/locales/zh-Hant/comments.json'
import common from '#resources/locales/zh-Hant/common.json'
import coupons from '#resources/locales/zh-Hant/coupons.json'
import customers from '#resources/locales/zh-Hant/customers.json'
import desk from '#resources/locales/zh-Hant/desk.json'
import exports from '#resources/locales/zh-Hant/exports.json'
import flows from '#resources/locales/zh-Hant/flows.json'
import help from '#resources/locales/zh-Hant/help.json'
import members from '#resources/locales/zh-Hant/members.json'
import palette from '#resources/locales/zh-Hant/palette.json'
import period from '#resources/locales/zh-Hant/period.json'
import promises from '#resources/locales/zh-Hant/promises.json'
import reports from '#resources/locales/zh-Hant/reports.json'
import session from '#resources/locales/zh-Hant/session.json'
import settings from '#resources/locales/zh-Hant/settings.json'
import waitlist from '#resources/locales/zh-Hant/waitlist.json'
import wall from '#resources/locales/zh-Hant/wall.json'
import wizard from '#resources/locales/zh-Hant/wizard.json'

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
