import { CARD_LIMITS } from '@remedyboard/shared/board/card'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { useEffect, useLayoutEffect, useRef, type CSSProperties, type PointerEvent } from 'react'
import { stopEventPropagation, useEditor } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { BOARD_FONT } from '../look/font.ts'
import type { Palette } from '../look/pigments.ts'
import type { CardLayout } from './card-layout.ts'
import { useCardText } from './use-card-text.ts'

/** From this length on people are told how much room is left. */
const COUNTED_FROM = 0.9 * CARD_LIMITS.textLength

/** What stands in place of a card's text while this person writes. Mounted only then. */
export function CardTextArea({ shape, layout, palette }: { shape: TLCardShape; layout: CardLayout; palette: Palette }) {
  const editor = useEditor()
  const { t } = useText()
  const area = useRef<HTMLTextAreaElement>(null)
  const { input, step } = useCardText(editor, shape, area)
  const stepNow = useRef(step)
  stepNow.current = step
  const { x, width, fontSize, lineHeight, weight, top } = layout.text

  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
  }, [])

  useEffect(() => {
    const selectAll = ({ shapeId }: { shapeId: string }) => {
      if (shapeId === shape.id) area.current?.select()
    }
    editor.on('select-all-text', selectAll)
    return () => void editor.off('select-all-text', selectAll)
  }, [editor, shape.id])

  // tldraw listens below React's root, so only a listener of the text area's own comes before it.
  useEffect(() => {
    const element = area.current
    if (!element) return
    const onKey = (event: KeyboardEvent) => {
      // Keys that choose a candidate belong to the input method: they must neither end the writing nor reach tldraw.
      // 229: Safari ends the composition before it tells of the Enter that ended it.
      if (event.isComposing || event.keyCode === 229) event.stopPropagation()
      else if (event.type !== 'keydown' || !(event.ctrlKey || event.metaKey)) return
      else if (event.key === 'Enter') editor.complete()
      else {
        const kind = undoKey(event)
        if (!kind) return
        // The browser's own would undo nothing, or what it knows from before others wrote.
        event.preventDefault()
        event.stopPropagation()
        stepNow.current(kind)
      }
    }
    element.addEventListener('keydown', onKey)
    element.addEventListener('keyup', onKey)
    return () => {
      element.removeEventListener('keydown', onKey)
      element.removeEventListener('keyup', onKey)
    }
  }, [editor])

  const style: CSSProperties = {
    left: x,
    top,
    width: width + 2,
    height: layout.lines.length * lineHeight + 2,
    overflowY: layout.isCut ? 'auto' : 'hidden',
    fontFamily: BOARD_FONT,
    fontSize,
    lineHeight: `${lineHeight}px`,
    fontWeight: weight,
    color: palette.ink,
    caretColor: palette.kinds[shape.props.kind].ink,
  }
  return (
    <>
      <textarea
        ref={area}
        className="rb-card-text"
        style={style}
        aria-label={t('canvas.cardText')}
        placeholder={t(`canvas.placeholder.${shape.props.kind}`)}
        spellCheck={false}
        autoComplete="off"
        {...input}
        onPointerDown={(event: PointerEvent) => stopEventPropagation(event)}
        onDoubleClick={stopEventPropagation}
        onTouchEnd={stopEventPropagation}
      />
      {shape.props.text.length >= COUNTED_FROM && (
        <div className="rb-card-counter" role="status" style={{ top: layout.h + 8 }}>
          {t('canvas.reader.counter', { count: shape.props.text.length, max: CARD_LIMITS.textLength })}
        </div>
      )}
    </>
  )
}

/** Ctrl+Z; Ctrl+Y or Ctrl+Shift+Z. */
function undoKey({ key, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  const letter = key.toLowerCase()
  if (letter === 'y') return 'redo'
  return letter === 'z' ? (shiftKey ? 'redo' : 'undo') : null
}
