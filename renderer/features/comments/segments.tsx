/** A few choices side by side, one of them pressed. */
export function Segments<Name extends string>({
  label,
  options,
  active,
  onChange,
}: {
  label: string
  options: readonly { readonly name: Name; readonly label: string }[]
  active: Name
  onChange: (name: Name) => void
}) {
  return (
    <span className="segments" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.name}
          type="button"
          className="segment"
          aria-pressed={option.name === active}
          onClick={() => onChange(option.name)}
        >
          {option.label}
        </button>
      ))}
    </span>
  )
}
