import { Component, type ReactNode } from 'react'
import { ScreenFailed } from './screen-failed.tsx'

/** The last net: whatever breaks above the screens still leaves words and a way on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    console.error(error)
  }

  override render() {
    return this.state.failed ? <ScreenFailed /> : this.props.children
  }
}
