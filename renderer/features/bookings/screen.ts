import type { Screen } from '#renderer/ui/screen.ts'

export const screen: Screen = {
  path: '/bookings',
  load: () => import('./bookings-screen.tsx').then((module) => ({ Screen: module.BookingsScreen })),
  entry: { icon: 'bookings', word: 'nav.bookings', order: 40 },
  keys: [
    { keys: 'F3', word: 'nav.find', status: 30, search: { find: '1' }, typesOn: true },
    { keys: 'F8', word: 'nav.today', status: 80, search: { today: '1' } },
  ],
}
