import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useSession } from '#renderer/api/session-store.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { checkHealth, useHealth, useNow } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { instantOfWall, isoIn } from '#shared/domain/time/zone.ts'

/** Practice mode is loud: nobody may take it for the real venue. The admin moves its clock here. */
export function PracticeBand() {
  const { t } = useTranslation()
  const health = useHealth()
  const session = useSession()
  if (health.data?.mode !== 'training') return <span className="top-bar-gap" />
  return (
    <div className="practice" role="note">
      <b>{t('practice.title')}</b>
      <span className="cut">{t('practice.note')}</span>
      {session?.staff.role === 'admin' ? <ClockForm /> : null}
    </div>
  )
}

function ClockForm() {
  const { t } = useTranslation()
  const { timeZone } = useTimeReading()
  const now = useNow(60_000)
  const failureText = useFailureText()
  const [typed, setTyped] = useState('')
  const move = useMutation({
    mutationFn: (at: number) => client.health.moveClock({ now: isoIn(at, timeZone) }),
    onSuccess: async (answer) => {
      setTyped('')
      await checkHealth()
      showToast({ text: t('practice.moved', { released: answer.released, expired: answer.expired }) })
    },
    onError: (error) => showToast({ text: failureText(error).line, tone: 'bad' }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wall = Date.parse(`${typed}Z`)
    if (!Number.isNaN(wall)) move.mutate(instantOfWall(wall, timeZone))
  }
  return (
    <form className="practice-clock" onSubmit={submit}>
      <label htmlFor="practice-clock">{t('practice.clock')}</label>
      <input
        id="practice-clock"
        type="datetime-local"
        value={typed || isoIn(now, timeZone).slice(0, 16)}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" disabled={typed === '' || move.isPending}>
        {t('practice.move')}
      </Button>
      {[15, 60].map((minutes) => (
        <Button key={minutes} disabled={move.isPending} onClick={() => move.mutate(now + minutes * 60_000)}>
          {t('practice.ahead', { minutes })}
        </Button>
      ))}
    </form>
  )
}
