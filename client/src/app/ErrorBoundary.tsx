import { Component, type ReactNode } from 'react'
import { MessagePage } from './MessagePage.tsx'

interface ErrorBoundaryProps {
  children: ReactNode
  /** shown instead of what failed; default: a page */
  fallback?: ReactNode
}

/** The last net: a page that says what to do instead of a white one. The browser's console has the error itself. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? (this.props.fallback ?? <MessagePage kind="failed" />) : this.props.children
  }
}
