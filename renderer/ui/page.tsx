import type { ReactNode } from 'react'
import './page.css'

/** A screen of a list or a form: head with title and acts, body below, and what is chosen beside it. */
export function Page({
  title,
  head,
  side,
  sideLabel,
  children,
}: {
  title: string
  head?: ReactNode
  side?: ReactNode
  sideLabel?: string
  children: ReactNode
}) {
  return (
    <section className="page" aria-label={title}>
      <header className="page-head">
        <h1>{title}</h1>
        {head}
      </header>
      <div className={side ? 'page-body page-body-sided' : 'page-body'}>
        {children}
        {side ? (
          <aside className="page-side" aria-label={sideLabel ?? title}>
            {side}
          </aside>
        ) : null}
      </div>
    </section>
  )
}
