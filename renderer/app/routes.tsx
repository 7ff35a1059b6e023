/*
 * How a feature registers.
 *
 * A feature lives in `renderer/features/<area>/` and offers the shell one constant `screen: Screen` (ui/screen.ts) in
 * `screen.ts`: its address, the lazily loaded module that exports `Screen`, and, if it has one, its side-bar entry and
 * the F-keys that lead to it. Import it here and add it to `screens`; nothing else is needed for the route, the side
 * bar, the status bar, the cheat sheet and the palette. Keys of the screen itself are registered by `useHotkeys` inside
 * it and live as long as it is mounted. What is shown over every screen (palette, cheat sheet) goes into `overlays`.
 * Texts stand in `resources/locales/<language>/<area>.json`; words of the side bar in `common.json` under `nav`.
 * A feature never imports another one: what two need belongs in `ui/` or `api/`.
 */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { type ComponentType, lazy } from 'react'
import { screen as board } from '#renderer/features/board/screen.ts'
import { screen as bookings } from '#renderer/features/bookings/screen.ts'
import { screen as comments } from '#renderer/features/comments/screen.ts'
import { screen as coupons } from '#renderer/features/coupons/screen.ts'
import { screen as customers } from '#renderer/features/customers/screen.ts'
import { screen as desk } from '#renderer/features/desk/screen.ts'
import { screen as help } from '#renderer/features/help/screen.ts'
import { screen as members } from '#renderer/features/members/screen.ts'
import { screen as promises } from '#renderer/features/promises/screen.ts'
import { screen as reports } from '#renderer/features/reports/screen.ts'
import { screen as settings } from '#renderer/features/settings/screen.ts'
import { screen as waitlist } from '#renderer/features/waitlist/screen.ts'
import { screen as wall } from '#renderer/features/wall/screen.ts'
import { screen as wizard } from '#renderer/features/wizard/screen.ts'
import type { Screen } from '#renderer/ui/screen.ts'
import { NotFound, ScreenFailed } from './screen-failed.tsx'
import { Shell } from './shell.tsx'

/** Every screen that exists, in any order; the side bar sorts by `entry.order`. */
export const screens: readonly Screen[] = [
  desk,
  board,
  wall,
  bookings,
  comments,
  customers,
  coupons,
  members,
  help,
  promises,
  reports,
  settings,
  waitlist,
  wizard,
]

/** What is mounted over every screen; each registers its own keys. */
export const overlays: readonly ComponentType[] = (
  [() => import('#renderer/features/palette/overlay.tsx')] as (() => Promise<{ Overlay: ComponentType }>)[]
).map((load) => lazy(async () => ({ default: (await load()).Overlay })))

const root = createRootRoute({
  component: () => <Shell screens={screens} overlays={overlays} />,
  errorComponent: ScreenFailed,
  notFoundComponent: NotFound,
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/desk' as '/' })
  },
})

const routes = screens.map((screen) =>
  createRoute({
    getParentRoute: () => root,
    path: screen.path,
    validateSearch: (search: Record<string, unknown>) => search,
    component: lazyRouteComponent(screen.load, 'Screen'),
    errorComponent: ScreenFailed,
  }),
)

export const router = createRouter({
  routeTree: root.addChildren([home, ...routes]),
  defaultPreload: 'intent',
})
