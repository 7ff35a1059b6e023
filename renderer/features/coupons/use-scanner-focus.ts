import { type RefObject, useEffect } from 'react'
import { isComposing, isField } from '#renderer/ui/keyboard/registry.ts'

/**
 * A letter or digit typed where nothing takes it goes to the field: a scanner does not know where the focus is. Enter by
 * itself counts as typed there too.
 */
export function useScannerFocus(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (isField(event.target) || isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
      if (document.querySelector('dialog[open]')) return
      // The focus moves before the character is put in, so that it lands there.
      if (/^[\p{L}\p{N}]$/u.test(event.key)) field.current?.focus()
      else if (event.key === 'Enter' && event.target === document.body) {
        event.preventDefault()
        field.current?.focus()
        field.current?.form?.requestSubmit()
      }
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [field])
}
