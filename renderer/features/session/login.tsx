import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { keepSession } from '#renderer/api/session-store.ts'
import { stationName } from '#renderer/api/station.ts'
import { useVenue } from '#renderer/api/venue.ts'
import { useHealth } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { chooseLanguage, useLanguage } from '#renderer/ui/i18n/i18n.ts'
import { languageNames, languages } from '#renderer/ui/i18n/language.ts'
import { limits } from '#shared/contract/fields.ts'
import './login.css'

const lastStaffKey = 'desk.lastStaff'

/** Staff number and PIN, by keyboard alone. Over a running desk it changes the user; what was typed there stays. */
export function Login({ onCancel }: { onCancel?: () => void }) {
  const { t } = useTranslation('session')
  const language = useLanguage()
  const failureText = useFailureText()
  const health = useHealth()
  const venue = useVenue()
  const pinField = useRef<HTMLInputElement>(null)
  const staffField = useRef<HTMLInputElement>(null)
  const [staffNo, setStaffNo] = useState(localStorage.getItem(lastStaffKey) ?? '')
  const [pin, setPin] = useState('')
  const login = useMutation({
    mutationFn: () => client.session.open({ staffNo: staffNo.trim(), pin, station: stationName() }),
    onSuccess: (session) => {
      localStorage.setItem(lastStaffKey, session.staff.staffNo)
      keepSession(session)
    },
    onError: () => {
      setPin('')
      pinField.current?.focus()
    },
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: only on opening; typing must not move the focus
  useEffect(() => {
    const field = staffNo && !onCancel ? pinField.current : staffField.current
    field?.focus()
    field?.select()
  }, [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (staffNo.trim() === '') staffField.current?.focus()
    else if (pin === '') pinField.current?.focus()
    else login.mutate()
  }

  return (
    <div className="login">
      <form
        className="login-card"
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && onCancel) onCancel()
        }}
      >
        <h1>{onCancel ? t('switch') : t('title')}</h1>
        <p className="quiet">{venue?.name ?? t('subtitle')}</p>
        {health.data?.mode === 'training' ? <p className="login-practice">{t('practice')}</p> : null}
        <label>
          {t('staffNo')}
          <input
            ref={staffField}
            className="field login-field"
            value={staffNo}
            maxLength={12}
            autoComplete="username"
            onChange={(event) => setStaffNo(event.target.value)}
          />
        </label>
        <label>
          {t('pin')}
          <input
            ref={pinField}
            className="field login-field"
            type="password"
            value={pin}
            maxLength={limits.pin}
            autoComplete="current-password"
            onChange={(event) => setPin(event.target.value)}
          />
        </label>
        <p className="login-error bad" role="alert">
          {login.isError ? failureText(login.error).line : ''}
        </p>
        <div className="login-buttons">
          <Button kind="primary" type="submit" hotkey="Enter" disabled={login.isPending}>
            {t('enter')}
          </Button>
          {onCancel ? (
            <Button hotkey="Esc" onClick={onCancel}>
              {t('back')}
            </Button>
          ) : null}
        </div>
        <div className="login-languages">
          {languages.map((value) => (
            <button
              key={value}
              type="button"
              aria-pressed={value === language}
              onClick={() => void chooseLanguage(value)}
            >
              {languageNames[value]}
            </button>
          ))}
        </div>
      </form>
    </div>
  )
}
