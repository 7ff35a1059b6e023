import { isAbsolute } from 'node:path'
import type { ReportSettings } from '#shared/domain/reports/report-settings.ts'
import { dailySinceKey, reportSettingsKey } from '../store/live-model.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done, type Tx } from '../store/tx.ts'
import { invalid } from './read-request.ts'

/**
 * Keeps when days are closed, where their reports go, and the shifts. Refuses with INVALID shifts out of order and a
 * folder that is no whole path.
 */
export const saveReportSettings: Command<{ readonly settings: ReportSettings }, { readonly saved: true }> = {
  name: 'report.saveSettings',
  async run(tx, { settings }) {
    const { shifts, daily } = settings
    const inOrder = shifts.every((shift, at) => at === 0 || shift.from > (shifts[at - 1]?.from ?? 0))
    if (!inOrder) return invalid('settings.shifts', 'in order of their beginning')
    if (daily.folder !== undefined && !isAbsolute(daily.folder)) return invalid('settings.daily.folder', 'a whole path')
    const before = await kept(tx, reportSettingsKey)
    const wasOn = before === undefined || (JSON.parse(before) as ReportSettings).daily.on
    await keep(tx, reportSettingsKey, JSON.stringify(settings))
    // Days that were closed while nobody wanted their report are not made up for.
    if (daily.on && !wasOn) await keep(tx, dailySinceKey, String(tx.now))
    return done({ saved: true }, ['reportSettings'])
  },
}

async function kept(tx: Tx, key: string): Promise<string | undefined> {
  const row = await tx.read
    .selectFrom('setting')
    .select('value')
    .where('venue_id', '=', venueId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value
}

async function keep(tx: Tx, key: string, value: string): Promise<void> {
  if ((await kept(tx, key)) === undefined) await tx.insert('setting', { key, value })
  else await tx.update('setting', { key }, { value })
}
