import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react'
import { useEditor } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { focusCanvas } from '../overlay/focus-canvas.ts'
import { makeRoom } from './make-room.ts'
import { panelOf } from './panel-of.ts'
import './side-panel.css'
import { useKeptFocus } from './use-kept-focus.ts'
import { usePanelKeys } from './use-panel-keys.ts'

interface SidePanelProps {
  title: string
  icon?: ReactElement
  /** told of each key first; true = used up */
  onKey?: (event: KeyboardEvent) => boolean
  children: ReactNode
}

/** A sheet at the side of the canvas, on phones at its lower edge. Not modal: the board is used beside it. Escape closes it. */
export function SidePanel({ title, icon, onKey, children }: SidePanelProps) {
  const editor = useEditor()
  const { t } = useText()
  const panel = useRef<HTMLDivElement>(null)
  const titleId = useId()
  const close = () => {
    panelOf(editor).set(null)
    focusCanvas(editor)
  }
  useKeptFocus(panel)
  usePanelKeys(panel, (event) => {
    if (onKey?.(event) === true) return true
    if (event.key !== 'Escape') return false
    close()
    return true
  })

  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>('[data-first]') ?? panel.current
    first?.focus({ preventScroll: true })
    if (panel.current) makeRoom(editor, panel.current.getBoundingClientRect())
  }, [editor])

  return (
    <div ref={panel} className="rb-side" role="dialog" aria-labelledby={titleId} tabIndex={-1}>
      <header className="rb-side-header">
        {icon}
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="btn btn-quiet btn-icon" aria-label={t('app.close')} onClick={close}>
          <X aria-hidden />
        </button>
      </header>
      <div className="rb-side-body">{children}</div>
    </div>
  )
}
