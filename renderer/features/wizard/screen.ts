import type { Screen } from '#renderer/ui/screen.ts'

/** Shown by the shell alone while there is no venue yet. */
export const screen: Screen = {
  path: '/setup',
  load: () => import('./wizard-screen.tsx').then((module) => ({ Screen: module.WizardScreen })),
  bare: true,
}
