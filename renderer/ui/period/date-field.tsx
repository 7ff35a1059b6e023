import { useEffect, useState } from 'react'

// A year is typed digit by digit: 0002, 0020, 0202, 2026.
const isWhole = (date: string): boolean => /^[12]\d{3}-/.test(date)

/** A date that is told on once it is whole; one that is left half typed goes back to what it was. */
export function DateField({
  label,
  value,
  isBad = false,
  className = 'field',
  onChange,
}: {
  label: string
  value: string
  isBad?: boolean
  className?: string
  onChange: (date: string) => void
}) {
  const [typed, setTyped] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another date is shown, whoever chose it
  useEffect(() => setTyped(undefined), [value])
  return (
    <input
      type="date"
      className={className}
      aria-label={label}
      aria-invalid={isBad}
      value={typed ?? value}
      onChange={({ target }) => {
        setTyped(target.value)
        if (isWhole(target.value)) onChange(target.value)
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
