import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { useEffect, useLayoutEffect, useRef, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react'
import { stopEventPropagation, useEditor } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { BOARD_FONT } from '../look/font.ts'
import type { Palette } from '../look/pigments.ts'
import type { CardLayout } from './card-layout.ts'
import { useCardText } from './use-card-text.ts'

/** What stands in place of a card's text while this person writes. Mounted only then. */
export function CardTextArea({ shape, layout, palette }: { shape: TLCardShape; layout: CardLayout; palette: Palette }) {
  const editor = useEditor()
  const { t } = useText()
  const area = useRef<HTMLTextAreaElement>(null)
  const { isComposing, ...input } = useCardText(editor, shape, area)
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

  const onKeyDown = (event: KeyboardEvent) => {
    // Keys that choose a candidate belong to the input method: they must neither end the editing nor reach tldraw.
    if (event.nativeEvent.isComposing || isComposing()) {
      event.stopPropagation()
      return
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.stopPropagation()
      editor.complete()
    }
  }

  const style: CSSProperties = {
    left: x,
    top,
    width: width + 2,
    height: layout.lines.length * lineHeight + 2,
    fontFamily: BOARD_FONT,
    fontSize,
    lineHeight: `${lineHeight}px`,
    fontWeight: weight,
    color: palette.ink,
    caretColor: palette.kinds[shape.props.kind].ink,
  }
  return (
    <textarea
      ref={area}
      className="rb-card-text"
      style={style}
      aria-label={t('canvas.cardText')}
      placeholder={t(`canvas.placeholder.${shape.props.kind}`)}
      spellCheck={false}
      autoComplete="off"
      {...input}
      onKeyDown={onKeyDown}
      onPointerDown={(event: PointerEvent) => stopEventPropagation(event)}
      onDoubleClick={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
    />
  )
}
