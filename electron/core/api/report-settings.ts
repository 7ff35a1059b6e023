import type { z } from 'zod'
import type { reportSettings } from '#shared/contract/report-settings.ts'
import type { ReportMail } from '#shared/domain/reports/report-settings.ts'
import { saveReportSettings } from '../commands/save-report-settings.ts'
import { failure } from '../failure.ts'
import { sendMail } from '../mail/send-mail.ts'
import { latestRuns } from '../queries/report-runs.ts'
import { wordsIn } from '../words.ts'
import { type StaffContext, staffed } from './procedures.ts'

const current = ({ core }: StaffContext) => ({
  settings: core.model.reportSettings as z.output<typeof reportSettings>,
  hasPassword: core.secrets.get('mail') !== undefined,
  folder: core.daily.folder,
})

export const reportSettingsApi = {
  current: staffed.reportSettings.current.handler(async ({ context }) => ({
    ...current(context),
    runs: await latestRuns(context.core.reader, context.core.model.venue.timeZone),
  })),

  save: staffed.reportSettings.save.handler(async ({ input, context }) => {
    const { settings, password } = input
    await context.run(saveReportSettings, { settings })
    // The password goes past the door: what passes through it is journaled and mirrored.
    if (password !== undefined) context.core.secrets.set('mail', password)
    return current(context)
  }),

  tryMail: staffed.reportSettings.tryMail.handler(async ({ input, context }) => {
    const { core, reading } = context
    const words = wordsIn(reading)
    const venue = core.model.venue.at(core.clock.now()).name
    const sent = await sendMail(input.mail, input.password ?? keptPassword(context, input.mail), {
      subject: words('daily.trial', { venue }),
      text: words('daily.trialText'),
    })
    return sent.ok ? { sent: true } : { sent: false, said: sent.said }
  }),

  make: staffed.reportSettings.make.handler(async ({ input, context }) => {
    const { core, language } = context
    const outcome = await core.daily.make(input.date)
    if (!outcome) throw failure('STATE', language, { date: input.date })
    return outcome
  }),
}

/** The kept password goes to the server and user it was given for, and to no other. */
function keptPassword({ core }: StaffContext, { host, port, user }: ReportMail): string | undefined {
  const { mail } = core.model.reportSettings
  return mail?.host === host && mail.port === port && mail.user === user ? core.secrets.get('mail') : undefined
}
