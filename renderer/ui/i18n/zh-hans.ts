import board from '#resources/locales/zh-Hans/board.json'
import bookings from '#resources/locales/zh-Hans/bookings.json'
import comments from '#resources/locales/zh-Hans/comments.json'
import common from '#resources/locales/zh-Hans/common.json'
import coupons from '#resources/locales/zh-Hans/coupons.json'
import customers from '#resources/locales/zh-Hans/customers.json'
import desk from '#resources/locales/zh-Hans/desk.json'
import exports from '#resources/locales/zh-Hans/exports.json'
import flows from '#resources/locales/zh-Hans/flows.json'
import help from '#resources/locales/zh-Hans/help.json'
import members from '#resources/locales/zh-Hans/members.json'
import palette from '#resources/locales/zh-Hans/palette.json'
import period from '#resources/locales/zh-Hans/period.json'
import promises from '#resources/locales/zh-Hans/promises.json'
import reports from '#resources/locales/zh-Hans/reports.json'
import session from '#resources/locales/zh-Hans/session.json'
import settings from '#resources/locales/zh-Hans/settings.json'
import waitlist from '#resources/locales/zh-Hans/waitlist.json'
import wall from '#resources/locales/zh-Hans/wall.json'
import wizard from '#resources/locales/zh-Hans/wizard.json'

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
