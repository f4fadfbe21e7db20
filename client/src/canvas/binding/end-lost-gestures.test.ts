import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shapeId, testEditor } from '../test-editor.ts'
import { endLostGestures } from './end-lost-gestures.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const CARD = shapeId('card')

/** Somebody who drags a card by 100 to the right; the button is still down. */
function dragging() {
  const { editor } = testEditor()
  editor.setCurrentTool('select')
  const stop = endLostGestures(editor)
  editor.createShape({ id: CARD, type: 'card', x: 0, y: 0, props: { w: 320, h: 70, kind: 'note', size: 'm', text: '' } })
  const keys = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false }
  const pointer = (name: 'pointer_down' | 'pointer_move', x: number) => {
    const shape = editor.getShape(CARD)
    if (!shape) throw new Error('no card')
    const target = { target: 'shape' as const, shape }
    editor.dispatch({ type: 'pointer', name, ...target, point: { x, y: 20, z: 0.5 }, pointerId: 1, button: 0, isPen: false, ...keys })
    vi.advanceTimersByTime(50)
  }
  editor.select(CARD)
  pointer('pointer_down', 20)
  pointer('pointer_move', 60)
  pointer('pointer_move', 120)
  expect(editor.isIn('select.translating')).toBe(true)
  return { editor, stop, x: () => editor.getShape(CARD)?.x, moveOn: () => pointer('pointer_move', 300) }
}

const happens = (type: string, init: PointerEventInit) => {
  window.dispatchEvent(new PointerEvent(type, init))
  vi.advanceTimersByTime(50)
}

describe('endLostGestures', () => {
  it('a touch that the system takes away ends the drag where it was', () => {
    const { editor, x, moveOn } = dragging()
    happens('pointercancel', { pointerType: 'touch' })
    expect([editor.isIn('select.idle'), editor.inputs.isPointing, x()]).toEqual([true, false, 100])
    moveOn()
    expect(x()).toBe(100)
  })

  it('a button that was let go outside of the window is noticed with the next movement', () => {
    const { editor, x } = dragging()
    happens('pointermove', { pointerType: 'mouse', buttons: 0, clientX: 900 })
    expect([editor.isIn('select.idle'), x()]).toEqual([true, 100])
  })

  it('goes on while the button is down, and when a finger moves', () => {
    const { editor, x, moveOn } = dragging()
    happens('pointermove', { pointerType: 'mouse', buttons: 1 })
    happens('pointermove', { pointerType: 'touch', buttons: 0 })
    moveOn()
    expect([editor.isIn('select.translating'), x()]).toEqual([true, 280])
  })

  it('leaves everything else alone, and all of it when it is over', () => {
    const { editor, stop } = dragging()
    editor.cancel()
    happens('pointercancel', {})
    expect(editor.isIn('select.idle')).toBe(true)
    stop()
    const other = dragging()
    other.stop()
    happens('pointercancel', {})
    expect(other.editor.isIn('select.translating')).toBe(true)
  })
})
