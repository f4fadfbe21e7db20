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
      {footer && (
        // A field that is being written in keeps its focus: otherwise the lower edge came back under the finger before the button
        // had its click. Nothing here is for the keyboard or a screen reader.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className="phone-footer" onMouseDown={(event) => event.preventDefault()}>
          {footer}
        </div>
      )}
    </section>
  )
}
