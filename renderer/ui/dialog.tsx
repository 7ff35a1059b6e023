import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { openLayer } from './keyboard/registry.ts'
import { LayerContext } from './keyboard/use-hotkeys.ts'

/**
 * A modal question, only for what can't be undone or asked inline. Esc closes it, focus stays within and goes back
 * where it was; page hotkeys rest meanwhile.
 */
export function Dialog({
  title,
  onClose,
  children,
  footer,
  width = 440,
}: {
  title: ReactNode
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  width?: number
}) {
  const frame = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [layer, setLayer] = useState<number>()

  useEffect(() => {
    const opened = openLayer()
    setLayer(opened.layer)
    const before = document.activeElement
    frame.current?.showModal()
    return () => {
      opened.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  return (
    <dialog
      ref={frame}
      className="dialog"
      style={{ width }}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={titleId}>{title}</h2>
      <LayerContext value={layer ?? Number.MAX_SAFE_INTEGER}>
        <div className="dialog-body">{children}</div>
        {footer ? <footer className="dialog-foot">{footer}</footer> : null}
      </LayerContext>
    </dialog>
  )
}
