import type { Editor, StateNode, TLPointerEventInfo } from 'tldraw'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { testEditor } from '../test-editor.ts'
import { noHoverWhileMoving } from './no-hover-while-moving.ts'

let editor: Editor

beforeEach(() => {
  ;({ editor } = testEditor())
})
afterEach(() => {
  vi.restoreAllMocks()
  editor.dispose()
})

it('looks for the shape under the pointer only while the camera rests', () => {
  const idle = editor.getStateDescendant<StateNode>('select.idle')
  if (!idle) throw new Error('tldraw has no select.idle')
  const looks = vi.fn<(info: TLPointerEventInfo) => void>()
  idle.onPointerMove = looks
  const stop = noHoverWhileMoving(editor)
  const camera = vi.spyOn(editor, 'getCameraState')
  const event = { type: 'pointer', name: 'pointer_move' } as TLPointerEventInfo

  camera.mockReturnValue('moving')
  idle.onPointerMove(event)
  expect(looks).not.toHaveBeenCalled()
  camera.mockReturnValue('idle')
  idle.onPointerMove(event)
  expect(looks).toHaveBeenCalledTimes(1)
  stop()
  camera.mockReturnValue('moving')
  idle.onPointerMove(event)
  expect(looks).toHaveBeenCalledTimes(2)
})
