/** The row's total as a bar, with a mark where the base stood. */
export function ComparisonBar({ share, mark, text }: { share: number; mark: number | undefined; text: string }) {
  const part = (value: number) => `${Math.max(0, Math.min(1, value)) * 100}%`
  return (
    <span className="bar-track">
      <span className="bar-room">
        <i className="bar-fill" style={{ width: part(share) }} />
        {mark === undefined ? null : <i className="bar-mark" style={{ left: part(mark) }} />}
        <span className="bar-text" style={{ left: part(Math.max(share, mark ?? 0)) }}>
          {text}
        </span>
      </span>
    </span>
  )
}
