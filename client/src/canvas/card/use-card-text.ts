import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { CARD_LIMITS } from '@remedyboard/shared/board/card'
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Editor } from 'tldraw'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { heightAfter } from './card-layout.ts'
import { cardTextUndo, type CardTextUndo } from './card-text-undo.ts'
import { meetTexts } from './meet-texts.ts'

/**
 * Keeps a text area and a card's text equal while several people type into it. The text area is not controlled by React:
 * what others type is spliced in and the caret moves along; during a composition (Chinese input) nothing is written and
 * nothing is put in, both meet when it ends.
 */
export function useCardText(editor: Editor, shape: TLCardShape, area: RefObject<HTMLTextAreaElement | null>) {
  /** the card's text that the text area's content is based on */
  const base = useRef(shape.props.text)
  const composing = useRef(false)
  const { doc } = useCanvasSession()
  const undo = useRef<CardTextUndo | null>(null)

  useEffect(() => {
    // A card that was made a moment ago is written now, so that it has a text to follow.
    editor.store._flushHistory()
    undo.current = cardTextUndo(doc, shape.id)
    return () => undo.current?.stop()
  }, [editor, doc, shape.id])

  const store = (text: string) => {
    const current = editor.getShape<TLCardShape>(shape.id)
    if (!current || current.props.text === text) return
    editor.updateShape<TLCardShape>({
      id: shape.id,
      type: 'card',
      props: { text, h: heightAfter(current.props, { text }) },
    })
  }

  /** Takes what others wrote since `base` into the text area, and the text area's own changes into the card. */
  const meet = () => {
    const element = area.current
    if (!element || composing.current) return
    const remote = editor.getShape<TLCardShape>(shape.id)?.props.text ?? base.current
    const { value, selectionStart, selectionEnd, selectionDirection } = element
    const met = meetTexts(base.current, { value, start: selectionStart, end: selectionEnd }, remote)
    if (met.value !== value) {
      element.value = met.value
      element.setSelectionRange(met.start, met.end, selectionDirection)
    }
    base.current = element.value
    store(element.value)
  }

  useLayoutEffect(() => {
    if (area.current) area.current.value = base.current
  }, [area])

  // without dependencies: it compares by itself, and does nothing when there is nothing new
  useEffect(meet)

  /** Ctrl+Z and Ctrl+Y within the text. */
  const step = (kind: 'undo' | 'redo') => {
    editor.store._flushHistory()
    undo.current?.[kind]()
    meet()
    const card = editor.getShape<TLCardShape>(shape.id)
    const h = card && heightAfter(card.props, { text: card.props.text })
    if (card && h !== card.props.h) editor.updateShape<TLCardShape>({ id: card.id, type: 'card', props: { h } })
  }

  const input = {
    maxLength: CARD_LIMITS.textLength,
    onInput: meet,
    onCompositionStart() {
      composing.current = true
    },
    onCompositionEnd() {
      composing.current = false
      meet()
    },
  }
  return { input, step }
}
