import 'react'

declare module 'react' {
  /** Measures a component hands to its own style sheet. */
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
