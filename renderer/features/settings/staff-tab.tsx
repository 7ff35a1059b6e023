import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { api, client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { limits } from '#shared/contract/fields.ts'
import { role as roleSchema } from '#shared/contract/session.ts'
import { type SettingsPart, useDirty, useVenueSave } from './settings-part.ts'

type Role = z.output<typeof roleSchema>
interface Draft {
  readonly staffNo: string
  readonly name: string
  readonly role: Role
  readonly active: boolean
  readonly pin: string
  readonly isNew: boolean
}
const fresh: Draft = { staffNo: '', name: '', role: 'desk', active: true, pin: '', isNew: true }

/** 员工: roles and PINs. A PIN is only ever set anew, never shown. */
export function StaffTab({ mayChange, onDirty }: SettingsPart) {
  const { t } = useTranslation('settings')
  const failureText = useFailureText()
  const list = useQuery({ ...api.venue.staff.queryOptions(), enabled: mayChange })
  const [draft, setDraft] = useState<Draft>()
  useDirty(draft !== undefined, onDirty)
  const save = useVenueSave(
    (input: Draft) =>
      client.venue.saveStaff({
        staffNo: input.staffNo.trim(),
        name: input.name.trim(),
        role: input.role,
        active: input.active,
        ...(input.pin === '' ? {} : { pin: input.pin }),
      }),
    () => setDraft(undefined),
  )
  useHotkeys([
    {
      id: 'staff.new',
      keys: 'N',
      label: t('staff.new'),
      group: t('title'),
      enabled: mayChange && draft === undefined,
      run: () => setDraft(fresh),
    },
    {
      id: 'staff.back',
      keys: 'Escape',
      label: t('reset'),
      group: t('title'),
      inFields: true,
      listed: false,
      enabled: draft !== undefined,
      run: () => setDraft(undefined),
    },
  ])
  if (!mayChange) return <EmptyState title={t('staff.managersOnly')}>{t('readOnly')}</EmptyState>
  if (list.isPending) return <LoadingState />
  if (list.isError) return <ErrorState {...failureText(list.error)} onRetry={() => void list.refetch()} />

  const taken = draft?.isNew === true && list.data.items.some((one) => one.staffNo === draft.staffNo.trim())
  const errors =
    draft === undefined
      ? {}
      : {
          staffNo: /^[A-Za-z0-9]{1,12}$/.test(draft.staffNo.trim())
            ? taken
              ? t('staff.taken')
              : undefined
            : t('staff.wrongNo'),
          name: draft.name.trim() === '' ? t('staff.wrongName') : undefined,
          pin: draft.pin.length >= 6 || (!draft.isNew && draft.pin === '') ? undefined : t('staff.wrongPin'),
        }
  const wrong = Object.values(errors).some((error) => error !== undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft && !wrong && !save.isPending) save.mutate(draft)
  }
  return (
    <div className="staff">
      <table className="staff-list">
        <thead>
          <tr>
            <th scope="col">{t('staff.no')}</th>
            <th scope="col">{t('staff.name')}</th>
            <th scope="col">{t('staff.role')}</th>
            <th scope="col">{t('staff.active')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {list.data.items.map((one) => (
            <tr key={one.staffNo} className={one.active ? '' : 'quiet'}>
              <td>
                <b>{one.staffNo}</b>
              </td>
              <td>{one.name}</td>
              <td>{t(`role.${one.role}`)}</td>
              <td>{t(one.active ? 'yes' : 'no')}</td>
              <td>
                <Button
                  className="button-small"
                  aria-label={`${t('staff.edit')} ${one.name}`}
                  onClick={() => setDraft({ ...one, pin: '', isNew: false })}
                >
                  {t('staff.edit')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {draft === undefined ? (
        <div>
          <Button kind="primary" hotkey="N" onClick={() => setDraft(fresh)}>
            {t('staff.new')}
          </Button>
        </div>
      ) : (
        <form className="form staff-form" onSubmit={submit} key={draft.isNew ? 'new' : draft.staffNo}>
          <h2>{draft.isNew ? t('staff.new') : `${t('staff.edit')} ${draft.staffNo}`}</h2>
          <div className="form-row">
            <FormField label={t('staff.no')} width={120} error={draft.staffNo === '' ? undefined : errors.staffNo}>
              <input
                className="field"
                value={draft.staffNo}
                maxLength={12}
                readOnly={!draft.isNew}
                autoFocus={draft.isNew}
                onChange={(event) => setDraft({ ...draft, staffNo: event.target.value })}
              />
            </FormField>
            <FormField label={t('staff.name')} width={160}>
              <input
                className="field"
                value={draft.name}
                maxLength={20}
                autoFocus={!draft.isNew}
                onChange={(event) => setDraft({ ...draft, name: event.target.value })}
              />
            </FormField>
            <FormField label={t('staff.role')} width={140} hint={t(`roleHint.${draft.role}`)}>
              <select
                className="field"
                value={draft.role}
                onChange={(event) => setDraft({ ...draft, role: roleSchema.parse(event.target.value) })}
              >
                {roleSchema.options.map((role) => (
                  <option key={role} value={role}>
                    {t(`role.${role}`)}
                  </option>
                ))}
              </select>
            </FormField>
            <FormField
              label={draft.isNew ? t('staff.pin') : t('staff.newPin')}
              width={180}
              hint={draft.isNew ? t('staff.pinHint') : t('staff.pinKeep')}
              error={draft.pin === '' ? undefined : errors.pin}
            >
              <input
                className="field"
                type="password"
                autoComplete="new-password"
                value={draft.pin}
                maxLength={limits.pin}
                onChange={(event) => setDraft({ ...draft, pin: event.target.value })}
              />
            </FormField>
          </div>
          <label className="check">
            <input
              type="checkbox"
              checked={draft.active}
              onChange={(event) => setDraft({ ...draft, active: event.target.checked })}
            />
            {t('staff.activeLong')}
          </label>
          {save.isError ? (
            <p className="form-error" role="alert">
              {failureText(save.error).line}
            </p>
          ) : null}
          <div className="button-row">
            <Button kind="primary" type="submit" hotkey="Enter" disabled={wrong || save.isPending}>
              {t('staff.save')}
            </Button>
            <Button hotkey="Esc" onClick={() => setDraft(undefined)}>
              {t('reset')}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
