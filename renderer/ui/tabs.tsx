import { type KeyboardEvent, useRef } from 'react'
import './page.css'

export interface TabEntry<Name extends string> {
  readonly name: Name
  readonly label: string
  readonly count?: number
}

/** A row of tabs; ← and → move between them, as the pattern of tabs asks. */
export function Tabs<Name extends string>({
  tabs,
  active,
  onChange,
  label,
}: {
  tabs: readonly TabEntry<Name>[]
  active: Name
  onChange: (name: Name) => void
  label: string
}) {
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const index = (tabs.findIndex((tab) => tab.name === active) + step + tabs.length) % tabs.length
    const next = tabs[index]
    if (next === undefined) return
    onChange(next.name)
    list.current?.querySelectorAll<HTMLButtonElement>('[role="tab"]')[index]?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move} tabIndex={-1}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          className="tab"
          aria-selected={tab.name === active}
          tabIndex={tab.name === active ? 0 : -1}
          onClick={() => onChange(tab.name)}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="tab-count">{tab.count}</span>}
        </button>
      ))}
    </div>
  )
}
