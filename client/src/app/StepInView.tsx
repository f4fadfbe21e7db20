import { useEffect, useRef, type ReactNode } from 'react'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'

interface StepInViewProps {
  session: BoardSession
  /** Told when the card is scrolled away, and when it is back. */
  onAway: (isAway: boolean) => void
  /** the running step's card */
  children: ReactNode
}

/** Watches whether the running step's card is in view. A new step brings it back. */
export function StepInView({ session, onAway, children }: StepInViewProps) {
  const { phaseRun } = useReadable(session.view)
  const end = useRef<HTMLDivElement>(null)
  const shownRun = useRef(phaseRun)

  useEffect(() => {
    if (shownRun.current !== phaseRun) end.current?.closest('.tab-panel')?.scrollTo({ top: 0 })
    shownRun.current = phaseRun
  }, [phaseRun])

  useEffect(() => {
    const element = end.current
    if (!element) return
    const observer = new IntersectionObserver(
      (entries) => {
        const latest = entries.at(-1)
        if (latest) onAway(!latest.isIntersecting && latest.boundingClientRect.top < (latest.rootBounds?.top ?? 0))
      },
      { root: element.closest('.tab-panel') },
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
      onAway(false)
    }
  }, [onAway])

  return (
    <div>
      {children}
      <div ref={end} />
    </div>
  )
}
