import type { TFunction } from 'i18next'
import type { Screen, ScreenPlace } from '#renderer/ui/screen.ts'
import { menuNames } from './report-names.ts'

/** Every report by its name; of the comparison tables the day's, the week's and the month's. */
const places = (t: TFunction<['common', 'reports']>): ScreenPlace[] =>
  menuNames.flatMap((name): ScreenPlace[] =>
    name === 'entries' || name === 'usage'
      ? (['day', 'week', 'month'] as const).map((period) => ({
          label: t(`reports:name.${name}.${period}`),
          search: { name, period },
        }))
      : [{ label: t(`reports:menu.${name}`), search: { name } }],
  )

export const screen: Screen = {
  path: '/reports',
  load: () => import('./reports-screen.tsx').then((module) => ({ Screen: module.ReportsScreen })),
  entry: { icon: 'reports', word: 'nav.reports', order: 90, after: 'rule' },
  places,
}
