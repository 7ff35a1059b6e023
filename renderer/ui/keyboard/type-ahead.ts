/**
 * Keeps what is typed between a key that leads to a field and the moment the field is there: the screen may still be on
 * its way, and a caller's four digits come faster than that. Letters and digits only; an input method composes in a field.
 */

/** What was typed, and whether Enter closed it. */
export interface TypedAhead {
  readonly text: string
  readonly entered: boolean
}

const patienceMs = 2_000

let kept = ''
let entered = false
let timer: number | undefined

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function keep(event: KeyboardEvent): void {
  const printable = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing
  if (isField(event.target) || entered || (!printable && event.key !== 'Enter')) return
  if (printable) kept += event.key
  else entered = true
  event.preventDefault()
  event.stopPropagation()
}

/** Begins to keep what is typed until `takeTyped`, two seconds at most. */
export function keepTyping(): void {
  takeTyped()
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && isField(activeElement)) activeElement.blur()
  window.addEventListener('keydown', keep, { capture: true })
  timer = window.setTimeout(takeTyped, patienceMs)
}

/** What was typed meanwhile; from now on keys go their own way. */
export function takeTyped(): TypedAhead {
  const typed = { text: kept, entered }
  kept = ''
  entered = false
  window.clearTimeout(timer)
  window.removeEventListener('keydown', keep, { capture: true })
  return typed
}
