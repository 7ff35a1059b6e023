import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useLanguage } from '#renderer/ui/i18n/i18n.ts'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { PaperActs } from '#renderer/ui/paper/paper-acts.tsx'
import { PaperSheet } from '#renderer/ui/paper/paper-sheet.tsx'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { UnmaskForm } from '#renderer/ui/unmask-form.tsx'
import { CustomerPicker } from './customer-picker.tsx'

/** 会员信息表 (appendix 08): a customer's file as the form it is, or blank; as it will be printed. */
export function FormTab({ customerId }: { customerId: string | undefined }) {
  const { t } = useTranslation(['members', 'reports', 'common'])
  const failureText = useFailureText()
  const language = useLanguage()
  const [chosen, setChosen] = useState(customerId)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string>()
  const request = {
    name: 'member-form',
    ...(chosen === undefined ? {} : { customerId: chosen }),
    ...(said === undefined ? {} : { unmask: said }),
  }
  const options = api.report.paper.queryOptions({ input: request })
  const found = useQuery({
    ...options,
    // The core writes its texts in the language it is asked in.
    queryKey: [...options.queryKey, language] as unknown as typeof options.queryKey,
    // What was unmasked for a reason is not kept for the next one who looks.
    staleTime: said === undefined ? 0 : Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const choose = (id: string | undefined) => {
    setSaid(undefined)
    setAsking(false)
    setChosen(id)
  }
  useHotkeys([
    {
      id: 'members.unmask',
      keys: 'U',
      label: t('common:unmask.act'),
      group: t('title'),
      enabled: chosen !== undefined && said === undefined,
      run: () => setAsking(true),
    },
    {
      id: 'members.formBack',
      keys: 'Escape',
      label: t('close'),
      group: t('title'),
      inFields: true,
      listed: false,
      run: () => (asking ? setAsking(false) : choose(undefined)),
    },
  ])
  return (
    <div className="page-tab">
      <div className="page-body members-form">
        <div className="members-form-side">
          <CustomerPicker
            key={chosen ?? ''}
            label={t('form.find')}
            hint={t('form.findHint')}
            onChoose={(customer) => choose(customer.id)}
            // Once somebody is chosen the keys are the form's.
            autoFocus={chosen === undefined}
          />
          <div className="button-row">
            <PaperActs
              screen="members"
              group={t('title')}
              request={request}
              title={t('reports:name.memberForm')}
              isReady={found.data !== undefined}
              primary="print"
            />
            {chosen === undefined ? null : (
              <Button hotkey="Esc" onClick={() => choose(undefined)}>
                {t('form.blank')}
              </Button>
            )}
            {chosen !== undefined && said === undefined ? (
              <Button hotkey="U" aria-expanded={asking} onClick={() => setAsking(!asking)}>
                {t('common:unmask.act')}
              </Button>
            ) : null}
          </div>
          {asking ? (
            <UnmaskForm
              onSaid={(reason) => {
                setSaid(reason)
                setAsking(false)
              }}
            />
          ) : null}
        </div>
        {/* The keyboard scrolls it: there is nothing in it to stop at. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls */}
        <section className="members-scroll" tabIndex={0} aria-label={t('tab.form')}>
          {found.isPending ? (
            <LoadingState />
          ) : found.isError ? (
            <ErrorState {...failureText(found.error)} onRetry={() => void found.refetch()} />
          ) : (
            <PaperSheet paper={found.data} />
          )}
        </section>
      </div>
    </div>
  )
}
