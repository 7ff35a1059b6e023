import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PriceTable, readPrices, writePrices, wrongPrices } from '#renderer/ui/venue/price-table.tsx'
import { EffectiveFrom } from './effective-from.tsx'
import { SaveBar } from './save-bar.tsx'
import { type SettingsPart, useDirty } from './settings-part.ts'
import { usePolicySave } from './use-policy-save.ts'

/** 价格: yuan an hour by type, kind of day and band. */
export function PricesTab({ venue, mayChange, onDirty }: SettingsPart) {
  const { t } = useTranslation('settings')
  const before = useMemo(() => writePrices(venue.policy, venue.types), [venue.policy, venue.types])
  const [typed, setTyped] = useState(before)
  const { today, effectiveFrom, setEffectiveFrom, save } = usePolicySave()
  const wrong = wrongPrices(typed).size > 0
  const dirty = JSON.stringify(typed) !== JSON.stringify(before)
  useDirty(dirty, onDirty)
  return (
    <div className="form">
      <p className="quiet">{t('prices.note')}</p>
      <PriceTable types={venue.types} typed={typed} onChange={setTyped} readOnly={!mayChange} />
      {wrong ? <p className="form-error">{t('prices.wrong')}</p> : null}
      <SaveBar
        dirty={dirty}
        wrong={wrong}
        pending={save.isPending}
        error={save.error}
        mayChange={mayChange}
        label={t('prices.save')}
        onSave={() => save.mutate(readPrices(venue.policy, venue.types, typed))}
        onReset={() => setTyped(before)}
      >
        <EffectiveFrom date={effectiveFrom} today={today} onChange={setEffectiveFrom} />
      </SaveBar>
    </div>
  )
}
