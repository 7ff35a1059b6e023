import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import type { VenueView } from '#renderer/api/venue.ts'
import { showToast } from '#renderer/ui/toast.tsx'

/** What every tab of the settings is given. */
export interface SettingsPart {
  readonly venue: VenueView
  readonly mayChange: boolean
  readonly onDirty: (dirty: boolean) => void
}

/** Tells the screen that something typed is not saved yet, as long as the tab is open. */
export function useDirty(dirty: boolean, onDirty: (dirty: boolean) => void): void {
  useEffect(() => {
    onDirty(dirty)
    return () => onDirty(false)
  }, [dirty, onDirty])
}

/** Saves a part of the venue and shows the venue as it then stands. */
export function useVenueSave<Input, Output>(
  save: (input: Input) => Promise<Output>,
  onSaved?: (output: Output) => void,
) {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: save,
    onSuccess: async (output) => {
      await queries.invalidateQueries({ queryKey: api.venue.key() })
      showToast({ text: t('saved') })
      onSaved?.(output)
    },
  })
}
