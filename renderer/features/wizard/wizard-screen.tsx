import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { Wizard } from './wizard.tsx'
import './wizard.css'

/** 首次向导: from an empty folder to a venue that takes bookings, in under three minutes. */
export function WizardScreen() {
  const failureText = useFailureText()
  const template = useQuery(api.setup.template.queryOptions())
  return (
    <main className="wizard">
      {template.isPending ? (
        <LoadingState />
      ) : template.isError ? (
        <ErrorState {...failureText(template.error)} onRetry={() => void template.refetch()} />
      ) : (
        <Wizard template={template.data} />
      )}
    </main>
  )
}
