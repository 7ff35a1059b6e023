import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { keepSession } from '#renderer/api/session-store.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { readPrices, writePrices, wrongPrices } from '#renderer/ui/venue/price-table.tsx'
import { policy as policySchema } from '#shared/contract/venue.ts'
import { readRooms, writeRooms } from '#shared/domain/venue/room-ranges.ts'
import { readClock, writeClock } from '#shared/domain/venue/typed-setting.ts'
import { readStaff } from './staff-lines.ts'
import {
  dropDraft,
  keepDraft,
  keptDraft,
  stepFrom,
  steps,
  type Template,
  type WizardDraft,
  type WizardStep,
} from './wizard-draft.ts'
import { WizardProgress } from './wizard-progress.tsx'
import { WizardStepView } from './wizard-step.tsx'

const freshDraft = (template: Template): WizardDraft => ({
  step: 'language',
  start: 'demo',
  name: '',
  timeZone: template.timeZone,
  rooms: writeRooms(template.rooms, template.types),
  prices: writePrices(template.policy, template.types),
  dayStart: writeClock(template.policy.dayStart),
  open: writeClock(template.policy.opening.open),
  close: writeClock(template.policy.opening.close),
  adminNo: '9001',
  adminName: '',
  others: '',
  ...keptDraft(),
})

/** The steps, what is wrong in each, and the making of the venue at the end. */
export function Wizard({ template }: { template: Template }) {
  const { t } = useTranslation('wizard')
  const failureText = useFailureText()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => freshDraft(template))
  const [pin, setPin] = useState('')
  const [pinAgain, setPinAgain] = useState('')
  const [tried, setTried] = useState(false)
  const { step } = draft
  useEffect(() => keepDraft(draft), [draft])

  const typedRooms = useMemo(
    () => readRooms(draft.rooms, template.types, draft.start === 'demo' ? template.rooms : []),
    [draft.rooms, draft.start, template],
  )
  const staff = readStaff(draft.others, draft.adminNo.trim())
  const clocks = { dayStart: readClock(draft.dayStart), open: readClock(draft.open), close: readClock(draft.close) }
  const errors: Record<WizardStep, readonly string[]> = {
    language: [],
    venue: draft.name.trim() === '' ? ['name'] : [],
    rooms: typedRooms.problems.length > 0 || typedRooms.rooms.length === 0 ? ['rooms'] : [],
    prices: wrongPrices(draft.prices).size > 0 ? ['prices'] : [],
    hours: [
      ...(clocks.dayStart === undefined || clocks.dayStart >= 1440 ? ['dayStart'] : []),
      ...(clocks.open === undefined ? ['open'] : []),
      ...(clocks.close === undefined || clocks.close <= (clocks.open ?? 0) ? ['close'] : []),
    ],
    staff: [
      ...(/^[A-Za-z0-9]{1,12}$/.test(draft.adminNo.trim()) ? [] : ['adminNo']),
      ...(draft.adminName.trim() === '' ? ['adminName'] : []),
      ...(pin.length >= 6 ? [] : ['pin']),
      ...(pin === pinAgain ? [] : ['pinAgain']),
      ...(staff.wrong.length > 0 ? ['others'] : []),
    ],
    check: [],
  }

  const complete = useMutation({
    mutationFn: () => {
      const priced = readPrices(template.policy, template.types, draft.prices)
      const policy = policySchema.parse({
        ...priced,
        dayStart: clocks.dayStart ?? priced.dayStart,
        opening: { open: clocks.open ?? priced.opening.open, close: clocks.close ?? priced.opening.close },
      })
      return client.setup.complete({
        name: draft.name.trim(),
        timeZone: draft.timeZone,
        types: [...template.types],
        rooms: typedRooms.rooms.map((room) => ({
          ...room,
          features: [...room.features],
          neighbours: [...room.neighbours],
        })),
        policy,
        admin: { staffNo: draft.adminNo.trim(), name: draft.adminName.trim(), pin },
        ...(staff.staff.length > 0 ? { staff: [...staff.staff] } : {}),
      })
    },
    onSuccess: async (session) => {
      dropDraft()
      keepSession(session)
      await queries.invalidateQueries({ queryKey: api.setup.key() })
      await navigate({ to: '/desk' as '/' })
    },
  })

  const goTo = (next: WizardStep) => {
    setTried(false)
    setDraft({ ...draft, step: next })
  }
  const forward = () => {
    if (errors[step].length > 0) {
      setTried(true)
      document.querySelector<HTMLElement>('.wizard [aria-invalid="true"]')?.focus()
      return
    }
    if (step !== 'check') goTo(stepFrom(step, 1))
    else {
      const missing = steps.find((one) => errors[one].length > 0)
      if (missing) goTo(missing)
      else if (!complete.isPending) complete.mutate()
    }
  }
  const back = () => step !== 'language' && goTo(stepFrom(step, -1))
  useHotkeys([
    { id: 'wizard.next', keys: 'Ctrl+Enter', label: t('next'), group: t('title'), run: forward },
    { id: 'wizard.back', keys: 'Alt+←', label: t('back'), group: t('title'), run: back },
  ])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    forward()
  }
  const shownErrors = tried ? new Set(errors[step]) : new Set<string>()

  return (
    <form className="wizard-card" onSubmit={submit} aria-label={t('title')}>
      <WizardProgress step={step} done={(one) => errors[one].length === 0} onGo={goTo} />
      <div className="wizard-step" key={step}>
        <h1>{t(`step.${step}.title`)}</h1>
        <p className="quiet">{t(`step.${step}.note`)}</p>
        <WizardStepView
          template={template}
          draft={draft}
          onDraft={setDraft}
          typedRooms={typedRooms}
          staffWrong={staff.wrong}
          staffCount={staff.staff.length}
          pin={pin}
          onPin={setPin}
          pinAgain={pinAgain}
          onPinAgain={setPinAgain}
          errors={shownErrors}
        />
        {complete.isError ? (
          <p className="form-error" role="alert">
            {failureText(complete.error).line}
          </p>
        ) : null}
      </div>
      <footer className="wizard-foot">
        <Button disabled={step === 'language'} hotkey="Alt+←" onClick={back}>
          {t('back')}
        </Button>
        <span className="quiet small">{t('kept')}</span>
        <Button
          kind="primary"
          type="submit"
          hotkey={step === 'rooms' || step === 'staff' ? 'Ctrl+Enter' : 'Enter'}
          disabled={complete.isPending}
        >
          {step === 'check' ? (complete.isPending ? t('making') : t('make')) : t('next')}
        </Button>
      </footer>
    </form>
  )
}
