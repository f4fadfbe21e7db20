import type { ReactNode } from 'react'

interface TaskFrameProps {
  /** accessible name of the task */
  label: string
  /** what is left and the one thing to press, always in view at the lower edge */
  footer?: ReactNode
  children: ReactNode
}

/** The form that all tasks of a phone have. */
export function TaskFrame({ label, footer, children }: TaskFrameProps) {
  return (
    <section className="phone-task" aria-label={label}>
      <div className="phone-task-body">{children}</div>
      {footer && <div className="phone-footer">{footer}</div>}
    </section>
  )
}
