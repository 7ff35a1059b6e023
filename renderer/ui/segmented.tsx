import './segmented.css'

/** A few choices side by side, one of them on: 日 周 月. Left and right arrows move between them, as radio buttons do. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string
  options: readonly { readonly value: Value; readonly label: string; readonly title?: string }[]
  value: Value
  onChange: (value: Value) => void
}) {
  const move = (step: number) => {
    const index = options.findIndex((option) => option.value === value)
    const next = options[(index + step + options.length) % options.length]
    if (next) onChange(next.value)
  }
  return (
    <div
      className="segmented"
      role="radiogroup"
      aria-label={label}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
        if (step === 0 || event.altKey || event.ctrlKey) return
        event.preventDefault()
        event.stopPropagation()
        move(step)
        const radios = event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')
        const at = options.findIndex((option) => option.value === value)
        radios[(at + step + options.length) % options.length]?.focus()
      }}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          title={option.title}
          className="segmented-option"
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
