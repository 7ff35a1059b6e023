import type { ReactNode } from 'react'
import './chip.css'

/** A filter with how many it finds; pressed while it is on. */
export function Chip({
  isOn,
  count,
  onPress,
  children,
}: {
  isOn: boolean
  count: number | undefined
  onPress: () => void
  children: ReactNode
}) {
  return (
    <button type="button" className="chip" aria-pressed={isOn} onClick={onPress}>
      {children} {count === undefined ? null : <b>{count}</b>}
    </button>
  )
}
