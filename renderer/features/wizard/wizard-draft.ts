import type { TypedPrices } from '#renderer/ui/venue/price-table.tsx'
import type { Policy } from '#shared/domain/venue/policy.ts'
import type { Room, RoomType } from '#shared/domain/venue/venue.ts'

export const steps = ['language', 'venue', 'rooms', 'prices', 'hours', 'staff', 'check'] as const
export type WizardStep = (typeof steps)[number]

/** What has been typed so far; kept on this computer until the venue is made, PINs apart. */
export interface WizardDraft {
  readonly step: WizardStep
  readonly start: 'demo' | 'empty'
  readonly name: string
  readonly timeZone: string
  readonly rooms: string
  readonly prices: TypedPrices
  readonly dayStart: string
  readonly open: string
  readonly close: string
  readonly adminNo: string
  readonly adminName: string
  /** One a line: number, name, role word. */
  readonly others: string
}

export interface Template {
  readonly name: string
  readonly timeZone: string
  readonly types: readonly RoomType[]
  readonly rooms: readonly Room[]
  readonly policy: Policy
}

const key = 'desk.wizard'

export function keptDraft(): Partial<WizardDraft> {
  try {
    const text = localStorage.getItem(key)
    return text === null ? {} : (JSON.parse(text) as Partial<WizardDraft>)
  } catch {
    return {}
  }
}
/** The lines of other staff without their PINs, which are never kept. */
const withoutPins = (others: string): string =>
  others
    .split('\n')
    .map((line) =>
      line
        .split(/[\s,，]+/)
        .slice(0, 3)
        .join(' '),
    )
    .join('\n')

export const keepDraft = (draft: WizardDraft): void =>
  localStorage.setItem(key, JSON.stringify({ ...draft, others: withoutPins(draft.others) }))
export const dropDraft = (): void => localStorage.removeItem(key)

/** The step after or before; the ends stay where they are. */
export function stepFrom(step: WizardStep, by: 1 | -1): WizardStep {
  return steps[Math.max(0, Math.min(steps.length - 1, steps.indexOf(step) + by))] ?? step
}
