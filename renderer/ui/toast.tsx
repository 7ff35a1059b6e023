import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Key } from './key.tsx'
import { isField } from './keyboard/registry.ts'
import { useHotkeys } from './keyboard/use-hotkeys.ts'
import { createStore } from './store.ts'

export interface Toast {
  readonly text: string
  readonly tone?: 'plain' | 'bad'
  /** Takes the step back; while the toast is shown Ctrl+Z does it. */
  readonly undo?: () => void
}

const shownMs = 10_000
const current = createStore<(Toast & { at: number }) | undefined>(undefined)

/** One toast at a time, for 10 s: what was done, and the way back. */
export function showToast(toast: Toast): void {
  current.set({ ...toast, at: Date.now() })
}
export const hideToast = (): void => current.set(undefined)

const emptyField = (target: EventTarget | null): boolean =>
  !isField(target) ||
  ((target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value === '')

/** Where toasts appear; mounted once by the shell. */
export function Toaster() {
  const { t } = useTranslation()
  const toast = useSyncExternalStore(current.subscribe, current.get)

  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => current.get() === toast && hideToast(), shownMs)
    return () => clearTimeout(timer)
  }, [toast])

  const undo = () => {
    toast?.undo?.()
    hideToast()
  }
  useHotkeys([
    {
      id: 'toast.undo',
      keys: 'Ctrl+Z',
      label: t('undo'),
      group: t('keysEverywhere'),
      // In a field with text Ctrl+Z takes back typing, as everywhere.
      run: (event) => (emptyField(event.target) ? undo() : document.execCommand('undo')),
      enabled: toast?.undo !== undefined,
    },
  ])

  return (
    <div className="toaster" role="status" aria-live="polite">
      {toast ? (
        <div className={`toast toast-${toast.tone ?? 'plain'}`}>
          <span>{toast.text}</span>
          {toast.undo ? (
            <button type="button" className="toast-undo" onClick={undo}>
              {t('undo')} <Key name="Ctrl+Z" />
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
