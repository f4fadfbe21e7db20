import { CircleHelp } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useEditor, useValue, type TLArrowShape } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { usePalette } from '../look/use-palette.ts'
import { LineSample } from './LineSample.tsx'
import './link-words.css'
import { LINE_KINDS, linkStyle, type LineKind } from './link-style.ts'
import { lineKind, linkEnds } from './links.ts'

/** What the lines on this board mean: a small sign among the view's controls, only where there are lines with a meaning. */
export function LinkLegend() {
  const editor = useEditor()
  const { t } = useText()
  const palette = usePalette()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  const hasLinks = useValue('has links', () => editor.getCurrentPageShapes().some(({ type }) => type === 'arrow'), [editor])
  // Only while somebody looks: going through all links at every change would be dear on large boards.
  const kinds = useValue('lines in use', () => (isOpen ? linesInUse(editor.getCurrentPageShapes(), editor) : []), [editor, isOpen])

  useEffect(() => {
    if (!isOpen) return
    const close = (event: Event) => {
      const isOutside = !(event.target instanceof Node && box.current?.contains(event.target))
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : isOutside) setOpen(false)
    }
    document.addEventListener('pointerdown', close, { capture: true })
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close, { capture: true })
      document.removeEventListener('keydown', close)
    }
  }, [isOpen])

  if (!hasLinks) return null
  return (
    <span className="rb-legend" ref={box}>
      <button
        type="button"
        aria-label={t('canvas.legend')}
        title={t('canvas.legend')}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <CircleHelp size={18} strokeWidth={2.1} aria-hidden />
      </button>
      {isOpen && (
        <div className="rb-legend-card" id={id} role="region" aria-label={t('canvas.legend')}>
          <strong>{t('canvas.legend')}</strong>
          <ul>
            {kinds.map((kind) => (
              <li key={kind}>
                <LineSample style={linkStyle(kind, palette)} />
                {t(`canvas.line.${kind}`)}
              </li>
            ))}
          </ul>
          <p>{t('canvas.legendHint')}</p>
        </div>
      )}
    </span>
  )
}

function linesInUse(
  shapes: ReturnType<ReturnType<typeof useEditor>['getCurrentPageShapes']>,
  editor: ReturnType<typeof useEditor>,
): LineKind[] {
  const found = new Set<LineKind>()
  for (const shape of shapes) {
    if (!editor.isShapeOfType<TLArrowShape>(shape, 'arrow')) continue
    const ends = linkEnds(editor, shape)
    if (ends) found.add(lineKind(editor, shape, ends))
  }
  return LINE_KINDS.filter((kind) => found.has(kind))
}
