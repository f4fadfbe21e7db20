import { RotateCw } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'

interface TaskBoundaryProps {
  children: ReactNode
  /** before it is tried again */
  onAgain: () => void
}

/** A task that did not load, or failed, takes nothing with it: the step, the board and one's hand stay. */
export class TaskBoundary extends Component<TaskBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const again = () => {
      this.props.onAgain()
      this.setState({ failed: false })
    }
    return <TaskFailed onAgain={again} />
  }
}

function TaskFailed({ onAgain }: { onAgain: () => void }) {
  const { t } = useText()
  return (
    <div className="phone-still" role="alert">
      <p>{t('phone.shell.taskFailed')}</p>
      <button type="button" className="btn btn-primary btn-big" onClick={onAgain}>
        <RotateCw aria-hidden /> {t('app.tryAgain')}
      </button>
    </div>
  )
}
