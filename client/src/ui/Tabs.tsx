import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import './tabs.css'

export interface Tab {
  id: string
  name: string
  /** what is behind it, in a few words */
  hint: string
  icon: ReactNode
  /** how much waits there; nothing is shown for 0 */
  count?: number
  content: () => ReactNode
}

interface TabsProps {
  label: string
  tabs: readonly Tab[]
  /** the first one is shown when there is none with this id */
  current: string
  onChoose: (id: string) => void
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Some parts of which one is shown. One stop for Tab; the arrow keys, Home and End go from part to part (ARIA's tabs pattern). */
export function Tabs({ label, tabs, current, onChoose }: TabsProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const shown = tabs.find((tab) => tab.id === current) ?? tabs[0]
  if (!shown) return null

  const onKeyDown = (event: KeyboardEvent) => {
    const at = STEPS[event.key]?.(tabs.indexOf(shown), tabs.length)
    const next = at === undefined ? undefined : tabs[at]
    if (!next || at === undefined) return
    event.preventDefault()
    onChoose(next.id)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[at]?.focus()
  }

  return (
    <div className="tabs">
      <div ref={list} className="tabs-list" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            className="tab"
            title={tab.hint}
            aria-selected={tab === shown}
            aria-controls={tab === shown ? `${id}-panel` : undefined}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => onChoose(tab.id)}
          >
            <span className="tab-icon">
              {tab.icon}
              {tab.count !== undefined && tab.count > 0 && <span className="tab-count tabular">{tab.count}</span>}
            </span>
            <span className="tab-name">{tab.name}</span>
          </button>
        ))}
      </div>
      <div key={shown.id} className="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.id}`}>
        {shown.content()}
      </div>
    </div>
  )
}
