import { demoStaff, practicePin } from '#shared/demo/demo-staff.ts'
import { demoVenue } from '#shared/demo/demo-venue.ts'
import { defaultReportSettings } from '#shared/domain/reports/report-settings.ts'
import type { Auth } from './auth/auth.ts'
import { saveReportSettings } from './commands/save-report-settings.ts'
import { setUpVenue } from './commands/set-up-venue.ts'
import type { Door } from './store/execute.ts'
import type { LiveModel } from './store/live-model.ts'
import { systemActor } from './store/tx.ts'

/** Makes the practice venue on an empty folder: the demo venue, and staff who share one PIN. */
export async function setUpPracticeVenue(door: Door, auth: Auth, model: LiveModel, now: number): Promise<void> {
  await model.load(now)
  if (model.venue.ready) return
  // One hash for all of them: their PIN is printed in the manual, and hashing takes a tenth of a second by design.
  const pinHash = await auth.hash(practicePin)
  const staff = demoStaff.map((person) => ({ ...person, pinHash }))
  const { name, timeZone, types, rooms, policy } = demoVenue
  const input = { name, timeZone, training: true, types, rooms, policy, staff }
  const answer = await door.execute(setUpVenue, { input, actor: systemActor, station: 'system' })
  if (!answer.ok) throw new Error(`the practice venue was refused: ${answer.refusal.code}`)
  // Nobody files the reports of practice, nor waits for them by mail.
  const settings = { ...defaultReportSettings, daily: { on: false } }
  await door.execute(saveReportSettings, { input: { settings }, actor: systemActor, station: 'system' })
}
