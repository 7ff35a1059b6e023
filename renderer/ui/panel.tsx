import type { ReactNode } from 'react'

/** A titled stretch of a column: heading at the left, a key or note at the right, no frame of its own. */
export function Panel({
  title,
  count,
  aside,
  children,
  className = '',
}: {
  title: ReactNode
  count?: number
  aside?: ReactNode
  children: ReactNode
  className?: string
}) {
  return (
    <section className={`panel ${className}`}>
      <header className="panel-head">
        <h2>
          {title}
          {count === undefined ? null : <b className="panel-count">{count}</b>}
        </h2>
        {aside === undefined ? null : <span className="panel-aside">{aside}</span>}
      </header>
      {children}
    </section>
  )
}
