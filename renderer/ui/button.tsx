import type { ButtonHTMLAttributes } from 'react'
import { Key } from './key.tsx'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** At most one primary button a view. */
  kind?: 'primary' | 'plain' | 'quiet'
  /** The key that does the same. */
  hotkey?: string
}

/** A button says what happens (确认预约), with its key beside the words. */
export function Button({ kind = 'plain', hotkey, children, className = '', type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={`button button-${kind} ${className}`}>
      <span>{children}</span>
      {hotkey ? <Key name={hotkey} /> : null}
    </button>
  )
}
