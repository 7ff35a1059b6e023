import { useTranslation } from 'react-i18next'
import { type Hotkey, isField } from '#renderer/ui/keyboard/registry.ts'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import type { OfferView } from '#shared/contract/decision.ts'
import type { Asking } from './desk-state.ts'

interface DeskKeys {
  readonly offers: readonly OfferView[]
  readonly decided: boolean
  readonly canSwitch: boolean
  readonly asking: Asking
  readonly onTake: (offer: OfferView) => void
  readonly onEnter: () => void
  readonly onGoWithout: () => void
  readonly onSupervisor: () => void
  readonly onBack: () => void
  readonly onNew: () => void
  readonly onSwitch: () => void
  readonly onNextStep: () => void
}

/** Every key of the desk. A bare digit takes an offer where nothing is being typed; Alt and the digit do anywhere. */
export function useDeskKeys(desk: DeskKeys): void {
  const { t } = useTranslation(['desk', 'common'])
  const group = t('group')
  const takes = desk.offers.flatMap((offer, index): Hotkey[] => {
    const label = t('key.take', { digit: index + 1 })
    const run = () => desk.onTake(offer)
    return [
      { id: `desk.take.${index}`, keys: String(index + 1), label, group, run, listed: index === 0 },
      { id: `desk.take.alt.${index}`, keys: `Alt+${index + 1}`, label, group, run, listed: false },
    ]
  })
  useHotkeys([
    { id: 'desk.new', keys: 'F2', label: t('common:nav.newBooking'), group, run: desk.onNew, status: 20 },
    { id: 'desk.step', keys: 'F7', label: t('script.title'), group, run: desk.onNextStep, status: 70 },
    {
      id: 'desk.enter',
      keys: 'Enter',
      label: t('confirm.booking'),
      group,
      run: (event) => {
        const { target } = event
        // A button under the focus does its own work.
        if (target instanceof HTMLButtonElement) target.click()
        else if (!isField(target)) desk.onEnter()
      },
      enabled: desk.asking === 'nothing',
    },
    {
      id: 'desk.without',
      keys: 'Alt+N',
      label: t('thinksItOver'),
      group,
      run: desk.onGoWithout,
      enabled: desk.decided,
    },
    {
      id: 'desk.supervisor',
      keys: 'Alt+S',
      label: t('supervisor'),
      group,
      run: desk.onSupervisor,
      enabled: desk.decided,
    },
    { id: 'desk.back', keys: 'Escape', label: t('back'), group, run: desk.onBack, inFields: true, listed: false },
    { id: 'desk.switch', keys: 'Ctrl+Tab', label: t('tab.switch'), group, run: desk.onSwitch, enabled: desk.canSwitch },
    {
      id: 'desk.switch.alt',
      keys: 'Alt+Q',
      label: t('tab.switch'),
      group,
      run: desk.onSwitch,
      enabled: desk.canSwitch,
    },
    ...takes,
  ])
}
