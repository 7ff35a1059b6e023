import { useTranslation } from 'react-i18next'
import type { Approval } from './room-actions.ts'

/** Staff number, PIN and reason of the supervisor who approves, on the spot. */
export function ApprovalFields({ value, onChange }: { value: Approval; onChange: (value: Approval) => void }) {
  const { t } = useTranslation('board')
  return (
    <fieldset className="sheet-approval">
      <legend>{t('approval.title')}</legend>
      <label className="sheet-field">
        <span>{t('approval.staffNo')}</span>
        <input
          className="field"
          value={value.staffNo}
          maxLength={12}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, staffNo: event.target.value })}
        />
      </label>
      <label className="sheet-field">
        <span>{t('approval.pin')}</span>
        <input
          className="field"
          type="password"
          value={value.pin}
          maxLength={64}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, pin: event.target.value })}
        />
      </label>
      <label className="sheet-field">
        <span>{t('approval.reason')}</span>
        <input
          className="field"
          value={value.reason}
          maxLength={200}
          onChange={(event) => onChange({ ...value, reason: event.target.value })}
        />
      </label>
    </fieldset>
  )
}

export const noApproval: Approval = { staffNo: '', pin: '', reason: '' }
export const isWhole = (approval: Approval): boolean =>
  approval.staffNo !== '' && approval.pin !== '' && approval.reason.trim() !== ''
