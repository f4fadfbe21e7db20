import { Component, type ReactNode } from 'react'
import { MessagePage } from './MessagePage.tsx'

/** The last net: a page that says what to do instead of a white one. The browser's console has the error itself. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <MessagePage kind="failed" /> : this.props.children
  }
}
