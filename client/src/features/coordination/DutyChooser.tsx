import { DUTIES, type Duty } from '@remedyboard/shared/board/card'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { useText } from '../../i18n/use-text.ts'

/** A cell of the matrix, and where it stands on the screen. */
export interface ChosenCell {
  actionId: string
  stakeholderId: string
  element: HTMLElement
}

interface DutyChooserProps {
  cell: ChosenCell
  duty: Duty | null
  onChoose: (duty: Duty | null) => void
  onClose: () => void
}

const EDGE_PX = 8

/** What a stakeholder does for an action: a small list beside the cell. Native popover: Escape and a click elsewhere close it. */
export function DutyChooser({ cell: { element }, duty, onChoose, onClose }: DutyChooserProps) {
  const { t } = useText()
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const panel = list.current
    if (!panel) return
    panel.showPopover()
    const cell = element.getBoundingClientRect()
    panel.style.left = `${Math.max(EDGE_PX, Math.min(cell.left, innerWidth - panel.offsetWidth - EDGE_PX))}px`
    panel.style.top = `${Math.max(EDGE_PX, Math.min(cell.bottom + 4, innerHeight - panel.offsetHeight - EDGE_PX))}px`
    panel.querySelector<HTMLElement>('[aria-checked="true"]')?.focus()
  }, [element])

  const close = () => {
    onClose()
    element.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = items.findIndex((item) => item === document.activeElement)
    items[(at + step + items.length) % items.length]?.focus()
  }
  return (
    <div
      ref={list}
      popover="auto"
      className="popover duty-chooser"
      role="menu"
      tabIndex={-1}
      aria-label={t('coordination.chooseDuty')}
      onKeyDown={onKeyDown}
      onToggle={(event) => event.newState === 'closed' && close()}
    >
      {[...DUTIES, null].map((one) => (
        <button
          key={one ?? 'none'}
          type="button"
          role="menuitemradio"
          aria-checked={one === duty}
          onClick={() => {
            if (one !== duty) onChoose(one)
            list.current?.hidePopover()
          }}
        >
          <span className="raci-sign" data-duty={one ?? undefined} aria-hidden>
            {one ? t(`coordination.sign.${one}`) : ''}
          </span>
          {t(`coordination.duty.${one ?? 'none'}`)}
        </button>
      ))}
    </div>
  )
}
