import { useTranslation } from 'react-i18next'
import { limits } from '#shared/contract/fields.ts'
import { FormField } from './form-field.tsx'

export interface ApprovalInput {
  readonly staffNo: string
  readonly pin: string
  readonly reason: string
}
export const noApproval: ApprovalInput = { staffNo: '', pin: '', reason: '' }

export const isApproval = (value: ApprovalInput): boolean =>
  value.staffNo.trim() !== '' && value.pin !== '' && value.reason.trim() !== ''

/** A supervisor's number, PIN and reason, typed at the desk (主管批准). */
export function ApprovalFields({
  value,
  onChange,
  error,
}: {
  value: ApprovalInput
  onChange: (value: ApprovalInput) => void
  error?: string | undefined
}) {
  const { t } = useTranslation('bookings')
  return (
    <div className="form-row">
      <FormField label={t('approval.staffNo')} width={110}>
        <input
          className="field"
          value={value.staffNo}
          maxLength={12}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, staffNo: event.target.value })}
        />
      </FormField>
      <FormField label={t('approval.pin')} width={120} error={error}>
        <input
          className="field"
          type="password"
          value={value.pin}
          maxLength={limits.pin}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, pin: event.target.value })}
        />
      </FormField>
      <FormField label={t('approval.reason')} width={200}>
        <input
          className="field"
          value={value.reason}
          maxLength={limits.reason}
          onChange={(event) => onChange({ ...value, reason: event.target.value })}
        />
      </FormField>
    </div>
  )
}
